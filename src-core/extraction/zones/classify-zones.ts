import type { Knowledge } from '../../knowledge/knowledge'
import type { Zone } from '../../model/reading'
import type { SourceText } from '../../model/source-text'
import { findStories } from './find-stories'
import { labelUnits } from './label-units'
import { layoutUnits } from './layout-units'

/**
 * One zone a paragraph, line item or table row, in text order, never overlapping: what part of the page it is and which story it tells.
 * Layout, lexical cues and the cohesion of names decide; no rule knows a site.
 */
export function classifyZones(source: SourceText, knowledge: Knowledge): Zone[] {
  const units = layoutUnits(source)
  const labels = labelUnits(source.text, units)
  const stories = findStories(source.text, units, labels, knowledge)
  return units.flatMap((unit, i) => {
    const label = labels[i]
    if (!label) return []
    const story = stories[i] ?? 0
    const body = { start: unit.start, end: unit.end, kind: label.kind, story, rule: label.rule }
    if (label.bodyFrom === undefined) return [body]
    // A wire's place line stands in front of the first sentence of its paragraph.
    return [
      { ...body, end: label.bodyFrom, kind: 'dateline' as const, rule: 'dateline/run-in' },
      { ...body, start: label.bodyFrom },
    ]
  })
}
