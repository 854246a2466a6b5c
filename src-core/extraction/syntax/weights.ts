import type { ByteReader } from './byte-reader'

/** Adds to `scores` (one a class) the weights of the first `count` feature hashes. */
export interface Scorer {
  readonly classes: number
  score(features: Int32Array, count: number, scores: Float64Array): void
}

/** Size of a weight of 1, as scores count: weights up to 50 fit into the byte's root. */
export const WEIGHT_UNIT = (127 * 127) / 50

/** A weight's byte stands for its signed square: fine steps near 0, where most weights are, and a wide range. */
export function signedSquare(byte: number): number {
  const root = (byte << 24) >> 24
  return root < 0 ? -root * root : root * root
}

const squares = Float64Array.from({ length: 256 }, (_, byte) => signedSquare(byte))

/**
 * Fitted weights: open addressing from a feature's hash to its row, a row being a count and pairs of (class, weight).
 * Most features speak about a few classes only, so rows are sparse; a sentence's features hit a few hundred KB of table.
 */
export function readWeights(reader: ByteReader): Scorer {
  const classes = reader.varint()
  const rowCount = reader.varint()
  const deltas = new Int32Array(rowCount)
  let hash = -0x80000000
  for (let i = 0; i < rowCount; i++) {
    hash += reader.varint()
    deltas[i] = hash
  }
  const counts = reader.take(rowCount)
  const rows = reader.take(reader.varint() * 2)
  let size = 16
  while (size < rowCount * 2) size *= 2
  const mask = size - 1
  // Pairs (hash, row start * 256 + row length); rows are never empty, so 0 marks a free slot.
  const table = new Int32Array(size * 2)
  let start = 0
  for (let i = 0; i < rowCount; i++) {
    const key = deltas[i] ?? 0
    const length = counts[i] ?? 0
    let slot = key & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = key
    table[slot * 2 + 1] = start * 256 + length
    start += length
  }
  return { classes, score }

  function score(features: Int32Array, count: number, scores: Float64Array): void {
    for (let f = 0; f < count; f++) {
      const key = features[f] ?? 0
      let slot = key & mask
      let row = table[slot * 2 + 1] ?? 0
      while (row !== 0 && table[slot * 2] !== key) {
        slot = (slot + 1) & mask
        row = table[slot * 2 + 1] ?? 0
      }
      if (row === 0) continue
      const from = (row >>> 8) * 2
      const to = from + (row & 255) * 2
      for (let p = from; p < to; p += 2) {
        const at = rows[p] ?? 0
        scores[at] = (scores[at] ?? 0) + (squares[rows[p + 1] ?? 0] ?? 0)
      }
    }
  }
}
