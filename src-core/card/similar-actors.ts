import type { CaseView } from '../case/case-view'
import { compareIds } from '../graph/visible-links'
import type { EntityKind } from '../model/entity'
import type { EntityId, LinkId } from '../model/ids'
import { entityKindOf } from '../model/ids'

export interface SimilarActor {
  readonly actor: EntityId
  /** 0..1: cosine of what the two have, rare things weighing more than common ones. */
  readonly score: number
  /** What both have, the rarest first. */
  readonly shared: readonly EntityId[]
}

/** What likens actors: whom they attack and what they attack with. Where they come from is a claim, not a likeness. */
const predicates = new Set(['targets', 'uses', 'exploits'])

/** The actors that share most with one, the likest first. Looks only at those with something in common. */
export function similarActors(view: CaseView, id: EntityId, most = 6): readonly SimilarActor[] {
  const own = featuresOf(view, id)
  const actors = countActors(view)
  const weight = (feature: EntityId) => Math.log(1 + actors / usersOf(view, feature).size)
  const candidates = new Set([...own].flatMap((feature) => [...usersOf(view, feature)]))
  candidates.delete(id)
  const length = norm(own, weight)
  return [...candidates]
    .map((actor): SimilarActor => {
      const theirs = featuresOf(view, actor)
      const shared = [...own].filter((feature) => theirs.has(feature))
      const dot = shared.reduce((sum, feature) => sum + weight(feature) ** 2, 0)
      const order = (a: EntityId, b: EntityId) => weight(b) - weight(a) || compareIds(a, b)
      return { actor, score: dot / (length * norm(theirs, weight)), shared: shared.sort(order) }
    })
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.score - a.score || compareIds(a.actor, b.actor))
    .slice(0, most)
}

function featuresOf(view: CaseView, id: EntityId): ReadonlySet<EntityId> {
  return new Set(
    linksFrom(view, id).flatMap(({ source, target }) => (source === id ? [target] : [])),
  )
}

/** Actors that have a feature. */
function usersOf(view: CaseView, feature: EntityId): ReadonlySet<EntityId> {
  return new Set(
    linksFrom(view, feature).flatMap(({ source, target }) =>
      target === feature && isActor(source) ? [source] : [],
    ),
  )
}

function linksFrom(view: CaseView, id: EntityId) {
  return (view.linksOf.get(id) ?? []).flatMap((link: LinkId) => {
    const found = view.links.get(link)
    return found &&
      predicates.has(found.predicate) &&
      found.polarity === 'asserted' &&
      found.review !== 'rejected'
      ? [found]
      : []
  })
}

function countActors(view: CaseView): number {
  let count = 0
  for (const id of view.entities.keys()) if (isActor(id)) count += 1
  return Math.max(count, 1)
}

function isActor(id: EntityId): boolean {
  const kind: EntityKind = entityKindOf(id)
  return kind === 'actor' || kind === 'campaign'
}

function norm(features: ReadonlySet<EntityId>, weight: (id: EntityId) => number): number {
  return Math.sqrt([...features].reduce((sum, feature) => sum + weight(feature) ** 2, 0)) || 1
}
