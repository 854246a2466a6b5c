import type { Knowledge } from '../../knowledge/knowledge'
import type { ReportMetadata } from '../../model/report'
import type { SourceText } from '../../model/source-text'
import type { SegmentedText, Sentence } from '../stages'
import { classifyZones } from '../zones/classify-zones'
import { splitSentences } from './split-sentences'
import { tokenise } from './tokenise'

/** Zones, then sentences of all zones but chrome. A zone never shares a sentence with another. */
export function segmentText(
  source: SourceText,
  metadata: ReportMetadata,
  knowledge: Knowledge,
): SegmentedText {
  const zones = classifyZones(source, knowledge)
  const sentences: Sentence[] = []
  zones.forEach((zone, paragraph) => {
    if (zone.kind === 'chrome') return
    for (const tokens of splitSentences(tokenise(source.text, zone.start, zone.end))) {
      const first = tokens[0]
      const last = tokens.at(-1)
      if (!first || !last) continue
      sentences.push({
        start: first.start,
        end: last.end,
        index: sentences.length,
        zone: zone.kind,
        story: zone.story,
        paragraph,
        tokens,
      })
    }
  })
  return { source, metadata, zones, sentences }
}
