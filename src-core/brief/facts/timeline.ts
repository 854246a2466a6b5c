import type { TableBlock } from '../brief'
import { linkMarksOf } from '../link-marks'
import { victimsOf } from '../victims'
import { periodWords } from '../words'
import type { FactParts } from './fact-parts'

/** Dated activity, the earliest first; what no source dates is a gap and stands there. */
export function timelineTable({ view, links, citations }: FactParts): TableBlock {
  const dated = victimsOf(
    view,
    links.filter(({ predicate }) => predicate === 'targets'),
  )
    .flatMap((victim) => {
      const period = victim.links.find((link) => link.period)?.period
      return period ? [{ victim, period, start: period.from ?? period.to ?? '' }] : []
    })
    .toSorted(
      (a, b) =>
        (a.start < b.start ? -1 : a.start > b.start ? 1 : 0) ||
        a.victim.name.localeCompare(b.victim.name, 'en'),
    )
  return {
    type: 'table',
    heading: 'Activity in time',
    columns: ['When', 'Actor', 'Victim', 'Outcome', 'Evidence'],
    rows: dated.map(({ victim, period }) => [
      [{ type: 'text', text: periodWords(period.from, period.to) }],
      [{ type: 'text', text: victim.actor.name }],
      [{ type: 'strong', text: victim.name }],
      [{ type: 'outcome', marks: linkMarksOf(victim.strongest) }],
      [{ type: 'citations', numbers: citations.cite(victim.links, 4) }],
    ]),
    empty: 'The sources date no activity.',
  }
}
