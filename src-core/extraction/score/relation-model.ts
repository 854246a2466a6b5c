import type { ConfidenceFeature } from '../../model/link'
import { compileTrees, scoreTrees, type CompiledTrees, type TreeNode } from './trees'

/**
 * One relation's scorer. A row's log-odds is the sum of readable weights or, where there are trees, the mean of that sum
 * and of the trees' sum: the trees know what features mean together. A calibration turns it into a confidence.
 */
export interface RelationModel {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
  readonly trees?: { readonly bias: number; readonly nodes: readonly TreeNode[] }
  /** A link is printed from here on. */
  readonly threshold: number
  /** Platt scaling of the raw log-odds: confidence = σ(scale · z + shift). */
  readonly calibration: { readonly scale: number; readonly shift: number }
}

/** All scorers, with how they were fitted; `resources/models/link-weights.tsv`. */
export interface LinkWeights {
  readonly fitted: string
  readonly relations: Readonly<Record<string, RelationModel>>
}

export interface CompiledModel {
  readonly model: RelationModel
  /** Feature → its number. */
  readonly ids: ReadonlyMap<string, number>
  readonly weights: Float64Array
  readonly trees: CompiledTrees | undefined
  /** Scratch: features of the row being scored; always cleared again. */
  readonly has: Uint8Array
  readonly encoded: WeakMap<readonly string[], Int32Array>
}

export function compileModel(model: RelationModel): CompiledModel {
  const ids = new Map<string, number>()
  const idOf = (feature: string): number => {
    const known = ids.get(feature)
    if (known !== undefined) return known
    ids.set(feature, ids.size)
    return ids.size - 1
  }
  const names = Object.keys(model.weights)
  names.forEach(idOf)
  const trees = model.trees && compileTrees(model.trees.nodes, idOf)
  const weights = new Float64Array(ids.size)
  names.forEach((name, i) => (weights[i] = model.weights[name] ?? 0))
  return { model, ids, weights, trees, has: new Uint8Array(ids.size), encoded: new WeakMap() }
}

/** Rows that the weights alone rule out are not worth walking the trees for. */
const hopeless = -2.5

/** Feature lists are shared between rows and relations: each is turned into numbers once a scorer. */
function encode(compiled: CompiledModel, list: readonly string[]): Int32Array {
  const known = compiled.encoded.get(list)
  if (known) return known
  const ids: number[] = []
  for (const name of list) {
    const id = compiled.ids.get(name)
    if (id !== undefined) ids.push(id)
  }
  const encoded = Int32Array.from(ids)
  compiled.encoded.set(list, encoded)
  return encoded
}

/** Log-odds before calibration. A feature counts once, however often it is named. */
export function rawScore(
  compiled: CompiledModel,
  ...lists: readonly (readonly string[])[]
): number {
  const { model, weights, trees, has } = compiled
  let z = model.bias
  for (const list of lists) {
    const ids = encode(compiled, list)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      if (has[id] === 1) continue
      has[id] = 1
      z += weights[id] ?? 0
    }
  }
  if (trees && model.trees && z > hopeless) z = (z + model.trees.bias + scoreTrees(trees, has)) / 2
  for (const list of lists) {
    const ids = encode(compiled, list)
    for (let i = 0; i < ids.length; i++) has[ids[i] ?? 0] = 0
  }
  return z
}

export function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

export function confidenceOf(model: RelationModel, z: number): number {
  return logistic(model.calibration.scale * z + model.calibration.shift)
}

/** The features that moved a score most, for a person to read. */
export function strongestFeatures(
  compiled: CompiledModel,
  count: number,
  ...lists: readonly (readonly string[])[]
): ConfidenceFeature[] {
  return [...new Set(lists.flat())]
    .map((name) => ({
      name,
      value: 1,
      weight: compiled.weights[compiled.ids.get(name) ?? -1] ?? 0,
    }))
    .filter((feature) => feature.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map((feature) => ({ ...feature, weight: Math.round(feature.weight * 100) / 100 }))
}
