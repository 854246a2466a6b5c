import type { EntityId, LinkId } from '../model/ids'
import { linkId } from '../model/ids'
import type { LinkEnds } from './merge-link'
import type { Standing } from './standing'

/** Where a link as read is shown: under other ends, or, where both ends are one by now, as a claim about that one. */
export type Placement =
  | { readonly type: 'link'; readonly ends: LinkEnds }
  | { readonly type: 'claim'; readonly entity: EntityId }

/** `undefined`: as it was read. */
export function placementOf(
  read: LinkEnds,
  { identity, edits }: Pick<Standing, 'identity' | 'edits'>,
): Placement | undefined {
  const change = edits.get(read.id)?.value
  const source = identity.canonical(change?.source ?? read.source)
  const target = identity.canonical(change?.target ?? read.target)
  const predicate = change?.predicate ?? read.predicate
  const polarity = change?.polarity ?? read.polarity
  if (source === target && read.source !== read.target) return { type: 'claim', entity: source }
  const id = linkId(source, predicate, target, polarity)
  return id === read.id
    ? undefined
    : { type: 'link', ends: { id, source, predicate, target, polarity } }
}

/** Which links as read stand behind what is shown. Those shown as they were read cost nothing here. */
export class LinkPlaces {
  private readonly placed = new Map<LinkId, Placement>()
  private readonly links = new Map<LinkId, Set<LinkId>>()
  private readonly claims = new Map<EntityId, Set<LinkId>>()

  get(read: LinkId): Placement | undefined {
    return this.placed.get(read)
  }

  /** The links as read behind a shown one, by id. */
  behind(shown: LinkId): readonly LinkId[] {
    if (this.placed.size === 0) return [shown]
    const moved = this.links.get(shown)
    if (!moved) return this.placed.has(shown) ? [] : [shown]
    return [...(this.placed.has(shown) ? [] : [shown]), ...moved].sort()
  }

  claimsOn(entity: EntityId): readonly LinkId[] {
    return [...(this.claims.get(entity) ?? [])].sort()
  }

  set(read: LinkId, placement: Placement | undefined): void {
    const before = this.placed.get(read)
    if (before?.type === 'link') take(this.links, before.ends.id, read)
    if (before?.type === 'claim') take(this.claims, before.entity, read)
    if (!placement) {
      this.placed.delete(read)
      return
    }
    this.placed.set(read, placement)
    if (placement.type === 'link') add(this.links, placement.ends.id, read)
    else add(this.claims, placement.entity, read)
  }
}

function add<Key>(sets: Map<Key, Set<LinkId>>, key: Key, member: LinkId): void {
  const known = sets.get(key)
  if (known) known.add(member)
  else sets.set(key, new Set([member]))
}

function take<Key>(sets: Map<Key, Set<LinkId>>, key: Key, member: LinkId): void {
  const known = sets.get(key)
  known?.delete(member)
  if (known?.size === 0) sets.delete(key)
}
