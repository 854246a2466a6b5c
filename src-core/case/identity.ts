import type { Decision } from '../model/decision'
import type { DecisionId, EntityId } from '../model/ids'

/** A merge in force: from now on these are one, and it can be taken back for ever. */
export interface Merge {
  readonly decision: DecisionId
  readonly author: string
  readonly at: string
  readonly into: EntityId
  readonly from: readonly EntityId[]
}

/** Which entities a person has declared one. What was never merged is not in it. */
export interface Identity {
  /** The entity under whose id the others are shown; itself where it was never merged. */
  readonly canonical: (id: EntityId) => EntityId
  /** All that are shown as this one, itself first, then by id. */
  readonly members: (canonical: EntityId) => readonly EntityId[]
  /** The merges behind one, oldest first. */
  readonly merges: (canonical: EntityId) => readonly Merge[]
  /** Every entity that is shown as another. */
  readonly moved: ReadonlyMap<EntityId, EntityId>
}

/** Derived from the merges in force alone: to take one back, whenever it was made, restores what stood before. */
export function identityOf(effective: readonly Decision[]): Identity {
  const parents = new Map<EntityId, EntityId>()
  const rootOf = (id: EntityId): EntityId => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    return root
  }
  const merges: Merge[] = []
  for (const { action, id, author, at } of effective) {
    if (action.type !== 'merge-entities') continue
    merges.push({ decision: id, author, at, into: action.into, from: action.from })
    for (const from of action.from) {
      const [low, high] = [rootOf(from), rootOf(action.into)]
      if (low !== high) parents.set(low, high)
    }
  }
  const moved = new Map<EntityId, EntityId>()
  const groups = new Map<EntityId, EntityId[]>()
  for (const id of [...parents.keys()].sort()) {
    const root = rootOf(id)
    moved.set(id, root)
    const group = groups.get(root)
    if (group) group.push(id)
    else groups.set(root, [root, id])
  }
  return {
    canonical: (id) => moved.get(id) ?? id,
    members: (canonical) => groups.get(canonical) ?? [canonical],
    merges: (canonical) => merges.filter(({ into }) => (moved.get(into) ?? into) === canonical),
    moved,
  }
}
