import type { LinkWeights, RelationModel } from '@core/extraction/score/relation-model'
import { compileModel, rawScore } from '@core/extraction/score/relation-model'
import { scoredRelations } from '@core/extraction/link/collect-pairs'
import { bagScore } from '@core/extraction/score/score-bags'
import { calibrate } from './calibrate'
import { fitLogistic, type Bag, type FitOptions } from './fit-logistic'
import type { LabelledBag } from './training-bags'

const options: FitOptions = { l2: 0.6, lexicalL2: 2.5, epochs: 120, minPages: 3, positiveWeight: 1 }
const outcomes = ['compromised', 'targeted', 'attempted'] as const
export const foldCount = 5
export const foldOf = (page: number): number => page % foldCount

export type Task = { readonly name: string; readonly bags: readonly Bag[] }

/** One binary task a scorer: each relation, each outcome, and the hedge. */
export function tasksOf(labelled: readonly LabelledBag[]): Task[] {
  const toBag = (bag: LabelledBag, positive: boolean): Bag => ({
    page: bag.page,
    positive,
    rows: bag.rows.map((row) => row.features.flat()),
  })
  const links = labelled.filter((bag) => bag.relation === 'targets' && bag.positive)
  return [
    ...scoredRelations.map((relation) => ({
      name: relation,
      bags: labelled.filter((b) => b.relation === relation).map((b) => toBag(b, b.positive)),
    })),
    ...outcomes.map((outcome) => ({
      name: `outcome-${outcome}`,
      bags: links.map((b) => toBag(b, b.outcome === outcome)),
    })),
    { name: 'hedged', bags: links.map((b) => toBag(b, b.hedged === true)) },
  ]
}

/** Fits every scorer; thresholds and calibration come from pages that the scorer did not see (five folds by page). */
export function fitModels(tasks: readonly Task[], fitted: string): LinkWeights {
  const relations: Record<string, RelationModel> = {}
  for (const task of tasks) relations[task.name] = fitTask(task)
  return { fitted, relations }
}

function fitTask(task: Task): RelationModel {
  const bags = [...task.bags]
  if (bags.filter((b) => b.positive).length < 5)
    return { bias: -9, weights: {}, threshold: 9, calibration: { scale: 1, shift: 0 } }
  const held: { z: number; positive: boolean }[] = []
  for (let fold = 0; fold < foldCount; fold++) {
    const inside = bags.filter((bag) => foldOf(bag.page) !== fold)
    const model = fitLogistic(inside, options)
    const compiled = compileModel({ ...model, threshold: 0, calibration: { scale: 1, shift: 0 } })
    for (const bag of bags)
      if (foldOf(bag.page) === fold)
        held.push({
          z: bagScore(bag.rows.map((row) => rawScore(compiled, row)).sort((a, b) => b - a)),
          positive: bag.positive,
        })
  }
  const { threshold, scale, shift } = calibrate(held)
  return { ...fitLogistic(bags, options), threshold, calibration: { scale, shift } }
}
