import { readerStages } from '@core/extraction/create-reader'
import type { Knowledge } from '@core/knowledge/knowledge'
import { syntaxModel } from './models'
import type { Page } from './gold'
import { inputOf } from './read-page'
import { labelBags, type LabelledBag } from './training-bags'

/** Runs every page through the reader up to scoring and puts the labels on what it found. */
export function labelPages(pages: readonly Page[], knowledge: Knowledge): LabelledBag[] {
  const stages = readerStages({ linkWeights: { fitted: '', relations: {} }, ...syntaxModel() })
  return pages.flatMap((page, index) => {
    const segmented = stages.segment(inputOf(page.text, page.gold.published), knowledge)
    const recognitions = stages.settle(stages.recognise(segmented, knowledge))
    const resolved = stages.resolve(segmented, recognitions, knowledge)
    return labelBags(page, index, resolved, stages.collect(resolved))
  })
}

export function trainingNote(pages: number): string {
  return [
    'Link scorers of Gnomon: readable features and their weights in log-odds.',
    `Fitted by build/scripts/fit-links.ts on ${pages} labelled pages (shared/eval train and start): multiple-instance logistic`,
    'regression with L2; thresholds and calibration from five folds by page. Lines: @relation bias threshold scale shift.',
  ].join('\n')
}
