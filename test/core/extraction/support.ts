import { recognise } from '@core/extraction/recognise/recognise'
import { settleOverlaps } from '@core/extraction/settle/settle-overlaps'
import type { Recognition, SegmentedText } from '@core/extraction/stages'
import { segmentText } from '@core/extraction/text/segment'
import { readPlainText } from '@core/import/text/read-plain-text'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { builtinKnowledgeTables } from '../../../resources/knowledge/tables'

export const knowledge = loadKnowledge(builtinKnowledgeTables)

/** A prose paragraph after a headline, as recognisers meet it; dated so that relative words mean something. */
export function segmentProse(text: string, published = '2024-05-17'): SegmentedText {
  const { source, metadata } = readPlainText(`A headline of some kind\n\n${text}`, 'a.txt')
  return segmentText(source, { ...metadata, published }, knowledge)
}

export function recogniseProse(text: string, published?: string): readonly Recognition[] {
  return settleOverlaps(recognise(segmentProse(text, published), knowledge)).filter(
    (one) => one.nested !== true && one.strength >= 0.5,
  )
}

/** `kind:surface` of what is recognised, dates, counts and sectors left out unless asked for. */
export function found(text: string, kinds?: readonly Recognition['kind'][]): string[] {
  return recogniseProse(text)
    .filter((one) =>
      kinds ? kinds.includes(one.kind) : !['date', 'count', 'sector'].includes(one.kind),
    )
    .map((one) => `${one.kind}:${one.surface}`)
}
