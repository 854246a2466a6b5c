export interface HeldOut {
  readonly z: number
  readonly positive: boolean
}

/** Platt scaling by Newton steps, and the threshold with the best F1 on pages that were held out. */
export function calibrate(held: readonly HeldOut[]): {
  readonly threshold: number
  readonly scale: number
  readonly shift: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
} {
  let scale = 1
  let shift = 0
  for (let step = 0; step < 200; step++) {
    let gs = 0
    let gb = 0
    for (const { z, positive } of held) {
      const p = 1 / (1 + Math.exp(-(scale * z + shift)))
      gs += (p - (positive ? 1 : 0)) * z
      gb += p - (positive ? 1 : 0)
    }
    scale -= (0.5 * gs) / held.length
    shift -= (0.5 * gb) / held.length
    scale = Math.max(0.2, scale)
  }
  const sorted = [...held].sort((a, b) => b.z - a.z)
  const all = held.filter((h) => h.positive).length
  let best = { threshold: 0, f1: 0, precision: 0, recall: 0 }
  let right = 0
  sorted.forEach(({ z, positive }, i) => {
    if (positive) right++
    const precision = right / (i + 1)
    const recall = right / all
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    if (f1 > best.f1) best = { threshold: z, f1, precision, recall }
  })
  const round = (value: number): number => Math.round(value * 1000) / 1000
  return {
    ...best,
    threshold: round(best.threshold - 0.001),
    scale: round(scale),
    shift: round(shift),
  }
}
