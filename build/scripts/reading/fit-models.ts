import type { LinkWeights, RelationModel } from '@core/extraction/score/relation-model'
import { compileModel, rawScore, type CompiledModel } from '@core/extraction/score/relation-model'
import { scoredRelations } from '@core/extraction/link/claims'
import { listOf } from '@core/extraction/score/feature-list'
import { hedgeFeatures, outcomeFeatures } from '@core/extraction/score/judge-rows'
import { bagScore, spreadOverChains } from '@core/extraction/score/score-bags'
import { calibrate, type Aim, type Calibration } from './calibrate'
import { fitLogistic, type Bag, type FitOptions } from './fit-logistic'
import { fitTrees, type TreeOptions } from './fit-trees'
import { outcomeThresholds } from './outcome-thresholds'
import { firstOwnPage } from './own-pages'
import type { LabelledBag } from './training-bags'

const treeOptions: TreeOptions = {
  trees: 120,
  depth: 4,
  rate: 0.1,
  l2: 4,
  minHessian: 1,
  minPages: 4,
}
const withTrees = new Set<string>([
  'targets',
  'uses',
  'exploits',
  'origin',
  'reported-by',
  'period',
  'outcome-compromised',
  'outcome-targeted',
  'hedged',
])
/** Outcome and hedge have few examples of the rare answers: smaller trees, held back more. */
const judgeTreeOptions: TreeOptions = { ...treeOptions, trees: 80, depth: 3, l2: 15 }
export const linkOptions: FitOptions = {
  l2: 1.2,
  lexicalL2: 2.5,
  epochs: 120,
  minPages: 3,
  positiveWeight: 1,
}
/** Victims: many examples of many kinds. Held back this much, the scorer is as right outside its pages, and nearer to it inside. */
const targetTrees: TreeOptions = { ...treeOptions, depth: 5, l2: 20, minPages: 6 }
const targetOptions: FitOptions = { ...linkOptions, l2: 8, minPages: 6 }
export const judgeOptions: FitOptions = {
  l2: 4,
  lexicalL2: 3,
  epochs: 100,
  minPages: 3,
  positiveWeight: 1,
}
/** Own sentences are few and plain; what they say about a pattern counts as if it were said so often. Of victims there are enough. */
const ownWeight = (relation: string): number => (relation === 'targets' ? 1 : 2)
export const foldCount = 5
export const foldOf = (page: number): number => (page >= firstOwnPage ? -1 : page % foldCount)

export interface Task {
  readonly name: string
  readonly bags: readonly Bag[]
  /** Per bag and row: what joins or forbids it; none of it where absent. */
  readonly places?: readonly LabelledBag['places'][]
}

export interface FitReport {
  readonly weights: LinkWeights
  readonly lines: readonly string[]
}

/**
 * Fits every scorer. Thresholds and calibration come from pages that the scorer did not see (five folds by page); so
 * does the choice of the places on which outcome and hedge are learned. With `thresholds` (a fit on all pages) only the
 * weights are fitted: a reader for one fold's pages takes its few thresholds from there.
 */
export function fitModels(
  labelled: readonly LabelledBag[],
  fitted: string,
  thresholds?: LinkWeights,
): FitReport {
  const relations: Record<string, RelationModel> = {}
  const lines: string[] = []
  let carried: readonly LabelledBag[] = []
  for (const relation of scoredRelations) {
    const own = labelled.filter((bag) => bag.relation === relation)
    const rowsOf = ofSoftware.has(relation) ? softwareRows : (bag: LabelledBag) => bag.rows
    const bags = own.map((bag) => toBag(bag, bag.positive, rowsOf(bag)))
    const { model, scores, calibration } = fitTask(
      { name: relation, bags, places: own.map((bag) => bag.places) },
      relation === 'targets' ? targetOptions : linkOptions,
      relation === 'period' ? 'f2' : relation === 'targets' ? 'f0.7' : 'f1',
      thresholds,
    )
    relations[relation] = model
    lines.push(describe(relation, calibration, model))
    if (relation === 'targets')
      carried = own.flatMap((bag, i) =>
        bag.positive ? [{ ...bag, rows: carrying(bag.rows, scores[i] ?? []) }] : [],
      )
  }
  const judged: readonly (readonly [string, (bag: LabelledBag) => boolean, boolean])[] = [
    ['outcome-compromised', (bag) => bag.outcome === 'compromised', false],
    ['outcome-targeted', (bag) => bag.outcome !== 'attempted', false],
    ['hedged', (bag) => bag.hedged === true, true],
  ]
  const judgedScores = new Map<string, readonly number[]>()
  for (const [name, isPositive, onlyBest] of judged) {
    const bags = carried.map((bag) =>
      toBag(
        bag,
        isPositive(bag),
        onlyBest
          ? bag.rows.slice(0, 1).map((names) => [...hedgeFeatures(names), ...bag.context])
          : bag.rows.map((names) => outcomeFeatures([...names, ...bag.context])),
        onlyBest ? 1 : balance(carried, bag.outcome),
      ),
    )
    const { model, calibration, scores } = fitTask(
      { name, bags },
      judgeOptions,
      name === 'hedged' ? 'f1' : 'balanced',
      thresholds,
    )
    relations[name] = model
    judgedScores.set(
      name,
      scores.map((rows) => Math.max(...rows)),
    )
    lines.push(describe(name, calibration, model))
  }
  if (!thresholds) lines.push(setOutcomeThresholds(relations, carried, judgedScores))
  return { weights: { fitted, relations }, lines }
}

function setOutcomeThresholds(
  relations: Record<string, RelationModel>,
  carried: readonly LabelledBag[],
  scores: ReadonlyMap<string, readonly number[]>,
): string {
  const bags = carried.flatMap((bag, i) =>
    bag.page >= firstOwnPage
      ? []
      : [
          {
            outcome: bag.outcome ?? 'targeted',
            compromised: scores.get('outcome-compromised')?.[i] ?? 0,
            targeted: scores.get('outcome-targeted')?.[i] ?? 0,
          },
        ],
  )
  const best = outcomeThresholds(bags)
  for (const name of ['compromised', 'targeted'] as const) {
    const model = relations[`outcome-${name}`]
    if (model) relations[`outcome-${name}`] = { ...model, threshold: best[name] }
  }
  return `outcome, mean of 3   held out: ${(100 * best.recall).toFixed(1)}`
}

/** Most links say "compromised": each outcome weighs alike. */
function balance(bags: readonly LabelledBag[], outcome: LabelledBag['outcome']): number {
  return bags.length / 3 / Math.max(1, bags.filter((bag) => bag.outcome === outcome).length)
}

function toBag(bag: LabelledBag, positive: boolean, rows: Bag['rows'], factor = 1): Bag {
  const weight = (bag.page >= firstOwnPage ? ownWeight(bag.relation) : 1) * factor
  return { page: bag.page, positive, weight, rows }
}

const ofSoftware = new Set<string>(['uses', 'exploits'])
const singleWord = /^(?:word|before|after2?|owner of|attack word|slot|between|own) /

/** Links with programs are few: what single words beside them are worth cannot be learned from so few. */
function softwareRows(bag: LabelledBag): Bag['rows'] {
  return bag.rows.map((names) => names.filter((name) => !singleWord.test(name)))
}

/** The places that carry a link, the best first: as `supportingRows` chooses them when reading. */
function carrying(rows: Bag['rows'], scores: readonly number[]): Bag['rows'] {
  const order = rows.map((row, i) => ({ row, z: scores[i] ?? 0 })).sort((a, b) => b.z - a.z)
  const best = order[0]?.z ?? 0
  return order.filter(({ z }) => z >= best - 1.5).map(({ row }) => row)
}

function treeOptionsOf(task: string): TreeOptions {
  if (task === 'targets') return targetTrees
  return task === 'hedged' || task.startsWith('outcome') ? judgeTreeOptions : treeOptions
}

type Fitted = Pick<RelationModel, 'bias' | 'weights' | 'trees'>

interface FittedTask {
  readonly model: RelationModel
  /** Scores of every row of every bag by a model that did not see its page. */
  readonly scores: readonly (readonly number[])[]
  readonly calibration: Calibration | undefined
}

export function fitTask(
  task: Task,
  options: FitOptions,
  aim: Aim = 'f1',
  thresholds?: LinkWeights,
): FittedTask {
  const bags = task.bags
  const positives = bags.filter((b) => b.positive).length
  if (positives < 5)
    return {
      model: { bias: -9, weights: {}, threshold: 9, calibration: { scale: 1, shift: 0 } },
      scores: bags.map((bag) => bag.rows.map(() => 0)),
      calibration: undefined,
    }
  const fitOn = (some: readonly Bag[]): Fitted => ({
    ...fitLogistic(some, options),
    ...(withTrees.has(task.name) && { trees: fitTrees(some, treeOptionsOf(task.name)) }),
  })
  const full = fitOn(bags)
  const given = thresholds?.relations[task.name]
  if (given) {
    const compiled = compiledOf(full)
    return {
      model: { ...given, ...full },
      scores: bags.map((bag) => bag.rows.map((row) => scoreOf(compiled, row))),
      calibration: undefined,
    }
  }
  const scores: number[][] = bags.map((bag) => bag.rows.map(() => 0))
  for (let fold = -1; fold < foldCount; fold++) {
    const model = fold < 0 ? full : fitOn(bags.filter((bag) => foldOf(bag.page) !== fold))
    const compiled = compiledOf(model)
    bags.forEach((bag, i) => {
      if (foldOf(bag.page) !== fold) return
      scores[i] = bag.rows.map((row) => scoreOf(compiled, row))
    })
  }
  const final = asRead(scores, task.places)
  const held = bags.flatMap(({ page, positive }, i) =>
    foldOf(page) < 0 ? [] : [{ z: bagScore((final[i] ?? []).toSorted((a, b) => b - a)), positive }],
  )
  const calibration = calibrate(held, aim)
  const { threshold, scale, shift } = calibration
  return { model: { ...full, threshold, calibration: { scale, shift } }, scores, calibration }
}

/** Rows' scores as the reader takes them: after chains and vetoes. */
function asRead(
  scores: readonly (readonly number[])[],
  places: Task['places'],
): readonly (readonly number[])[] {
  if (!places) return scores
  const spread = spreadOverChains(
    scores.flatMap((rows, bag) =>
      rows.map((z, row) => ({ z, chain: undefined, vetoed: false, ...places[bag]?.[row] })),
    ),
  )
  let at = 0
  return scores.map((rows) => spread.slice(at, (at += rows.length)))
}

function scoreOf(compiled: CompiledModel, row: readonly string[]): number {
  return rawScore(compiled, [listOf(compiled.ids, row)])
}

function compiledOf(model: Fitted): ReturnType<typeof compileModel> {
  return compileModel({ ...model, threshold: 0, calibration: { scale: 1, shift: 0 } })
}

function describe(
  name: string,
  calibration: Calibration | undefined,
  model: RelationModel,
): string {
  if (!calibration) return `${name}: too few examples`
  const percent = (value: number): string => (100 * value).toFixed(1)
  const { f1, precision, recall } = calibration
  return `${name.padEnd(20)} held out: F1 ${percent(f1)} (${percent(precision)} / ${percent(recall)}), ${Object.keys(model.weights).length} weights, threshold ${model.threshold}`
}
