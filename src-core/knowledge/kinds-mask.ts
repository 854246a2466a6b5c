import { entityKinds, type EntityKind } from '../model/entity'

const bitOf: ReadonlyMap<EntityKind, number> = new Map(entityKinds.map((kind, i) => [kind, 1 << i]))

/** One bit a kind, for tests of many hits. */
export function kindsMask(kinds: Iterable<EntityKind>): number {
  let mask = 0
  for (const kind of kinds) mask |= bitOf.get(kind) ?? 0
  return mask
}
