import { foldTables, unit } from './fold-text'
import type { KnownName } from './knowledge'
import { kindsMask } from './kinds-mask'
import { gap, GapReader, isWord } from './name-tokens'
import { createWordTable, powerOfTwo, type WordTable } from './word-table'

/** Names that end at one node of the trie, apart by the signs that must stand around them (`$ucyLocker`). */
export interface NameForm {
  readonly lead: string
  readonly tail: string
  readonly names: KnownName[]
  /** `kindsMask` of the names. */
  kinds: number
}

/**
 * A trie whose steps are whole words. Nodes are numbers; flat arrays with open addressing, because the scanner asks once per word of the
 * text, and because thirty thousand names must be in place in a few milliseconds.
 */
export interface NameTrie {
  readonly words: WordTable
  /** By word the node that it leads to as the first of a name, 0 for none. */
  readonly roots: Int32Array
  /** Node that the next word leads to, 0 for none. */
  step: (node: number, between: number, word: number) => number
  /** Names that end at a node. */
  formsAt: (node: number) => readonly NameForm[] | undefined
}

/** Names without a letter or digit, or with more than two signs in a row, cannot be found and are left out. */
export function buildTrie(names: readonly KnownName[]): NameTrie {
  const { classes, folded } = foldTables()
  const words = createWordTable(names.length)
  const gaps = new GapReader()
  const steps = createSteps(names.length * 2)
  // Names that end at a node hang on one chain of numbers; most nodes are never asked for, so their forms are made at the first hit.
  const before = new Int32Array(names.length + 1)
  let lastAt = new Int32Array(names.length * 2 + 64)
  const signs = new Map<number, { readonly lead: string; readonly tail: string }>()
  const forms = new Map<number, readonly NameForm[]>()

  function add(number: number, { surface }: KnownName): void {
    let node = 0
    let first = 0
    let last = 0
    for (let i = 0; i < surface.length;) {
      const code = surface.charCodeAt(i)
      const kind = classes[code] ?? unit.other
      if (!isWord(kind)) {
        if (node !== 0) gaps.add(kind, folded[code] ?? 0)
        i += 1
        continue
      }
      words.read(surface, i, surface.length, kind)
      const word = words.numberOrNew()
      if (node === 0) first = i
      const between = node === 0 ? rootGap : gaps.value()
      if (word === 0 || between === gap.never) return
      node = steps.findOrAdd(node, between, word)
      gaps.reset()
      i = last = words.end()
    }
    if (node === 0) return
    if (first > 0 || last < surface.length)
      signs.set(number, { lead: surface.slice(0, first).trim(), tail: surface.slice(last).trim() })
    if (node >= lastAt.length) {
      const longer = new Int32Array(Math.max(lastAt.length * 2, node + 1))
      longer.set(lastAt)
      lastAt = longer
    }
    before[number] = lastAt[node] ?? 0
    lastAt[node] = number
  }

  function formsAt(node: number): readonly NameForm[] | undefined {
    const end = lastAt[node] ?? 0
    if (end === 0) return undefined
    const known = forms.get(node)
    if (known) return known
    const ordered: number[] = []
    for (let number = end; number !== 0; number = before[number] ?? 0) ordered.unshift(number)
    const made: NameForm[] = []
    for (const number of ordered) {
      const name = names[number - 1]
      if (name) enter(made, name, signs.get(number) ?? noSigns)
    }
    forms.set(node, made)
    return made
  }

  names.forEach((name, index) => {
    gaps.reset()
    add(index + 1, name)
  })
  // Every word of a text asks for its root: the answers stand ready, by the word's number.
  const roots = new Int32Array(words.size() + 1)
  for (let word = 1; word < roots.length; word += 1) roots[word] = steps.find(0, rootGap, word)
  return { words, roots, step: steps.find, formsAt }
}

const noSigns = { lead: '', tail: '' }

function enter(
  forms: NameForm[],
  name: KnownName,
  { lead, tail }: { readonly lead: string; readonly tail: string },
): void {
  const form = forms.find((one) => one.lead === lead && one.tail === tail)
  if (!form) forms.push({ lead, tail, names: [name], kinds: kindsMask([name.kind]) })
  // Of two spellings of one thing that are found alike the first counts.
  else if (!form.names.some((other) => other.key === name.key && other.kind === name.kind)) {
    form.names.push(name)
    form.kinds |= kindsMask([name.kind])
  }
}

/** The step from the root has no gap before it. */
const rootGap = -2

/** Steps (node, gap, word) → node. The node that a step leads to has the step's own number. */
function createSteps(expected: number) {
  let from = new Int32Array(powerOfTwo(64 + expected))
  let gaps = new Float64Array(from.length)
  let wordOf = new Int32Array(from.length)
  let slots = new Int32Array(from.length * 2)
  let count = 0

  function slotOf(node: number, between: number, word: number): number {
    const mask = slots.length - 1
    const hash =
      Math.imul(Math.imul(node, 0x9e3779b1) ^ (between | 0), 0x85ebca6b) ^
      Math.imul(word, 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let step = slots[slot] ?? 0; step !== 0; step = slots[slot] ?? 0) {
      if (from[step] === node && gaps[step] === between && wordOf[step] === word) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  function findOrAdd(node: number, between: number, word: number): number {
    const slot = slotOf(node, between, word)
    const known = slots[slot] ?? 0
    if (known !== 0) return known
    count += 1
    if (count >= from.length) grow()
    from[count] = node
    gaps[count] = between
    wordOf[count] = word
    slots[slotOf(node, between, word)] = count
    return count
  }

  function grow(): void {
    const [oldFrom, oldGaps, oldWords] = [from, gaps, wordOf]
    from = new Int32Array(oldFrom.length * 2)
    gaps = new Float64Array(from.length)
    wordOf = new Int32Array(from.length)
    from.set(oldFrom)
    gaps.set(oldGaps)
    wordOf.set(oldWords)
    slots = new Int32Array(from.length * 2)
    for (let step = 1; step < count; step += 1)
      slots[slotOf(from[step] ?? 0, gaps[step] ?? 0, wordOf[step] ?? 0)] = step
  }

  const find = (node: number, between: number, word: number) =>
    slots[slotOf(node, between, word)] ?? 0
  return { find, findOrAdd }
}
