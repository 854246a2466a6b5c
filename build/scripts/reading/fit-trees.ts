import type { TreeNode } from '@core/extraction/score/trees'
import type { Bag } from './fit-logistic'

export interface TreeOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly l2: number
  readonly minHessian: number
  readonly minPages: number
}

interface Rows {
  readonly features: readonly Int32Array[]
  readonly sets: readonly ReadonlySet<number>[]
  /** First row of each bag, and the end. */
  readonly starts: readonly number[]
  readonly names: readonly string[]
}

const firstScore = -1
const pooling = 2

/** Gradient-boosted trees on bags, second order: a bag's log-odds is the soft maximum of its rows'. */
export function fitTrees(
  bags: readonly Bag[],
  options: TreeOptions,
): { readonly bias: number; readonly nodes: readonly TreeNode[] } {
  const rows = encode(bags, options.minPages)
  const count = rows.features.length
  const z = new Float64Array(count).fill(firstScore)
  const gradient = new Float64Array(count)
  const hessian = new Float64Array(count)
  const nodes: TreeNode[] = []
  const all = Int32Array.from({ length: count }, (_, i) => i)
  const grower = new Grower(rows, options, gradient, hessian, z)
  for (let tree = 0; tree < options.trees; tree++) {
    derive(bags, rows, z, gradient, hessian)
    nodes.push(grower.grow(all, options.depth))
  }
  return { bias: firstScore, nodes }
}

function encode(bags: readonly Bag[], minPages: number): Rows {
  const pages = new Map<string, Set<number>>()
  for (const bag of bags)
    for (const row of bag.rows)
      for (const name of row) {
        const set = pages.get(name)
        if (set) set.add(bag.page)
        else pages.set(name, new Set([bag.page]))
      }
  const names = [...pages].filter(([, set]) => set.size >= minPages).map(([name]) => name)
  names.sort()
  const index = new Map(names.map((name, i) => [name, i]))
  const features: Int32Array[] = []
  const starts: number[] = []
  for (const bag of bags) {
    starts.push(features.length)
    for (const row of bag.rows)
      features.push(Int32Array.from(new Set(row.flatMap((name) => index.get(name) ?? []))))
  }
  starts.push(features.length)
  return { features, sets: features.map((row) => new Set(row)), starts, names }
}

/** First and second derivatives of the bags' logistic loss, shared out to rows by their part in the soft maximum. */
function derive(
  bags: readonly Bag[],
  rows: Rows,
  z: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  bags.forEach((bag, b) => {
    const weight = bag.weight ?? 1
    const from = rows.starts[b] ?? 0
    const to = rows.starts[b + 1] ?? from
    let best = -Infinity
    for (let r = from; r < to; r++) best = Math.max(best, z[r] ?? 0)
    let total = 0
    let weighted = 0
    for (let r = from; r < to; r++) {
      const share = Math.exp(pooling * ((z[r] ?? 0) - best))
      total += share
      weighted += share * (z[r] ?? 0)
    }
    const p = 1 / (1 + Math.exp(-weighted / total))
    for (let r = from; r < to; r++) {
      const share = Math.exp(pooling * ((z[r] ?? 0) - best)) / total
      gradient[r] = (p - (bag.positive ? 1 : 0)) * share * weight
      hessian[r] = Math.max(1e-9, p * (1 - p) * share * weight)
    }
  })
}

class Grower {
  private readonly sumG: Float64Array
  private readonly sumH: Float64Array

  constructor(
    private readonly rows: Rows,
    private readonly options: TreeOptions,
    private readonly gradient: Float64Array,
    private readonly hessian: Float64Array,
    private readonly z: Float64Array,
  ) {
    this.sumG = new Float64Array(rows.names.length)
    this.sumH = new Float64Array(rows.names.length)
  }

  grow(members: Int32Array, depth: number): TreeNode {
    let g = 0
    let h = 0
    for (const r of members) {
      g += this.gradient[r] ?? 0
      h += this.hessian[r] ?? 0
    }
    const feature = depth === 0 ? -1 : this.bestSplit(members, g, h)
    if (feature < 0) return this.leaf(members, g, h)
    const yes: number[] = []
    const no: number[] = []
    for (const r of members) (this.rows.sets[r]?.has(feature) ? yes : no).push(r)
    return {
      feature: this.rows.names[feature] ?? '',
      yes: this.grow(Int32Array.from(yes), depth - 1),
      no: this.grow(Int32Array.from(no), depth - 1),
    }
  }

  private leaf(members: Int32Array, g: number, h: number): TreeNode {
    const exact = (-g / (h + this.options.l2)) * this.options.rate
    const value = Math.round(exact * 1000) / 1000
    for (const r of members) this.z[r] = (this.z[r] ?? 0) + value
    return { value }
  }

  private bestSplit(members: Int32Array, g: number, h: number): number {
    const { l2, minHessian } = this.options
    this.sumG.fill(0)
    this.sumH.fill(0)
    for (const r of members) {
      const hr = this.hessian[r] ?? 0
      const gr = this.gradient[r] ?? 0
      if (hr < 1e-6 && Math.abs(gr) < 1e-6) continue
      for (const f of this.rows.features[r] ?? []) {
        this.sumG[f] = (this.sumG[f] ?? 0) + gr
        this.sumH[f] = (this.sumH[f] ?? 0) + hr
      }
    }
    const base = (g * g) / (h + l2)
    let best = -1
    let bestGain = 0.01
    for (let f = 0; f < this.sumG.length; f++) {
      const hf = this.sumH[f] ?? 0
      if (hf < minHessian || h - hf < minHessian) continue
      const gf = this.sumG[f] ?? 0
      const gain = (gf * gf) / (hf + l2) + ((g - gf) * (g - gf)) / (h - hf + l2) - base
      if (gain > bestGain) {
        bestGain = gain
        best = f
      }
    }
    return best
  }
}
