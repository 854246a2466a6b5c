import type { ByteReader } from './byte-reader'
import { signedSquare } from './weights'

/** Scores of the three moves; SHIFT's is 0, the others are relative to it. */
export interface MoveScorer {
  /** Writes the scores of LEFT and RIGHT to `scores[1]` and `scores[2]`. */
  score(features: Int32Array, count: number, scores: Float64Array): void
}

/** One table entry a feature: its hash, and both weights in one integer, so that a feature costs one cache line. */
export function readMoveWeights(reader: ByteReader): MoveScorer {
  const count = reader.varint()
  let size = 16
  while (size < count * 1.6) size *= 2
  const mask = size - 1
  const table = new Int32Array(size * 2)
  const keys = new Int32Array(count)
  let hash = -0x80000000
  for (let i = 0; i < count; i++) {
    hash += reader.varint()
    keys[i] = hash
  }
  const left = reader.take(count)
  const right = reader.take(count)
  for (let i = 0; i < count; i++) {
    const key = keys[i] ?? 0
    let slot = key & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = key
    table[slot * 2 + 1] =
      (signedSquare(left[i] ?? 0) << 16) | (signedSquare(right[i] ?? 0) & 0xffff)
  }
  return {
    score(features, featureCount, scores) {
      let sumLeft = 0
      let sumRight = 0
      for (let f = 0; f < featureCount; f++) {
        const key = features[f] ?? 0
        let slot = key & mask
        let pair = table[slot * 2 + 1] ?? 0
        while (pair !== 0 && table[slot * 2] !== key) {
          slot = (slot + 1) & mask
          pair = table[slot * 2 + 1] ?? 0
        }
        sumLeft += pair >> 16
        sumRight += (pair << 16) >> 16
      }
      scores[0] = 0
      scores[1] = sumLeft
      scores[2] = sumRight
    },
  }
}
