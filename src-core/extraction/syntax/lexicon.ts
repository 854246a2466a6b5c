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
  const values = new Int16Array(entries.length * FIELDS)
  entries.forEach((entry, i) =>
    values.set(
      [entry.ambiguity, entry.certain, entry.coarse, entry.fine, entry.possible],
      i * FIELDS,
    ),
  )
  return lexiconOf(
    Int32Array.from(entries, (entry) => entry.hash),
    values,
  )
}

/** Sorted by hash, so that hashes travel as small differences. */
export function readLexicon(reader: ByteReader): Lexicon {
  const count = reader.varint()
  const hashes = new Int32Array(count)
  const values = new Int16Array(count * FIELDS)
  let hash = -0x80000000
  for (let i = 0; i < count; i++) {
    hash += reader.varint()
    hashes[i] = hash
    for (let field = 0; field < FIELDS; field++) values[i * FIELDS + field] = reader.varint()
    // Written one higher, since -1 says that no tag is certain.
    values[i * FIELDS + 1] = (values[i * FIELDS + 1] ?? 0) - 1
  }
  return lexiconOf(hashes, values)
}

/** Ambiguity, certain tag, coarse and fine class, possible tags. */
const FIELDS = 5

function lexiconOf(hashes: Int32Array, values: Int16Array): Lexicon {
  let size = 16
  while (size < hashes.length * 2) size *= 2
  const mask = size - 1
  // Pairs (hash, entry), entries from 1; 0 marks a free slot.
  const table = new Int32Array(size * 2)
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    let slot = hash & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = hash
    table[slot * 2 + 1] = i + 1
  }
  const at = (entry: number, field: number, otherwise: number): number =>
    entry === 0 ? otherwise : (values[(entry - 1) * FIELDS + field] ?? otherwise)
  return {
    find(hash) {
      let slot = hash & mask
      for (;;) {
        const entry = table[slot * 2 + 1] ?? 0
        if (entry === 0 || table[slot * 2] === hash) return entry
        slot = (slot + 1) & mask
      }
    },
    ambiguityOf: (entry) => at(entry, 0, 0),
    certainOf: (entry) => at(entry, 1, -1),
    coarseOf: (entry) => at(entry, 2, 0),
    fineOf: (entry) => at(entry, 3, 0),
    possibleOf: (entry) => at(entry, 4, 0),
  }
}
