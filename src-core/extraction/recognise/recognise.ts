import type { Knowledge } from '../../knowledge/knowledge'
import type { Recognition, SegmentedText } from '../stages'
import { makeContext } from './make-context'
import { recognisers } from './recognisers'

/** Everything that any recogniser finds, in text order; several may claim the same words (`settleOverlaps` decides). */
export function recognise(segmented: SegmentedText, knowledge: Knowledge): Recognition[] {
  const context = makeContext(segmented, knowledge)
  const found: Recognition[] = []
  for (const recogniser of recognisers) found.push(...recogniser.recognise(context, found))
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end || b.strength - a.strength)
}
