import type { EntityId } from '@core/model/ids'
import type { Link } from '@core/model/link'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'

const headings = ['who', 'does', 'whom or what', 'how far', 'when', 'sure', 'in these words']
const widest = [28, 16, 36, 20, 17, 4, 90]

/** The links of one report for people: one line each, surest first inside each actor. */
export function linkTable(path: string, report: Report, reading: Reading, text: string): string {
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]))
  const links = reading.links.toSorted(
    (a, b) => compare(a.source, b.source) || b.confidence - a.confidence,
  )
  const rows = [headings, ...links.map((link) => rowOf(link, names, text))].map((row) =>
    row.map((cell, i) => cut(cell, widest[i] ?? 40)),
  )
  const widths = headings.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const head = [report.title, report.published, path]
    .filter((part) => part !== undefined)
    .join(' · ')
  const body = links.length === 0 ? ['(no links)'] : lines
  return `${[head, ...body].join('\n')}\n\n`
}

function rowOf(link: Link, names: ReadonlyMap<EntityId, string>, text: string): string[] {
  const { start, end } = link.evidence[0]
  const manner = [
    link.polarity === 'denied' ? 'denied' : '',
    link.outcome ?? '',
    link.hedged ? '(hedged)' : '',
  ]
  return [
    names.get(link.source) ?? link.source,
    link.predicate,
    names.get(link.target) ?? link.target,
    manner.filter((word) => word !== '').join(' '),
    [link.period?.from, link.period?.to].filter((day) => day !== undefined).join('–'),
    link.confidence.toFixed(2),
    text.slice(start, end).replace(/\s+/g, ' '),
  ]
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
