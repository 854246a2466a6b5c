import type { CaseView } from '../../case/case-view'
import type { EntityId, LinkId, ReportId } from '../../model/ids'
import type { EvidenceQuote, OwnBundle } from './from-stix'

/** A bundle of ours as a case to look at and to export again. Of the texts it holds the quoted sentences, each at its place. */
export function caseOfBundle(bundle: OwnBundle): {
  readonly view: CaseView
  readonly textOf: (report: ReportId) => string | undefined
} {
  const { reports, entities, links, quotes } = bundle
  const linksOf = new Map<EntityId, LinkId[]>()
  for (const { id, source, target } of links)
    for (const end of new Set([source, target])) linksOf.set(end, [...(linksOf.get(end) ?? []), id])
  const rejected = links.filter(({ review }) => review === 'rejected').length
  const view: CaseView = {
    reports: new Map(reports.map((report) => [report.id, report])),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    links: new Map(links.map((link) => [link.id, link])),
    linksOf,
    // Decisions do not travel in a bundle, only what they came to.
    notes: new Map(),
    apart: new Set(),
    conflicts: [],
    bin: [],
    purged: [],
    counts: {
      reports: reports.length,
      links: links.length - rejected,
      unreviewed: links.filter(({ review }) => review === 'unreviewed').length,
      rejected,
    },
  }
  const byReport = new Map<ReportId, EvidenceQuote[]>()
  for (const quote of quotes)
    byReport.set(quote.report, [...(byReport.get(quote.report) ?? []), quote])
  return { view, textOf: (report) => sparseText(byReport.get(report)) }
}

/** Blanks where the bundle is silent; more than any report has is no text but an attack on memory. */
const longestText = 64 * 1024 * 1024

function sparseText(quotes: readonly EvidenceQuote[] | undefined): string | undefined {
  if (!quotes) return undefined
  let text = ''
  for (const { start, quote } of quotes.toSorted((a, b) => a.start - b.start)) {
    const end = start + quote.length
    if (end > longestText || end <= text.length) continue
    // Sentences overlap where one link quotes a part of another's.
    text = text.length <= start ? text.padEnd(start) + quote : text.slice(0, start) + quote
  }
  return text
}
