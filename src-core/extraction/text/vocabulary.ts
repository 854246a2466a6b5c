import type { Token } from '../stages'

/**
 * The words that rules ask for, numbered. A token carries its word's number, so that a rule tests one bit where it would otherwise compare
 * strings or run a pattern. Filled while the rules' own tables are made, before any text is read, and constant from then on: nothing of a
 * text ever enters it.
 */
const capacity = 1 << 14
const slots = new Int32Array(capacity * 2)
const slotMask = slots.length - 1
const words: string[] = ['']
const capitalised: string[] = ['']
const hashes: number[] = [0]
const numbers = new Map<string, number>()

/** The number of a word (lower case), given now if it has none. Only for tables made once. */
export function wordNumber(word: string): number {
  const known = numbers.get(word)
  if (known !== undefined) return known
  const number = words.length
  if (number >= capacity) throw new Error('The vocabulary of the rules is full')
  words.push(word)
  capitalised.push(word.charAt(0).toUpperCase() + word.slice(1))
  const hash = hashOf(word)
  hashes.push(hash)
  numbers.set(word, number)
  let slot = slotOf(hash)
  while (slots[slot] !== 0) slot = (slot + 1) & slotMask
  slots[slot] = number
  return number
}

/** The number of a word (lower case), 0 where no rule asks for it. */
export const numberOf = (word: string): number => numbers.get(word) ?? 0

/** How many numbers have been given: arrays by number are so long. */
export const vocabularySize = (): number => words.length

/** A word by its number, as lower case and with a capital; the strings are the same ones for every token. */
export const wordOf = (number: number): string => words[number] ?? ''
export const capitalisedWordOf = (number: number): string => capitalised[number] ?? ''

export const hashSeed = 0x811c9dc5
/** One step of FNV-1a over the units of a word in lower case. */
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** Looks up an ASCII word of a text by the hash of its lower-case units, without making a string of it. */
export function numberAt(text: string, start: number, end: number, hash: number): number {
  let slot = slotOf(hash)
  for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
    if (hashes[number] === hash && isSame(text, start, end, words[number] ?? '')) return number
    slot = (slot + 1) & slotMask
  }
  return 0
}

function isSame(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(start + i)
    if ((code >= 65 && code <= 90 ? code | 32 : code) !== word.charCodeAt(i)) return false
  }
  return true
}

function hashOf(word: string): number {
  let hash = hashSeed
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
  return hash
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & slotMask

/** A set of words that tests tokens by their number. */
export interface WordClass {
  has(token: Token | undefined): boolean
  /** The same for a word's number. */
  hasNumber(number: number): boolean
}

let plane = new Int32Array(capacity)
let nextBit = 0

/** Words apart by white space, in lower case. Make classes at the top of a module, never while reading. */
export function wordClass(list: string): WordClass {
  if (nextBit === 32) {
    plane = new Int32Array(capacity)
    nextBit = 0
  }
  const bits = plane
  const bit = 1 << nextBit++
  for (const word of list.split(/\s+/))
    if (word !== '') {
      const number = wordNumber(word)
      bits[number] = (bits[number] ?? 0) | bit
    }
  return {
    has: (token) => token !== undefined && ((bits[token.word] ?? 0) & bit) !== 0,
    hasNumber: (number) => ((bits[number] ?? 0) & bit) !== 0,
  }
}

/** Words that are looked up in the index of a text (`WordIndex.at`): entered here they are found at once. */
export function cueList(list: string): readonly string[] {
  const cues = list.split(/\s+/)
  for (const cue of cues) wordNumber(cue)
  return cues
}
