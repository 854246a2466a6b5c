import type { Decision } from '../model/decision'
import type { DecisionId, LinkId, ReportId } from '../model/ids'
import type { Review } from './case-view'

/** What the log comes to once every undo and redo in it has been applied. */
export interface DecisionState {
  /** Decisions in force, in log order; never an undo or a redo. */
  readonly effective: readonly Decision[]
  /** What "Undo" would take back. */
  readonly undoTarget?: Decision
  /** What "Redo" would bring back. A new decision empties this road, as everywhere. */
  readonly redoTarget?: Decision
}

/** O(n) in the log. Undo or redo of a decision that is unknown, or already so, changes nothing: merged logs may hold both. */
export function decisionState(log: readonly Decision[]): DecisionState {
  const inOrder = log.toSorted(bySequence)
  const known = new Map<DecisionId, Decision>()
  const undone = new Set<DecisionId>()
  let redoable: DecisionId[] = []
  for (const decision of inOrder) {
    const { action } = decision
    if (action.type === 'undo') {
      if (!known.has(action.decision) || undone.has(action.decision)) continue
      undone.add(action.decision)
      redoable.push(action.decision)
    } else if (action.type === 'redo') {
      if (!undone.delete(action.decision)) continue
      redoable = redoable.filter((id) => id !== action.decision)
    } else {
      known.set(decision.id, decision)
      redoable = []
    }
  }
  const effective = [...known.values()].filter((decision) => !undone.has(decision.id))
  const undoTarget = effective.at(-1)
  const redoId = redoable.at(-1)
  const redoTarget = redoId === undefined ? undefined : known.get(redoId)
  return {
    effective,
    ...(undoTarget ? { undoTarget } : {}),
    ...(redoTarget ? { redoTarget } : {}),
  }
}

/** Reports that the case holds: imported and not removed since. */
export function presentReports(effective: readonly Decision[]): ReadonlySet<ReportId> {
  const present = new Set<ReportId>()
  for (const { action } of effective) {
    if (action.type === 'import-reports') for (const report of action.reports) present.add(report)
    if (action.type === 'remove-report') present.delete(action.report)
  }
  return present
}

export interface LinkReview {
  readonly review: Exclude<Review, 'unreviewed'>
  readonly author: string
  readonly decision: DecisionId
}

/** The last word on each link that anybody has judged. */
export function linkReviews(effective: readonly Decision[]): ReadonlyMap<LinkId, LinkReview> {
  const reviews = new Map<LinkId, LinkReview>()
  for (const { action, author, id } of effective) {
    if (action.type === 'accept-link')
      reviews.set(action.link, { review: 'accepted', author, decision: id })
    if (action.type === 'reject-link')
      reviews.set(action.link, { review: 'rejected', author, decision: id })
  }
  return reviews
}

function bySequence(a: Decision, b: Decision): number {
  return a.sequence - b.sequence || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
