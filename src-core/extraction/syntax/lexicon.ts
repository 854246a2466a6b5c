import type { ByteReader } from './byte-reader'

/**
 * Words that training knows, by hash (never by string: 40,000 words in a few hundred KB): the set of tags a word has had, the one tag it
 * nearly always has, the tags that other sources give it, and its distributional classes.
 */
export interface Lexicon {
  /** Entry of a folded word's hash; 0 for a word not known. */
  find(hash: number): number
  ambiguityOf(entry: number): number
  certainOf(entry: number): number
  coarseOf(entry: number): number
  fineOf(entry: number): number
  possibleOf(entry: number): number
}

export interface LexiconEntry {
  readonly hash: number
  /** 0: too rare in training. */
  readonly ambiguity: number
  /** Joint tag, -1: none. */
  readonly certain: number
  readonly coarse: number
  readonly fine: number
  /** Class of the tags that a general lexicon or its vector gives the word; 0: none. */
  readonly possible: number
}

export function makeLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const size = tableSize(entries.length)
  const keys = new Int32Array(size)
  const slots = new Int32Array(size)
  const values = new Int16Array((entries.length + 1) * 5)
  values[1] = -1
  entries.forEach((entry, index) => {
    let slot = entry.hash & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = entry.hash
    slots[slot] = index + 1
    values.set(
      [entry.ambiguity, entry.certain, entry.coarse, entry.fine, entry.possible],
      (index + 1) * 5,
    )
  })
  return {
    find(hash) {
      let slot = hash & (size - 1)
      for (;;) {
        const entry = slots[slot] ?? 0
        if (entry === 0 || keys[slot] === hash) return entry
        slot = (slot + 1) & (size - 1)
      }
    },
    ambiguityOf: (entry) => values[entry * 5] ?? 0,
    certainOf: (entry) => values[entry * 5 + 1] ?? -1,
    coarseOf: (entry) => values[entry * 5 + 2] ?? 0,
    fineOf: (entry) => values[entry * 5 + 3] ?? 0,
    possibleOf: (entry) => values[entry * 5 + 4] ?? 0,
  }
}

/** Sorted by hash, so that hashes travel as small differences. */
export function readLexicon(reader: ByteReader): Lexicon {
  const count = reader.varint()
  const entries: LexiconEntry[] = []
  let hash = -0x80000000
  for (let i = 0; i < count; i++) {
    hash += reader.varint()
    entries.push({
      hash,
      ambiguity: reader.varint(),
      certain: reader.varint() - 1,
      coarse: reader.varint(),
      fine: reader.varint(),
      possible: reader.varint(),
    })
  }
  return makeLexicon(entries)
}

function tableSize(count: number): number {
  let size = 16
  while (size < count * 2) size *= 2
  return size
}
