import type { Bag } from './fit-logistic'

export interface TreeOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly l2: number
  readonly minHessian: number
  readonly minPages: number
}

/** A tree over present/absent features: inner nodes ask for a feature, leaves add log-odds. */
export type TreeNode = { readonly feature: string; readonly yes: TreeNode; readonly no: TreeNode } | { readonly value: number }

export interface FittedTrees {
  readonly bias: number
  readonly trees: readonly TreeNode[]
}

/** Gradient-boosted trees on bags: a bag's log-odds is the soft maximum of its rows', `offset` is added to each row's. */
export function fitTrees(bags: readonly Bag[], options: TreeOptions, offset?: readonly (readonly number[])[]): FittedTrees {
  const index = new Map<string, number>()
  const pagesOf = new Map<string, Set<number>>()
  for (const bag of bags) for (const row of bag.rows) for (const f of row) {
    let s = pagesOf.get(f); if (!s) pagesOf.set(f, (s = new Set())); s.add(bag.page)
  }
  for (const f of [...pagesOf.keys()].sort()) if ((pagesOf.get(f)?.size ?? 0) >= options.minPages) index.set(f, index.size)
  const names = [...index.keys()]
  const rows: Int32Array[] = []
  const bagOf: number[] = []
  const start: number[] = []
  const z: number[] = []
  bags.forEach((bag, b) => {
    start.push(rows.length)
    bag.rows.forEach((row, i) => {
      rows.push(Int32Array.from(new Set(row.flatMap((n) => index.get(n) ?? []))))
      bagOf.push(b); z.push(offset?.[b]?.[i] ?? -1)
    })
  })
  start.push(rows.length)
  const n = rows.length, F = names.length
  const has: Uint8Array[] = []
  const Z = Float64Array.from(z), G = new Float64Array(n), H = new Float64Array(n)
  const trees: TreeNode[] = []
  const sumG = new Float64Array(F), sumH = new Float64Array(F)
  void has
  const setOf = rows.map((r) => new Set(r))
  const build = (members: Int32Array, depth: number): TreeNode => {
    let g = 0, h = 0
    for (const r of members) { g += G[r] ?? 0; h += H[r] ?? 0 }
    const leaf = (): TreeNode => {
      const value = (-g / (h + options.l2)) * options.rate
      for (const r of members) Z[r] = (Z[r] ?? 0) + value
      return { value: Math.round(value * 10000) / 10000 }
    }
    if (depth === 0 || h < 2 * options.minHessian) return leaf()
    sumG.fill(0); sumH.fill(0)
    for (const r of members) { const gr = G[r] ?? 0, hr = H[r] ?? 0; if (hr < 1e-7 && Math.abs(gr) < 1e-7) continue; for (const f of rows[r] ?? []) { sumG[f] = (sumG[f] ?? 0) + gr; sumH[f] = (sumH[f] ?? 0) + hr } }
    const base = (g * g) / (h + options.l2)
    let best = -1, gain = 0.01
    for (let f = 0; f < F; f++) {
      const hf = sumH[f] ?? 0
      if (hf < options.minHessian || h - hf < options.minHessian) continue
      const gf = sumG[f] ?? 0
      const v = (gf * gf) / (hf + options.l2) + ((g - gf) * (g - gf)) / (h - hf + options.l2) - base
      if (v > gain) { gain = v; best = f }
    }
    if (best < 0) return leaf()
    const yes: number[] = [], no: number[] = []
    for (const r of members) (setOf[r]?.has(best) ? yes : no).push(r)
    return { feature: names[best] ?? '', yes: build(Int32Array.from(yes), depth - 1), no: build(Int32Array.from(no), depth - 1) }
  }
  const all = Int32Array.from({ length: n }, (_, i) => i)
  for (let t = 0; t < options.trees; t++) {
    bags.forEach((bag, b) => {
      const from = start[b] ?? 0, to = start[b + 1] ?? 0
      let best = -Infinity
      for (let r = from; r < to; r++) best = Math.max(best, Z[r] ?? 0)
      let total = 0
      for (let r = from; r < to; r++) total += Math.exp(2 * ((Z[r] ?? 0) - best))
      let zb = 0
      for (let r = from; r < to; r++) zb += (Math.exp(2 * ((Z[r] ?? 0) - best)) / total) * (Z[r] ?? 0)
      const p = 1 / (1 + Math.exp(-zb))
      for (let r = from; r < to; r++) {
        const share = Math.exp(2 * ((Z[r] ?? 0) - best)) / total
        G[r] = (p - (bag.positive ? 1 : 0)) * share
        H[r] = Math.max(1e-9, p * (1 - p) * share)
      }
    })
    trees.push(build(all, options.depth))
  }
  return { bias: -1, trees }
}

export function treeScore(model: FittedTrees, row: readonly string[], offset = model.bias): number {
  const set = new Set(row)
  let z = offset
  for (const tree of model.trees) {
    let node: TreeNode = tree
    while ('feature' in node) node = set.has(node.feature) ? node.yes : node.no
    z += node.value
  }
  return z
}
