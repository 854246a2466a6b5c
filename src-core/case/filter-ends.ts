import { suspectedOrigin, victimCountries } from '../geo/victim-country'
import type { EntityId } from '../model/ids'
import { entityId, entityKindOf } from '../model/ids'
import type { CaseFilters, CaseLink, CaseView } from './case-view'

/**
 * Which links the filter's actors and victims let through. An actor passes by itself or by its suspected origin. Victims of one
 * sort are alternatives, sector and place belong together: "telecoms in Taiwan" wants both, said of one victim. What an actor
 * uses or where it comes from stays with the actor: it goes when none of its attacks passes.
 */
export function endsFilter(view: CaseView, filters: CaseFilters): (link: CaseLink) => boolean {
  const isActorWanted = actorFilter(view, filters)
  const isVictimWanted = victimFilter(view, filters)
  if (!isActorWanted && !isVictimWanted) return () => true
  const passesActor = (link: CaseLink) => {
    if (!isActorWanted) return true
    const actor = attackerOf(link)
    return actor !== undefined && isActorWanted(actor)
  }
  if (!isVictimWanted) return passesActor
  const active = new Set<EntityId>()
  for (const link of view.links.values())
    if (link.predicate === 'targets' && link.review !== 'rejected' && isVictimWanted(link))
      active.add(link.source)
  return (link) => {
    if (!passesActor(link)) return false
    if (link.predicate === 'targets') return isVictimWanted(link)
    const actor = attackerOf(link)
    return actor !== undefined && active.has(actor)
  }
}

/** The end of a link that is an actor or a campaign; the source where both are. */
function attackerOf({ source, target }: CaseLink): EntityId | undefined {
  return [source, target].find((id) => ['actor', 'campaign'].includes(entityKindOf(id)))
}

function actorFilter(
  view: CaseView,
  { actors, actorOrigins }: CaseFilters,
): ((id: EntityId) => boolean) | undefined {
  if (!actors && !actorOrigins) return undefined
  const origins = new Map<EntityId, boolean>()
  const isFromThere = (id: EntityId) => {
    const known = origins.get(id)
    if (known !== undefined) return known
    const origin = suspectedOrigin(view, id)
    const found = origin !== undefined && actorOrigins?.includes(origin) === true
    origins.set(id, found)
    return found
  }
  return (id) => actors?.includes(id) === true || (actorOrigins !== undefined && isFromThere(id))
}

function victimFilter(
  view: CaseView,
  { victims }: CaseFilters,
): ((link: CaseLink) => boolean) | undefined {
  if (!victims) return undefined
  const isArea = (id: EntityId) => ['country', 'region', 'place'].includes(entityKindOf(id))
  const areas = new Set(victims.filter(isArea))
  const others = new Set(victims.filter((id) => !isArea(id)))
  const cells = cellTargets(view)
  return (link) => {
    const targets =
      link.cell === undefined ? [link.target] : (cells.get(cellKey(link)) ?? [link.target])
    const isThere =
      areas.size === 0 ||
      targets.some((id) => areas.has(id) || countriesOf(view, id).some((at) => areas.has(at)))
    return isThere && (others.size === 0 || targets.some((id) => others.has(id)))
  }
}

function countriesOf(view: CaseView, id: EntityId): readonly EntityId[] {
  return victimCountries(view, id).map((iso2) => entityId('country', iso2))
}

/** What an actor's links that share a cell aim at together. */
function cellTargets(view: CaseView): ReadonlyMap<string, readonly EntityId[]> {
  const cells = new Map<string, EntityId[]>()
  for (const link of view.links.values()) {
    if (link.predicate !== 'targets' || link.cell === undefined) continue
    const known = cells.get(cellKey(link))
    if (known) known.push(link.target)
    else cells.set(cellKey(link), [link.target])
  }
  return cells
}

function cellKey({ source, cell, polarity }: CaseLink): string {
  return `${source}\n${cell ?? ''}\n${polarity}`
}
