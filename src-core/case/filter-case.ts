import { endsFilter } from './filter-ends'
import type { EntityId, LinkId } from '../model/ids'
import type { CaseEntity, CaseFilters, CaseLink, CaseReport, CaseView } from './case-view'

/**
 * The case as the shared filter lets it through. Rejected links are shown on request only; denied ones unless switched off
 * (`showDenied: false`). Kinds ask for links with such a thing at either end; an entity that loses all its links goes with them.
 * The last answer for a view is kept: all views of the desk ask the same.
 */
export function filterCase(view: CaseView, filters: CaseFilters): CaseView {
  const last = lastAnswers.get(view)
  if (last?.filters === filters) return last.shown
  const shown = filteredCase(view, filters)
  lastAnswers.set(view, { filters, shown })
  return shown
}

const lastAnswers = new WeakMap<
  CaseView,
  { readonly filters: CaseFilters; readonly shown: CaseView }
>()

function filteredCase(view: CaseView, filters: CaseFilters): CaseView {
  const isOfKind = (id: EntityId) => {
    const entity = view.entities.get(id)
    return entity !== undefined && (filters.kinds?.includes(entity.kind) ?? true)
  }
  const endsPass = endsFilter(view, filters)
  const links = new Map<LinkId, CaseLink>()
  for (const [id, link] of view.links)
    if (
      linkPasses(link, filters, view) &&
      (isOfKind(link.source) || isOfKind(link.target)) &&
      endsPass(link)
    )
      links.set(id, link)
  const linksOf = new Map<EntityId, readonly LinkId[]>()
  for (const [id, all] of view.linksOf) {
    const remaining = all.filter((link) => links.has(link))
    if (remaining.length > 0) linksOf.set(id, remaining)
  }
  const entities = new Map<EntityId, CaseEntity>()
  for (const [id, entity] of view.entities)
    if (linksOf.has(id) || (isOfKind(id) && !view.linksOf.has(id))) entities.set(id, entity)
  return { ...view, entities, links, linksOf, counts: countsOf(view.reports, links) }
}

/** Says whether the filter bar holds anything back beyond what is always held back. */
export function isFiltering(filters: CaseFilters): boolean {
  const { kinds, actors, actorOrigins, victims, predicates, outcomes } = filters
  const { minConfidence, minOrigins, since, until, acceptedOnly } = filters
  const ends = [kinds, actors, actorOrigins, victims]
  const held = [
    ...ends,
    predicates,
    outcomes,
    minConfidence,
    minOrigins,
    since,
    until,
    acceptedOnly,
  ]
  return filters.showDenied === false || held.some((value) => value !== undefined)
}

function linkPasses(link: CaseLink, filters: CaseFilters, view: CaseView): boolean {
  if (link.review === 'rejected' && filters.showRejected !== true) return false
  if (filters.acceptedOnly === true && link.review !== 'accepted') return false
  if (link.polarity === 'denied' && filters.showDenied === false) return false
  if (filters.predicates && !filters.predicates.includes(link.predicate)) return false
  // An outcome is asked of attacks only: what an actor uses, or where it comes from, has none.
  if (filters.outcomes && link.predicate === 'targets' && !hasOutcome(link, filters.outcomes))
    return false
  if (link.confidence < (filters.minConfidence ?? 0)) return false
  if (link.origins.length < (filters.minOrigins ?? 0)) return false
  return overlaps(link, filters, view)
}

function hasOutcome(link: CaseLink, wanted: NonNullable<CaseFilters['outcomes']>): boolean {
  return link.outcome !== undefined && wanted.includes(link.outcome)
}

/** Undated activity is placed at the newest publication that reports it; without that too, time does not filter it. */
function overlaps(link: CaseLink, { since, until }: CaseFilters, view: CaseView): boolean {
  if (since === undefined && until === undefined) return true
  const published = link.documents.flatMap((id) => view.reports.get(id)?.published ?? []).toSorted()
  const end = link.period?.to ?? link.period?.from ?? published.at(-1)
  const start = link.period?.from ?? link.period?.to ?? published[0]
  if (since !== undefined && end !== undefined && lastDay(end) < since) return false
  return !(until !== undefined && start !== undefined && start > lastDay(until))
}

/** "2023" reaches to its last day, "2023-05" too; "~" sorts after every digit and dash. */
function lastDay(date: string): string {
  return date.length < 10 ? `${date}~` : date
}

function countsOf(
  reports: ReadonlyMap<string, CaseReport>,
  links: ReadonlyMap<LinkId, CaseLink>,
): CaseView['counts'] {
  let unreviewed = 0
  let rejected = 0
  for (const { review } of links.values()) {
    if (review === 'unreviewed') unreviewed += 1
    if (review === 'rejected') rejected += 1
  }
  return { reports: reports.size, links: links.size - rejected, unreviewed, rejected }
}
