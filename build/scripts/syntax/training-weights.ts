import { ByteReader } from '@core/extraction/syntax/byte-reader'
import { readWeights, type Scorer } from '@core/extraction/syntax/weights'
import { writeWeights } from './model-writer'

/**
 * Weights while they are being fitted: an averaged perceptron whose features get a row only once they have taken part in `minUpdates`
 * corrections (Goldberg & Elhadad 2011), which keeps the model small and costs no accuracy.
 */
export interface TrainingWeights extends Scorer {
  /** After each decision, right or wrong: averaging counts decisions. */
  tick(): void
  reward(features: Int32Array, count: number, right: number, wrong: number): void
  /** Forgets what was averaged so far: the early epochs' weights only blur the mean. */
  restartAverage(): void
  /** Averaged weights by feature hash; classes with no weight are 0. */
  averaged(): Map<number, Float32Array>
}

const SLOTS = 1 << 24
const ROWS_A_BLOCK = 1 << 14

export function makeTrainingWeights(
  classes: number,
  minUpdates: number,
  slots = SLOTS,
): TrainingWeights {
  const mask = slots - 1
  const keys = new Int32Array(slots)
  // > 0: row + 1; < 0: corrections seen so far, negated; 0: free.
  const rows = new Int32Array(slots)
  const weightBlocks: Float32Array[] = []
  const sumBlocks: Float32Array[] = []
  let rowCount = 0
  let used = 0
  let now = 1

  function slotOf(key: number): number {
    let slot = key & mask
    while (rows[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  function change(key: number, right: number, wrong: number): void {
    const slot = slotOf(key)
    let row = rows[slot] ?? 0
    if (row <= 0) {
      if (row === 0) {
        if (used > slots * 0.8) return
        used++
        keys[slot] = key
      }
      rows[slot] = --row
      if (-row < minUpdates) return
      if (rowCount % ROWS_A_BLOCK === 0) {
        weightBlocks.push(new Float32Array(ROWS_A_BLOCK * classes))
        sumBlocks.push(new Float32Array(ROWS_A_BLOCK * classes))
      }
      row = ++rowCount
      rows[slot] = row
    }
    const block = Math.floor((row - 1) / ROWS_A_BLOCK)
    const base = ((row - 1) % ROWS_A_BLOCK) * classes
    add(block, base + right, 1)
    add(block, base + wrong, -1)
  }

  function add(block: number, at: number, delta: number): void {
    const weights = weightBlocks[block]
    const sums = sumBlocks[block]
    if (weights === undefined || sums === undefined) return
    weights[at] = (weights[at] ?? 0) + delta
    sums[at] = (sums[at] ?? 0) + delta * now
  }

  return {
    classes,
    tick() {
      now++
    },
    score(features, count, scores) {
      for (let f = 0; f < count; f++) {
        const row = rows[slotOf(features[f] ?? 0)] ?? 0
        if (row <= 0) continue
        const weights = weightBlocks[Math.floor((row - 1) / ROWS_A_BLOCK)]
        if (weights === undefined) continue
        const base = ((row - 1) % ROWS_A_BLOCK) * classes
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[base + c] ?? 0)
      }
    },
    reward(features, count, right, wrong) {
      for (let f = 0; f < count; f++) change(features[f] ?? 0, right, wrong)
    },
    restartAverage() {
      now = 1
      for (const sums of sumBlocks) sums.fill(0)
    },
    averaged() {
      const result = new Map<number, Float32Array>()
      for (let slot = 0; slot < slots; slot++) {
        const row = rows[slot] ?? 0
        if (row <= 0) continue
        const block = Math.floor((row - 1) / ROWS_A_BLOCK)
        const base = ((row - 1) % ROWS_A_BLOCK) * classes
        const mean = new Float32Array(classes)
        for (let c = 0; c < classes; c++)
          mean[c] =
            (weightBlocks[block]?.[base + c] ?? 0) - (sumBlocks[block]?.[base + c] ?? 0) / now
        result.set(keys[slot] ?? 0, mean)
      }
      return result
    },
  }
}

/** The mean of several fittings that differ by chance: fewer of the errors that one of them makes alone, at no cost in reading. */
export function meanOf(fittings: readonly Map<number, Float32Array>[]): Map<number, Float32Array> {
  const [only, ...others] = fittings
  if (only === undefined || others.length === 0) return only ?? new Map<number, Float32Array>()
  const result = new Map<number, Float32Array>()
  for (const fitting of fittings)
    for (const [hash, weights] of fitting) {
      const sum = result.get(hash) ?? new Float32Array(weights.length)
      weights.forEach((weight, c) => (sum[c] = (sum[c] ?? 0) + weight / fittings.length))
      result.set(hash, sum)
    }
  return result
}

/** What the model file holds: a weight as the signed root (one byte) of its size, small ones dropped. */
export type SparseRows = readonly {
  readonly hash: number
  readonly pairs: readonly (readonly [number, number])[]
}[]

/** Weights up to 50 in size; a root of 127. */
const SCALE = (127 * 127) / 50

export function quantise(averaged: Map<number, Float32Array>, leastRoot: number): SparseRows {
  return [...averaged]
    .map(([hash, mean]) => ({
      hash,
      pairs: [...mean]
        .map((weight, c): [number, number] => [c, rootOf(weight)])
        .filter(([, root]) => Math.abs(root) >= leastRoot),
    }))
    .filter((row) => row.pairs.length > 0)
    .sort((a, b) => a.hash - b.hash)
}

/** Roots of the weights of LEFT and RIGHT against SHIFT's. */
export type MoveRows = readonly {
  readonly hash: number
  readonly left: number
  readonly right: number
}[]

export function quantiseMoves(averaged: Map<number, Float32Array>, leastRoot: number): MoveRows {
  return [...averaged]
    .map(([hash, mean]) => ({
      hash,
      left: rootOf((mean[1] ?? 0) - (mean[0] ?? 0)),
      right: rootOf((mean[2] ?? 0) - (mean[0] ?? 0)),
    }))
    .filter((row) => Math.max(Math.abs(row.left), Math.abs(row.right)) >= leastRoot)
    .sort((a, b) => a.hash - b.hash)
}

function rootOf(weight: number): number {
  return Math.sign(weight) * Math.min(127, Math.round(Math.sqrt(Math.abs(weight) * SCALE)))
}

/** Averaged weights as reading will use them. */
export function frozen(averaged: Map<number, Float32Array>, classes: number): Scorer {
  const bytes: number[] = []
  writeWeights(bytes, quantise(averaged, 3), classes)
  return readWeights(new ByteReader(Uint8Array.from(bytes)))
}
