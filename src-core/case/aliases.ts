import type { DecisionAction } from '../model/decision'
import type { DecisionId, EntityId } from '../model/ids'
import { apartKey } from './standing'
import type { CaseEntity, CaseLink, CaseView } from './case-view'

/** Two entities that a report calls one, and nobody has decided. */
export interface OpenAlias {
  readonly key: string
  readonly a: CaseEntity
  readonly b: CaseEntity
  /** Links that say that they are one; at least one. */
  readonly claims: readonly CaseLink[]
  /** Links that say that they are not. */
  readonly denials: readonly CaseLink[]
  /** One of the two is called the same as somebody else too, or the claim is denied: not to be guessed. */
  readonly isContested: boolean
}

/** Claims of aliases that wait for a decision: contested ones first, then those with the most origins. */
export function openAliases(view: CaseView): readonly OpenAlias[] {
  const pairs = new Map<string, CaseLink[]>()
  const partners = new Map<EntityId, Set<EntityId>>()
  for (const link of view.links.values()) {
    if (link.predicate !== 'alias-of' || link.review === 'rejected') continue
    const key = apartKey(link.source, link.target)
    if (link.source === link.target || view.apart.has(key)) continue
    const known = pairs.get(key)
    if (known) known.push(link)
    else pairs.set(key, [link])
    if (link.polarity === 'denied') continue
    for (const [one, other] of [
      [link.source, link.target],
      [link.target, link.source],
    ] as const)
      partners.set(one, (partners.get(one) ?? new Set()).add(other))
  }
  const open: OpenAlias[] = []
  for (const [key, links] of pairs) {
    const claims = links.filter(({ polarity }) => polarity === 'asserted')
    const denials = links.filter(({ polarity }) => polarity === 'denied')
    const [first] = claims
    const a = first && view.entities.get(first.source)
    const b = first && view.entities.get(first.target)
    if (!a || !b || a.kind !== b.kind) continue
    const isContested =
      denials.length > 0 || [a, b].some(({ id }) => (partners.get(id)?.size ?? 0) > 1)
    open.push({ key, a, b, claims, denials, isContested })
  }
  const origins = ({ claims }: OpenAlias) => new Set(claims.flatMap((link) => link.origins)).size
  return open.sort(
    (x, y) =>
      Number(y.isContested) - Number(x.isContested) ||
      origins(y) - origins(x) ||
      (x.key < y.key ? -1 : 1),
  )
}

/**
 * What takes one member out of a merged entity, however it came in: the merges that name it are revoked, and those of them
 * that named others too are made again without it.
 */
export function separation(entity: CaseEntity, member: EntityId): readonly DecisionAction[] {
  const concerned = (entity.merged?.merges ?? []).filter(
    ({ into, from }) => into === member || from.includes(member),
  )
  const revoked: DecisionId[] = concerned.map(({ decision }) => decision)
  if (revoked.length === 0) return []
  const kept = concerned.flatMap(({ into, from }): readonly DecisionAction[] => {
    const [lead, ...others] = [into, ...from].filter((id) => id !== member)
    return lead !== undefined && others.length > 0
      ? [{ type: 'merge-entities', into: lead, from: others }]
      : []
  })
  return [{ type: 'revoke', decisions: revoked }, ...kept]
}
