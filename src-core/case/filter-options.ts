import { suspectedOrigin } from '../geo/victim-country'
import type { EntityId } from '../model/ids'
import { entityKindOf } from '../model/ids'
import type { CaseView } from './case-view'

/** What the filter can be asked for in this case, the most frequent first. */
export interface FilterOptions {
  /** Suspected origins, with the actors from there. */
  readonly origins: readonly { readonly iso2: string; readonly count: number }[]
  readonly actors: readonly FilterOption[]
  /** Countries, regions, sectors, organisations … that somebody attacked. */
  readonly victims: readonly FilterOption[]
}

export interface FilterOption {
  readonly id: EntityId
  readonly name: string
  /** Attacks by or on it. */
  readonly count: number
}

export function filterOptions(view: CaseView): FilterOptions {
  const actors = new Map<EntityId, number>()
  const victims = new Map<EntityId, number>()
  for (const { predicate, source, target, review } of view.links.values()) {
    if (predicate !== 'targets' || review === 'rejected') continue
    actors.set(source, (actors.get(source) ?? 0) + 1)
    victims.set(target, (victims.get(target) ?? 0) + 1)
  }
  const origins = new Map<string, number>()
  for (const id of view.entities.keys()) {
    const kind = entityKindOf(id)
    if (kind !== 'actor' && kind !== 'campaign') continue
    if (!actors.has(id)) actors.set(id, 0)
    const origin = suspectedOrigin(view, id)
    if (origin !== undefined) origins.set(origin, (origins.get(origin) ?? 0) + 1)
  }
  return {
    origins: [...origins]
      .map(([iso2, count]) => ({ iso2, count }))
      .sort((a, b) => b.count - a.count || (a.iso2 < b.iso2 ? -1 : 1)),
    actors: optionsOf(view, actors),
    victims: optionsOf(view, victims),
  }
}

function optionsOf(view: CaseView, counts: ReadonlyMap<EntityId, number>): readonly FilterOption[] {
  return [...counts]
    .map(([id, count]) => ({ id, name: view.entities.get(id)?.name ?? id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
}
