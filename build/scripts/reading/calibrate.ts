export interface HeldOut {
  readonly z: number
  readonly positive: boolean
}

/** `f2` weighs recall, for facts of which a further one costs a reader little; `f0.7` weighs precision. */
export type Aim = 'f1' | 'f2' | 'f0.7' | 'balanced'

export interface Calibration {
  readonly threshold: number
  readonly scale: number
  readonly shift: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

/** Platt scaling by gradient steps, and the threshold with the best F1 (or balanced accuracy) on pages that were held out. */
export function calibrate(held: readonly HeldOut[], aim: Aim): Calibration {
  let scale = 1
  let shift = 0
  for (let step = 0; step < 400; step++) {
    let gs = 0
    let gb = 0
    for (const { z, positive } of held) {
      const p = 1 / (1 + Math.exp(-(scale * z + shift)))
      gs += (p - (positive ? 1 : 0)) * z
      gb += p - (positive ? 1 : 0)
    }
    scale = Math.max(0.2, scale - (0.5 * gs) / held.length)
    shift -= (0.5 * gb) / held.length
  }
  const sorted = [...held].sort((a, b) => b.z - a.z)
  const all = held.filter((h) => h.positive).length
  const none = held.length - all
  let best = { threshold: 0, f1: 0, precision: 0, recall: 0 }
  let bestValue = -1
  let right = 0
  sorted.forEach(({ z, positive }, i) => {
    if (positive) right++
    const precision = right / (i + 1)
    const recall = right / all
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    const balanced = recall + 1 - (i + 1 - right) / Math.max(1, none)
    const beta2 = aim === 'f2' ? 4 : aim === 'f0.7' ? 0.49 : 1
    const f = right === 0 ? 0 : ((1 + beta2) * precision * recall) / (beta2 * precision + recall)
    const value = aim === 'balanced' ? balanced : f
    const next = sorted[i + 1]?.z ?? z - 1
    if (value <= bestValue) return
    bestValue = value
    best = { threshold: (z + next) / 2, f1, precision, recall }
  })
  // Few examples make the best threshold a matter of luck: it is drawn towards even odds.
  const even = -shift / scale
  const trust = aim === 'f2' ? 1 : all / (all + 60)
  const threshold = best.threshold * trust + even * (1 - trust)
  const round = (value: number): number => Math.round(value * 1000) / 1000
  return { ...best, threshold: round(threshold), scale: round(scale), shift: round(shift) }
}
