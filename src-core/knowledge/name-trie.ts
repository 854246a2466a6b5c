import type { KnownName } from './knowledge'
import { tokenizeName } from './name-tokens'

/** Names that end at one node of the trie, apart by the signs that must stand around them. */
export interface NameForm {
  readonly lead: string
  readonly tail: string
  readonly names: KnownName[]
}

/**
 * Words of all names by number, and a trie over those numbers. Flat arrays with open addressing, because the scanner asks once per word of
 * the text, and because thirty thousand names must be in place in a few milliseconds.
 */
export interface NameTrie {
  readonly wordHashes: Int32Array
  /** Number of the word in each slot, 0 where free. */
  readonly wordSlots: Int32Array
  readonly wordChars: Uint16Array
  /** Word n has the units `wordStarts[n]` to `wordStarts[n + 1]`. */
  readonly wordStarts: Int32Array
  /** Node that a first word leads to, by word number; 0 for none. */
  readonly roots: Int32Array
  readonly edgeSlots: Int32Array
  readonly edges: {
    readonly node: Int32Array
    readonly gap: Float64Array
    readonly word: Int32Array
  }
  /** Names that end at each node. */
  readonly forms: readonly (readonly NameForm[] | undefined)[]
  /** Longest word, in units. */
  readonly longestWord: number
}

export const hashSeed = 0x811c9dc5
export const hashStep = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193)
export const hashSlot = (hash: number, mask: number) => (hash ^ (hash >>> 15)) & mask
export const edgeHash = (node: number, gap: number, word: number) =>
  Math.imul(Math.imul(node, 0x9e3779b1) ^ (gap | 0), 0x85ebca6b) ^ Math.imul(word, 0xc2b2ae35)

/** Names that `tokenizeName` cannot take apart are left out; of two spellings of one thing that are found alike the first counts. */
export function buildTrie(names: readonly KnownName[]): NameTrie {
  const words = new Map<string, number>()
  const roots: number[] = [0]
  const edgeNode: number[] = [0]
  const edgeGap: number[] = [0]
  const edgeWord: number[] = [0]
  const forms: (NameForm[] | undefined)[] = [undefined]
  let edgeSlots = new Int32Array(1 << 12)
  const word = (text: string): number => {
    const known = words.get(text)
    if (known !== undefined) return known
    words.set(text, words.size + 1)
    roots.push(0)
    return words.size
  }
  const place = (edge: number) => {
    const mask = edgeSlots.length - 1
    let slot = hashSlot(
      edgeHash(edgeNode[edge] ?? 0, edgeGap[edge] ?? 0, edgeWord[edge] ?? 0),
      mask,
    )
    while (edgeSlots[slot] !== 0) slot = (slot + 1) & mask
    edgeSlots[slot] = edge
  }
  // Each edge leads to the node of its own number: one array serves both.
  const addEdge = (node: number, between: number, number: number): number => {
    edgeNode.push(node)
    edgeGap.push(between)
    edgeWord.push(number)
    forms.push(undefined)
    const edge = edgeNode.length - 1
    if (edge * 2 >= edgeSlots.length) {
      edgeSlots = new Int32Array(edgeSlots.length * 2)
      for (let other = 1; other < edge; other += 1) place(other)
    }
    place(edge)
    return edge
  }
  const findEdge = (node: number, between: number, number: number): number => {
    const mask = edgeSlots.length - 1
    let slot = hashSlot(edgeHash(node, between, number), mask)
    for (let edge = edgeSlots[slot] ?? 0; edge !== 0; edge = edgeSlots[slot] ?? 0) {
      if (edgeNode[edge] === node && edgeGap[edge] === between && edgeWord[edge] === number)
        return edge
      slot = (slot + 1) & mask
    }
    return 0
  }

  for (const name of names) {
    const split = tokenizeName(name.surface)
    if (!split) continue
    let node = 0
    for (const token of split.tokens) {
      const number = word(token.text)
      if (node === 0) {
        node = roots[number] ?? 0
        if (node === 0) roots[number] = node = addEdge(0, -2, number)
      } else node = findEdge(node, token.gap, number) || addEdge(node, token.gap, number)
    }
    const there = (forms[node] ??= [])
    const form = there.find((one) => one.lead === split.lead && one.tail === split.tail)
    if (form?.names.some((other) => other.key === name.key && other.kind === name.kind)) continue
    if (form) form.names.push(name)
    else there.push({ lead: split.lead, tail: split.tail, names: [name] })
  }
  return {
    ...packWords(words),
    roots: Int32Array.from(roots),
    edgeSlots,
    edges: {
      node: Int32Array.from(edgeNode),
      gap: Float64Array.from(edgeGap),
      word: Int32Array.from(edgeWord),
    },
    forms,
  }
}

function packWords(words: ReadonlyMap<string, number>) {
  let capacity = 16
  while (capacity < words.size * 3) capacity *= 2
  const wordHashes = new Int32Array(words.size + 1)
  const wordSlots = new Int32Array(capacity)
  const wordStarts = new Int32Array(words.size + 2)
  let total = 0
  let longestWord = 0
  for (const text of words.keys()) {
    total += text.length
    longestWord = Math.max(longestWord, text.length)
  }
  const wordChars = new Uint16Array(total)
  let at = 0
  for (const [text, number] of words) {
    wordStarts[number] = at
    let hash = hashSeed
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      wordChars[at] = code
      at += 1
      hash = hashStep(hash, code)
    }
    wordStarts[number + 1] = at
    wordHashes[number] = hash
    let slot = hashSlot(hash, capacity - 1)
    while (wordSlots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
    wordSlots[slot] = number
  }
  return { wordHashes, wordSlots, wordChars, wordStarts, longestWord }
}
