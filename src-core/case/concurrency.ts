import type { Decision } from '../model/decision'
import type { DecisionId } from '../model/ids'
import { withParents } from './log-order'

/** Which decisions were taken in knowledge of which others. */
export interface Ancestry {
  /** `later` was taken in knowledge of `earlier`, or is the same. */
  readonly knew: (later: DecisionId, earlier: DecisionId) => boolean
}

interface Run {
  /** All runs that lie wholly behind this one. */
  readonly behind: Set<Run>
}

/**
 * The log as a graph, cut into runs without forks: in a run the place tells who knew whom, between runs whether one lies
 * behind the other. Linear in the log; as many runs as merges of cases, give or take.
 */
export function ancestryOf(log: readonly Decision[]): Ancestry {
  const ordered = withParents(log)
  const children = new Map<DecisionId, number>()
  for (const { after = [] } of ordered)
    for (const parent of after) children.set(parent, (children.get(parent) ?? 0) + 1)
  const places = new Map<DecisionId, { readonly run: Run; readonly place: number }>()
  ordered.forEach(({ id, after = [] }, place) => {
    const parents = after.flatMap((parent) => places.get(parent) ?? [])
    const [only] = parents
    const [parent] = after
    if (only && parents.length === 1 && parent !== undefined && children.get(parent) === 1) {
      places.set(id, { run: only.run, place })
      return
    }
    const behind = new Set(parents.flatMap(({ run }) => [run, ...run.behind]))
    places.set(id, { run: { behind }, place })
  })
  return {
    knew: (later, earlier) => {
      const [a, b] = [places.get(later), places.get(earlier)]
      if (!a || !b) return false
      return a.run === b.run ? b.place <= a.place : a.run.behind.has(b.run)
    },
  }
}
