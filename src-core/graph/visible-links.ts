import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import type { EntityKind } from '../model/entity'
import type { EntityId } from '../model/ids'
import { predicates } from '../model/link'
import type { Predicate } from '../model/link'

/** What a picture shows unless the filters say otherwise: who did what to whom, with what, from where. */
export const defaultPredicates: readonly Predicate[] = [
  'targets',
  'uses',
  'exploits',
  'attributed-to',
  'originates-from',
]

/** Dozens a report: they would bury the victims. Shown when `filters.kinds` names them. */
export const quietKinds: ReadonlySet<EntityKind> = new Set(['indicator', 'technique'])

/** The links that pass, in a fixed order. `focus`: only links that touch one of these entities. */
export function visibleLinks(
  view: CaseView,
  filters: CaseFilters,
  focus?: ReadonlySet<EntityId>,
): readonly CaseLink[] {
  const wanted = new Set(filters.predicates ?? defaultPredicates)
  return [...view.links.values()]
    .filter(
      (link) =>
        wanted.has(link.predicate) &&
        (!focus || focus.has(link.source) || focus.has(link.target)) &&
        isShown(link, filters) &&
        isOfKind(link.source, view, filters) &&
        isOfKind(link.target, view, filters) &&
        isWithin(link, view, filters),
    )
    .sort(
      (a, b) =>
        predicates.indexOf(a.predicate) - predicates.indexOf(b.predicate) || compareIds(a.id, b.id),
    )
}

/** By code unit: the same everywhere, whatever the language of the machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isShown(link: CaseLink, filters: CaseFilters): boolean {
  if (link.review === 'rejected' && !filters.showRejected) return false
  if (link.polarity === 'denied' && filters.showDenied === false) return false
  if (filters.outcomes && link.predicate === 'targets')
    if (!link.outcome || !filters.outcomes.includes(link.outcome)) return false
  return (
    link.confidence >= (filters.minConfidence ?? 0) &&
    link.origins.length >= (filters.minOrigins ?? 0)
  )
}

function isOfKind(id: EntityId, view: CaseView, { kinds }: CaseFilters): boolean {
  const entity = view.entities.get(id)
  if (!entity) return false
  return kinds ? kinds.includes(entity.kind) : !quietKinds.has(entity.kind)
}

/** By the activity's period; where none is stated, by the dates of the reports; where those have none, the link stays. */
function isWithin(link: CaseLink, view: CaseView, { since, until }: CaseFilters): boolean {
  if (since === undefined && until === undefined) return true
  const published = link.documents
    .map((report) => view.reports.get(report)?.published)
    .filter((date) => date !== undefined)
    .sort(compareIds)
  const from = link.period?.from ?? link.period?.to ?? published[0]
  const to = link.period?.to ?? link.period?.from ?? published.at(-1)
  if (from === undefined || to === undefined) return true
  // Dates of less precision are prefixes: 2023 reaches to the end of 2023.
  const endsInTime = since === undefined || to.slice(0, since.length) >= since.slice(0, to.length)
  const startsInTime =
    until === undefined || from.slice(0, until.length) <= until.slice(0, from.length)
  return endsInTime && startsInTime
}
