import type { Decision } from '../model/decision'
import type { DecisionId } from '../model/ids'
import { headsOf, inLogOrder, withParents } from './log-order'
import { withoutPurgedWords } from './purge'

export interface MergedLog {
  /** Both logs as one, numbered anew. */
  readonly log: readonly Decision[]
  /** What the next decision comes after. */
  readonly heads: readonly DecisionId[]
  /** Decisions of the other case that were not here. */
  readonly added: readonly Decision[]
}

/**
 * Two cases as one: all decisions of both, in the one order that clocks and ids give. Whoever takes in whom, and however
 * often, the log is the same; what contradicts stays out of force until somebody settles it (`conflictsOf`), and what either
 * has purged is purged.
 */
export function mergeLogs(own: readonly Decision[], other: readonly Decision[]): MergedLog {
  const known = new Map<DecisionId, Decision>()
  for (const decision of withParents(own)) known.set(decision.id, decision)
  const added: Decision[] = []
  for (const decision of withParents(other)) {
    const same = known.get(decision.id)
    // One of the two may have lost its words to a purge.
    if (same && same.action.type === 'purged') continue
    if (same && decision.action.type !== 'purged') continue
    known.set(decision.id, decision)
    if (!same) added.push(decision)
  }
  const ordered = inLogOrder([...known.values()])
  const log = withoutPurgedWords(
    ordered.map((decision, place) => ({ ...decision, sequence: place + 1 })),
  )
  return { log, heads: headsOf(log), added }
}
