import type { CaseEntity, CaseFilters, CaseLink, CaseReport, CaseView } from '../case/case-view'
import { filterCase } from '../case/filter-case'
import type { EntityId, LinkId, ReportId } from '../model/ids'

export interface ExportScope {
  /** Absent: the whole case, rejected and denied links too. */
  readonly filters?: CaseFilters
  /** Only what touches this entity. */
  readonly focus?: EntityId
}

/** The part of a case that an export holds: links that pass, what stands at their ends, and the reports that they rest on. */
export function selectForExport(view: CaseView, { filters, focus }: ExportScope): CaseView {
  const filtered = filters ? filterCase(view, filters) : view
  if (filters === undefined && focus === undefined) return view
  const links = new Map<LinkId, CaseLink>()
  for (const [id, link] of filtered.links)
    if (focus === undefined || link.source === focus || link.target === focus) links.set(id, link)
  const kept = new Set<EntityId>(focus === undefined ? [] : [focus])
  const cited = new Set<ReportId>()
  for (const { source, target, documents, evidence } of links.values()) {
    kept.add(source).add(target)
    for (const report of documents) cited.add(report)
    // Whoever is quoted stands in the export too.
    for (const { saidBy } of evidence) if (saidBy !== undefined) kept.add(saidBy)
  }
  const entities = new Map<EntityId, CaseEntity>()
  for (const [id, entity] of view.entities) if (kept.has(id)) entities.set(id, entity)
  const reports = new Map<ReportId, CaseReport>()
  for (const [id, report] of view.reports) if (cited.has(id)) reports.set(id, report)
  const linksOf = new Map<EntityId, readonly LinkId[]>()
  for (const [id, all] of view.linksOf) {
    const remaining = all.filter((link) => links.has(link))
    if (remaining.length > 0) linksOf.set(id, remaining)
  }
  const all = [...links.values()]
  const rejected = all.filter(({ review }) => review === 'rejected').length
  return {
    ...view,
    reports,
    entities,
    links,
    linksOf,
    counts: {
      reports: reports.size,
      links: links.size - rejected,
      unreviewed: all.filter(({ review }) => review === 'unreviewed').length,
      rejected,
    },
  }
}
