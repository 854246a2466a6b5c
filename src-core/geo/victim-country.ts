import type { CaseView } from '../case/case-view'
import { entityKindOf } from '../model/ids'
import type { EntityId } from '../model/ids'

/** Alpha-2 codes of the country that a victim is, or lies in: places by their key, organisations by an asserted `based-in`. */
export function victimCountries(view: CaseView, id: EntityId): readonly string[] {
  switch (entityKindOf(id)) {
    case 'country':
      return [countryCode(view, id)]
    case 'place': {
      const code = /^place:([A-Z]{2})\//.exec(id)?.[1]
      return code === undefined ? seats(view, id) : [code]
    }
    case 'organization':
      return seats(view, id)
    default:
      return []
  }
}

export function countryCode(view: CaseView, id: EntityId): string {
  return view.entities.get(id)?.ref ?? id.slice(id.indexOf(':') + 1)
}

function seats(view: CaseView, id: EntityId): readonly string[] {
  return assertedTargets(view, id, 'based-in')
    .filter((seat) => entityKindOf(seat) === 'country')
    .map((seat) => countryCode(view, seat))
}

/** Suspected origin of an attacker: its own, an asserted `originates-from`, or that of whom it is attributed to. Never guessed. */
export function suspectedOrigin(
  view: CaseView,
  id: EntityId,
  seen: ReadonlySet<EntityId> = new Set(),
): string | undefined {
  if (seen.has(id)) return undefined
  const own = view.entities.get(id)?.origin
  if (own !== undefined) return own
  const stated = assertedTargets(view, id, 'originates-from').find(
    (place) => entityKindOf(place) === 'country',
  )
  if (stated !== undefined) return countryCode(view, stated)
  for (const actor of assertedTargets(view, id, 'attributed-to')) {
    if (entityKindOf(actor) === 'country') return countryCode(view, actor)
    const theirs = suspectedOrigin(view, actor, new Set([...seen, id]))
    if (theirs !== undefined) return theirs
  }
  return undefined
}

function assertedTargets(
  view: CaseView,
  id: EntityId,
  predicate: 'based-in' | 'originates-from' | 'attributed-to',
): readonly EntityId[] {
  return (view.linksOf.get(id) ?? []).flatMap((linkId) => {
    const link = view.links.get(linkId)
    return link?.source === id &&
      link.predicate === predicate &&
      link.polarity === 'asserted' &&
      link.review !== 'rejected'
      ? [link.target]
      : []
  })
}
