import type { Knowledge } from '../../knowledge/knowledge'
import type { Recognition, SegmentedText } from '../stages'
import { makeContext } from './make-context'
import { recognisers } from './recognisers'

/** Everything that any recogniser finds, in text order; several may claim the same words (`settleOverlaps` decides). */
export function recognise(segmented: SegmentedText, knowledge: Knowledge): Recognition[] {
  const context = makeContext(segmented, knowledge)
  const found: Recognition[] = []
  // One by one: a spread of what a huge text holds overflows the stack.
  for (const recogniser of recognisers)
    for (const recognition of recogniser.recognise(context, found)) found.push(recognition)
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end || b.strength - a.strength)
}
