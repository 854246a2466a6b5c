/** A bag of rows with one label: at least one row of a positive bag states the link, none of a negative one does. */
export interface Bag {
  readonly page: number
  readonly positive: boolean
  /** How much it counts; 1 where absent. */
  readonly weight?: number
  readonly rows: readonly (readonly string[])[]
}

export interface FitOptions {
  readonly l2: number
  /** Extra factor on the penalty of features that name single words. */
  readonly lexicalL2: number
  readonly epochs: number
  /** A feature must occur in as many pages. */
  readonly minPages: number
  /** Weight of a positive bag. */
  readonly positiveWeight: number
}

export interface Fitted {
  readonly bias: number
  readonly weights: Record<string, number>
}

const lexical =
  /^(?:word |before |after2? |owner of |attack word |slot [a-z-]+ |between |hedge (?:word|claim|at attack|actor says) )/

/**
 * Multiple-instance logistic regression: a bag's log-odds is the soft maximum of its rows'. Full-batch Adam from zero;
 * everything is in a fixed order, so the same pages give the same weights.
 */
export function fitLogistic(bags: readonly Bag[], options: FitOptions): Fitted {
  const index = featureIndex(bags, options.minPages)
  const names = [...index.keys()]
  const size = names.length
  const penalty = Float64Array.from(
    names,
    (name) => options.l2 * (lexical.test(name) ? options.lexicalL2 : 1),
  )
  const encoded = bags.map((bag) => ({
    y: bag.positive ? 1 : 0,
    weight: (bag.positive ? options.positiveWeight : 1) * (bag.weight ?? 1),
    rows: bag.rows.map((row) =>
      Int32Array.from(new Set(row.flatMap((name) => index.get(name) ?? []))),
    ),
  }))
  const w = new Float64Array(size)
  const gradient = new Float64Array(size)
  const m = new Float64Array(size + 1)
  const v = new Float64Array(size + 1)
  let bias = -1
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    gradient.fill(0)
    let biasGradient = 0
    for (const bag of encoded) {
      const scores = bag.rows.map((row) => {
        let z = bias
        for (const f of row) z += w[f] ?? 0
        return z
      })
      const best = Math.max(...scores)
      let total = 0
      const shares = scores.map((z) => {
        const share = Math.exp(2 * (z - best))
        total += share
        return share
      })
      let z = 0
      shares.forEach((share, i) => (z += (share / total) * (scores[i] ?? 0)))
      const error = (1 / (1 + Math.exp(-z)) - bag.y) * bag.weight
      biasGradient += error
      bag.rows.forEach((row, i) => {
        const step = (error * (shares[i] ?? 0)) / total
        if (Math.abs(step) < 1e-6) return
        for (const f of row) gradient[f] = (gradient[f] ?? 0) + step
      })
    }
    const rate = 0.05 * (1 - (0.9 * epoch) / options.epochs)
    const update = (i: number, g: number): number => {
      m[i] = 0.9 * (m[i] ?? 0) + 0.1 * g
      v[i] = 0.99 * (v[i] ?? 0) + 0.01 * g * g
      const mean = (m[i] ?? 0) / (1 - 0.9 ** epoch)
      const variance = (v[i] ?? 0) / (1 - 0.99 ** epoch)
      return (rate * mean) / (Math.sqrt(variance) + 1e-8)
    }
    for (let f = 0; f < size; f++)
      w[f] = (w[f] ?? 0) - update(f, (gradient[f] ?? 0) + (penalty[f] ?? 0) * (w[f] ?? 0))
    bias -= update(size, biasGradient)
  }
  const weights: Record<string, number> = {}
  names.forEach((name, f) => {
    const value = Math.round((w[f] ?? 0) * 1000) / 1000
    if (Math.abs(value) >= 0.005) weights[name] = value
  })
  return { bias: Math.round(bias * 1000) / 1000, weights }
}

function featureIndex(bags: readonly Bag[], minPages: number): Map<string, number> {
  const pages = new Map<string, Set<number>>()
  for (const bag of bags)
    for (const row of bag.rows)
      for (const name of row) {
        const set = pages.get(name)
        if (set) set.add(bag.page)
        else pages.set(name, new Set([bag.page]))
      }
  const kept = [...pages].filter(([, set]) => set.size >= minPages).map(([name]) => name)
  return new Map(kept.sort().map((name, i) => [name, i]))
}
