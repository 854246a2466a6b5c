export interface JudgedBag {
  readonly outcome: 'compromised' | 'targeted' | 'attempted'
  /** Held-out scores of its best place: says that it got in; says that it was more than an attempt. */
  readonly compromised: number
  readonly targeted: number
}

/** The two thresholds together that name the three outcomes best, each outcome counting alike. */
export function outcomeThresholds(bags: readonly JudgedBag[]): {
  readonly compromised: number
  readonly targeted: number
  readonly recall: number
} {
  const of = (outcome: JudgedBag['outcome']): number =>
    bags.filter((b) => b.outcome === outcome).length
  const totals = {
    compromised: of('compromised'),
    targeted: of('targeted'),
    attempted: of('attempted'),
  }
  let best = { compromised: 0, targeted: 0, recall: -1 }
  for (const tc of steps(bags.map((b) => b.compromised)))
    for (const tt of steps(bags.map((b) => b.targeted))) {
      const right = { compromised: 0, targeted: 0, attempted: 0 }
      for (const bag of bags) {
        const said =
          bag.compromised >= tc ? 'compromised' : bag.targeted >= tt ? 'targeted' : 'attempted'
        if (said === bag.outcome) right[said]++
      }
      const recall =
        (right.compromised / Math.max(1, totals.compromised) +
          right.targeted / Math.max(1, totals.targeted) +
          right.attempted / Math.max(1, totals.attempted)) /
        3
      if (recall > best.recall) best = { compromised: tc, targeted: tt, recall }
    }
  return best
}

function steps(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return Array.from(
    { length: 40 },
    (_, i) => Math.round((sorted[Math.floor((i * sorted.length) / 40)] ?? 0) * 1000) / 1000,
  )
}
