import type { TableBlock } from '../brief'
import { yardsticks } from '../language/yardsticks'
import type { FactParts } from './fact-parts'

/** The scales that the document uses, so that it explains itself. */
export function scalesTable({ plan }: FactParts): TableBlock {
  const { terms, name } = yardsticks[plan.yardstick]
  const rows: readonly (readonly [string, string, string])[] = [
    ...terms.map(({ term, from, to }) => ['Likelihood', term, `${from}–${to} %`] as const),
    ['Confidence', 'high', 'several independent sources of good quality agree; few assumptions'],
    ['Confidence', 'moderate', 'credible and plausible, but not corroborated enough'],
    ['Confidence', 'low', 'scant, fragmented or single-origin information'],
    ['Reliability', 'A to E', 'completely, usually, fairly, not usually reliable; unreliable'],
    ['Reliability', 'F', 'cannot be judged'],
    ['Credibility', '1 to 5', 'confirmed, probably true, possibly true, doubtful, improbable'],
    ['Credibility', '6', 'cannot be judged'],
    ['Outcome', 'compromised', 'the actor got in'],
    ['Outcome', 'targeted', 'attacked; success not stated'],
    ['Outcome', 'attempted', 'tried, or success unclear'],
  ]
  return {
    type: 'table',
    heading: 'Scales',
    columns: ['Scale', 'Term', 'Meaning'],
    rows: rows.map((row) => row.map((text) => [{ type: 'text', text }])),
    empty: '',
    note: `Likelihood: ${name}. Likelihood and confidence are never said in one sentence. Sources: Admiralty (NATO) grades; reliability and credibility are judged apart.`,
  }
}
