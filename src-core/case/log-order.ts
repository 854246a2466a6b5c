import type { Decision } from '../model/decision'
import type { DecisionId } from '../model/ids'

export function clockOf({ clock, sequence }: Decision): number {
  return clock ?? sequence
}

/** The one order of a log: causes before effects, and the same wherever the decisions came from. */
export function compareDecisions(a: Decision, b: Decision): number {
  return clockOf(a) - clockOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** The log in its order; the same array where it is so already. */
export function inLogOrder(log: readonly Decision[]): readonly Decision[] {
  for (let place = 1; place < log.length; place += 1) {
    const [before, after] = [log[place - 1], log[place]]
    if (before && after && compareDecisions(before, after) > 0)
      return log.toSorted(compareDecisions)
  }
  return log
}

/** Decisions as the first store wrote them, without clock and parents, given both; to be done before logs are joined. */
export function withParents(log: readonly Decision[]): readonly Decision[] {
  let before: DecisionId | undefined
  return inLogOrder(log).map((decision) => {
    const { after = before === undefined ? [] : [before] } = decision
    before = decision.id
    return { ...decision, clock: clockOf(decision), after }
  })
}

/** Every decision was taken in knowledge of all before it: no cases were merged, nothing can contradict unseen. */
export function isOneLine(ordered: readonly Decision[]): boolean {
  return ordered.every(
    ({ after }, place) =>
      after === undefined ||
      (after.length === (place === 0 ? 0 : 1) && after[0] === ordered[place - 1]?.id),
  )
}

/** The decisions that no other follows: what the next one comes after. */
export function headsOf(log: readonly Decision[]): readonly DecisionId[] {
  const ordered = withParents(log)
  const followed = new Set(ordered.flatMap(({ after = [] }) => after))
  return ordered.flatMap(({ id }) => (followed.has(id) ? [] : [id]))
}

export function stepOf({ step, id }: Decision): string {
  return step ?? id
}
