import type { EntityId, LinkId, ReportId } from '../model/ids'
import type { Standing } from './standing'

/** What of a case the last decisions touch; an incremental fold makes these again and nothing else. */
export interface StandingChanges {
  /** Links as read that were judged, corrected or graded otherwise. */
  readonly links: ReadonlySet<LinkId>
  /** Entities that are shown as another one now, or no longer. */
  readonly moved: ReadonlySet<EntityId>
  readonly renamed: ReadonlySet<EntityId>
  /** Entities of which names were moved away, or no longer. */
  readonly losingNames: ReadonlySet<EntityId>
  /** Reports that people changed something in. */
  readonly amended: ReadonlySet<ReportId>
}

export function standingChanges(before: Standing, after: Standing): StandingChanges {
  const links = new Set<LinkId>()
  differing(before.reviews, after.reviews, ({ decision }) => decision, links)
  differing(before.edits, after.edits, markOf, links)
  differing(before.grades, after.grades, markOf, links)
  const moved = new Set<EntityId>()
  differing(before.identity.moved, after.identity.moved, (root) => root, moved)
  // The one that leads a group shows who merged it: it changes with each of its members.
  for (const { identity } of [before, after])
    for (const [id, root] of identity.moved)
      if (movesOf(before, root) !== movesOf(after, root)) moved.add(root).add(id)
  const renamed = new Set<EntityId>()
  differing(before.names, after.names, markOf, renamed)
  const amended = new Set<ReportId>()
  differing(before.amendments, after.amendments, markOf, amended)
  const losingNames = new Set<EntityId>()
  const [known, now] = [before, after].map(
    ({ nameMoves }) => new Set(nameMoves.map(({ decision }) => decision)),
  )
  for (const move of before.nameMoves)
    if (now?.has(move.decision) !== true) losingNames.add(move.entity)
  for (const move of after.nameMoves)
    if (known?.has(move.decision) !== true) losingNames.add(move.entity)
  return { links, moved, renamed, losingNames, amended }
}

function movesOf({ identity }: Standing, root: EntityId): string {
  return identity
    .merges(root)
    .map(({ decision }) => decision)
    .join(' ')
}

function markOf({ mark }: { readonly mark: string }): string {
  return mark
}

function differing<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
  mark: (value: Value) => string,
  into: Set<Key>,
): void {
  for (const [key, value] of after) {
    const known = before.get(key)
    if (known === undefined || mark(known) !== mark(value)) into.add(key)
  }
  for (const key of before.keys()) if (!after.has(key)) into.add(key)
}
