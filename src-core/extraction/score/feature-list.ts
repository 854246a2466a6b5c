import type { FeatureIds } from './feature-ids'

/**
 * Features of one thing (a mention, an actor in a sentence, the two together), by number, each once. Lists are shared between the rows
 * that they describe, so a list remembers what it is worth to a scorer.
 */
export class FeatureList {
  private worth: (number | undefined)[] | undefined

  constructor(readonly ids: readonly number[]) {}

  /** Sum of the weights, in thousandths of log-odds. `scorer`: the scorer's number among those of one reader. */
  sum(weights: Int32Array, scorer: number): number {
    if (this.ids.length <= shortList) return sumOf(this.ids, weights)
    this.worth ??= []
    return (this.worth[scorer] ??= sumOf(this.ids, weights))
  }
}

/** Up to here adding up costs no more than remembering. */
const shortList = 6

export const noFeatures = new FeatureList([])

/** Whole numbers: the order of adding does not matter. */
function sumOf(ids: readonly number[], weights: Int32Array): number {
  let sum = 0
  for (const id of ids) sum += weights[id] ?? 0
  return sum
}

export function listOf(ids: FeatureIds, names: Iterable<string>): FeatureList {
  const found = new Set<number>()
  for (const name of names) found.add(ids.of(name))
  found.delete(-1)
  return new FeatureList([...found])
}
