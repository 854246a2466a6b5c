import type { ConfidenceFeature } from '../../model/link'
import { knownFeatures, type FeatureIds } from './feature-ids'
import type { FeatureList } from './feature-list'
import { compileTrees, featuresIn, scoreTrees, type CompiledTrees, type TreeNode } from './trees'

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
  readonly ids: FeatureIds
  /** Its place among the scorers of one reader, by which feature lists remember what they are worth to it. */
  readonly scorer: number
  readonly bias: number
  /** By feature. Weights are whole thousandths, as the file has them: sums come out the same in any order. */
  readonly weights: Int32Array
  readonly trees: { readonly bias: number; readonly nodes: CompiledTrees } | undefined
  /** Scratch: features of the row being scored; always cleared again. */
  readonly has: Uint8Array
}

/** The scorers of a reader; all number features alike. */
export function compileModels(
  { relations }: LinkWeights,
  ids: FeatureIds = featuresOf(Object.values(relations)),
): Map<string, CompiledModel> {
  return new Map(
    Object.entries(relations).map(([relation, model], scorer) => [
      relation,
      compileModel(model, ids, scorer),
    ]),
  )
}

export function compileModel(
  model: RelationModel,
  ids: FeatureIds = featuresOf([model]),
  scorer = 0,
): CompiledModel {
  const weights = new Int32Array(ids.size)
  for (const [name, weight] of Object.entries(model.weights))
    weights[ids.of(name)] = thousandths(weight)
  return {
    model,
    ids,
    scorer,
    bias: thousandths(model.bias),
    weights,
    trees: model.trees && {
      bias: thousandths(model.trees.bias),
      nodes: compileTrees(model.trees.nodes, ids.of),
    },
    has: new Uint8Array(ids.size),
  }
}

/** Every feature that one of the scorers asks for. */
export function featuresOf(models: readonly RelationModel[]): FeatureIds {
  return knownFeatures(
    models.flatMap(({ weights, trees }) => [
      ...Object.keys(weights),
      ...(trees?.nodes ?? []).flatMap(featuresIn),
    ]),
  )
}

function thousandths(value: number): number {
  return Math.round(value * 1000)
}

/** Rows that the weights alone rule out are not worth walking the trees for; in thousandths. */
const hopeless = -2500

/** Log-odds before calibration. The lists of a row share no feature. */
export function rawScore(compiled: CompiledModel, lists: readonly FeatureList[]): number {
  const { bias, weights, scorer, trees, has } = compiled
  let z = bias
  for (const list of lists) z += list.sum(weights, scorer)
  if (!trees || z <= hopeless) return z / 1000
  for (const { ids } of lists) for (const id of ids) has[id] = 1
  const grown = scoreTrees(trees.nodes, has)
  for (const { ids } of lists) for (const id of ids) has[id] = 0
  return (z + trees.bias + grown) / 2000
}

export function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z))
}

export function confidenceOf(model: RelationModel, z: number): number {
  return logistic(model.calibration.scale * z + model.calibration.shift)
}

/** The features that moved a score most, for a person to read. */
export function strongestFeatures(
  { ids, weights }: CompiledModel,
  count: number,
  lists: readonly FeatureList[],
): ConfidenceFeature[] {
  return lists
    .flatMap((list) => list.ids)
    .filter((id) => (weights[id] ?? 0) !== 0)
    .sort(
      (a, b) =>
        Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0) ||
        (ids.nameOf(a) < ids.nameOf(b) ? -1 : 1),
    )
    .slice(0, count)
    .map((id) => ({
      name: ids.nameOf(id),
      value: 1,
      weight: Math.round(((weights[id] ?? 0) / 1000) * 100) / 100,
    }))
}
