import { readerStages } from '@core/extraction/create-reader'
import { statementDescriber } from '@core/extraction/link/statement-context'
import { openFeatures } from '@core/extraction/score/feature-ids'
import type { Knowledge } from '@core/knowledge/knowledge'
import { firstOwnPage } from './own-pages'
import { loadPages, type Page } from './gold'
import { syntaxModel } from './models'
import { loadOwnPages, loadPhenomena } from './phenomena'
import { inputOf } from './read-page'
import { labelBags, type LabelledBag } from './training-bags'

/** Bags of the training pages, of the two start pages and of the own sentences. */
export function labelTraining(knowledge: Knowledge): LabelledBag[] {
  return [
    ...labelPages(loadPages('train'), knowledge, 0),
    ...labelPages(
      [...loadPages('start'), ...loadPhenomena(), ...loadOwnPages()],
      knowledge,
      firstOwnPage,
    ),
  ]
}

/** Runs every page through the reader up to scoring and puts the labels on what it found. */
export function labelPages(
  pages: readonly Page[],
  knowledge: Knowledge,
  firstPage: number,
): LabelledBag[] {
  const features = openFeatures()
  const models = { linkWeights: { fitted: '', relations: {} }, ...syntaxModel() }
  const stages = readerStages(models, features)
  const describeStatements = statementDescriber(features)
  return pages.flatMap((page, index) => {
    const segmented = stages.segment(inputOf(page.text, page.gold.published), knowledge)
    const recognitions = stages.settle(stages.recognise(segmented, knowledge))
    const resolved = stages.resolve(segmented, recognitions, knowledge)
    const rows = stages.collect(resolved)
    const nameOf = (id: number): string => features.nameOf(id)
    return labelBags(page, firstPage + index, resolved, rows, nameOf, describeStatements)
  })
}

export function trainingNote(): string {
  return [
    'Link scorers of Gnomon: readable features and their weights in log-odds.',
    'Fitted by build/scripts/fit-links.ts on the labelled pages of shared/eval train and start and on the own sentences of',
    'test/core/extraction/phenomena: multiple-instance logistic regression with L2; thresholds and calibration from five',
    'folds by page. Lines: @relation bias threshold scale shift, then feature and weight.',
  ].join('\n')
}
