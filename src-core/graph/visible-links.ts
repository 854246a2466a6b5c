import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { filterCase } from '../case/filter-case'
import { entityKindOf } from '../model/ids'
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

/** The links to draw, in a fixed order. `focus`: only links that touch one of these entities. */
export function visibleLinks(
  view: CaseView,
  filters: CaseFilters,
  focus?: ReadonlySet<EntityId>,
): readonly CaseLink[] {
  const wanted = new Set(filters.predicates ?? defaultPredicates)
  const isQuiet = (id: EntityId): boolean => {
    const kind = entityKindOf(id)
    return quietKinds.has(kind) && filters.kinds?.includes(kind) !== true
  }
  return [...filterCase(view, filters).links.values()]
    .filter(
      (link) =>
        wanted.has(link.predicate) &&
        (!focus || focus.has(link.source) || focus.has(link.target)) &&
        !isQuiet(link.source) &&
        !isQuiet(link.target),
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
