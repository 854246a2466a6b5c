import type { TableBlock } from '../brief'
import { defang } from './defang'
import type { FactParts } from './fact-parts'

/** More belong into a file for machines, not on paper. */
const mostIndicators = 400

/** Indicators of the cited sources, defanged. */
export function indicatorsTable({ view, citations }: FactParts): TableBlock {
  const sources = new Set(citations.sources)
  const all = [...view.entities.values()]
    .filter(({ kind }) => kind === 'indicator')
    .map((indicator) => ({ indicator, named: indicator.reports.filter((id) => sources.has(id)) }))
    .filter(({ named }) => named.length > 0)
    .toSorted(
      (a, b) =>
        (a.indicator.subtype ?? '').localeCompare(b.indicator.subtype ?? '', 'en') ||
        (a.indicator.name < b.indicator.name ? -1 : 1),
    )
  const rows = all.slice(0, mostIndicators).map(({ indicator, named }) => [
    [{ type: 'text', text: indicator.subtype ?? '' } as const],
    [{ type: 'code', text: defang(indicator.name, indicator.subtype) } as const],
    [
      {
        type: 'text',
        text: named
          .map((id) => citations.sourceNumber(id))
          .toSorted((a, b) => a - b)
          .map((number) => `S${number}`)
          .join(', '),
      } as const,
    ],
  ])
  return {
    type: 'table',
    heading: 'Indicators (defanged)',
    columns: ['Type', 'Indicator', 'Named in'],
    rows,
    empty: 'The sources name no indicator.',
    ...(all.length > mostIndicators
      ? {
          note: `${all.length - mostIndicators} more stand in the case; export them as CSV or STIX.`,
        }
      : {}),
  }
}
