import type { ConfidenceFeature } from '../../model/link'

/** One relation's scorer: a sum of readable weights through a logistic curve, then a calibration. */
export interface RelationModel {
  readonly bias: number
  readonly weights: Readonly<Record<string, number>>
  /** A link is printed from here on. */
  readonly threshold: number
  /** Platt scaling of the raw log-odds: confidence = σ(scale · z + shift). */
  readonly calibration: { readonly scale: number; readonly shift: number }
}

/** All scorers, with how they were fitted; `resources/models/link-weights.json`. */
export interface LinkWeights {
  readonly fitted: string
  readonly relations: Readonly<Record<string, RelationModel>>
}

export interface CompiledModel {
  readonly model: RelationModel
  readonly weights: ReadonlyMap<string, number>
}

export function compileModel(model: RelationModel): CompiledModel {
  return { model, weights: new Map(Object.entries(model.weights)) }
}

/** Log-odds before calibration. */
export function rawScore(
  compiled: CompiledModel,
  ...lists: readonly (readonly string[])[]
): number {
  let z = compiled.model.bias
  for (const list of lists) for (const name of list) z += compiled.weights.get(name) ?? 0
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
  return lists
    .flat()
    .map((name) => ({ name, value: 1, weight: compiled.weights.get(name) ?? 0 }))
    .filter((feature) => feature.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map((feature) => ({ ...feature, weight: Math.round(feature.weight * 100) / 100 }))
}
