import type { Decision } from '../model/decision'
import type { DecisionId, LinkId, ReportId } from '../model/ids'
import { linkId } from '../model/ids'
import type { Review } from './case-view'
import { conflictsOf } from './conflicts'
import type { Conflict } from './conflicts'
import { inLogOrder, stepOf } from './log-order'

/** What the log comes to once every undo, redo, jump and revocation in it has been applied. */
export interface DecisionState {
  /** Decisions in force, in log order; never an undo or a redo, and none that a conflict holds back. */
  readonly effective: readonly Decision[]
  /** Contradictions between analysts that nobody has settled; what they said is not in force. */
  readonly conflicts: readonly Conflict[]
  /** What "Undo" would take back: the last of its step. */
  readonly undoTarget?: Decision
  /** What "Redo" would bring back. A new decision empties this road, as everywhere. */
  readonly redoTarget?: Decision
}

/** O(n) in the log. Undo or redo of a decision that is unknown, or already so, changes nothing: merged logs may hold both. */
export function decisionState(log: readonly Decision[]): DecisionState {
  const ordered = inLogOrder(log)
  const inForce = decisionsInForce(ordered)
  const conflicts = conflictsOf(ordered, inForce)
  const suspended = new Set(conflicts.flatMap((conflict) => conflict.suspended))
  const effective =
    suspended.size === 0 ? inForce : inForce.filter((decision) => !suspended.has(decision.id))
  const undoTarget = inForce.findLast((decision) => !isForEver(decision))
  const redoTarget = lastUndone(ordered)
  return {
    effective,
    conflicts,
    ...(undoTarget ? { undoTarget } : {}),
    ...(redoTarget ? { redoTarget } : {}),
  }
}

/** A purge, and what it left, are never taken back. */
export function isForEver({ action }: Decision): boolean {
  return action.type === 'purge-report' || action.type === 'purged'
}

/**
 * From the last to the first, so that of all that is said on a decision the latest word counts, if it is itself in force. A
 * jump that is done again says again what it said.
 */
function decisionsInForce(ordered: readonly Decision[]): readonly Decision[] {
  const steps = new Map<string, Decision[]>()
  const places = new Map<DecisionId, number>()
  for (const [place, decision] of ordered.entries()) {
    places.set(decision.id, place)
    if (decision.step === undefined) continue
    const members = steps.get(decision.step)
    if (members) members.push(decision)
    else steps.set(decision.step, [decision])
  }
  const verdicts = new Map<DecisionId, boolean>()
  const say = (id: DecisionId, inForce: boolean) => {
    if (!verdicts.has(id)) verdicts.set(id, inForce)
  }
  const sayWhatItSays = ({ id: own, action }: Decision) => {
    if (action.type !== 'jump' && action.type !== 'revoke') return
    const place = places.get(own) ?? 0
    // Nothing speaks of itself, or of what came later.
    const sayOf = (ids: readonly DecisionId[], inForce: boolean) => {
      for (const id of ids) if ((places.get(id) ?? place) < place) say(id, inForce)
    }
    if (action.type === 'revoke') sayOf(action.decisions, false)
    else {
      sayOf(action.hides, false)
      sayOf(action.shows, true)
    }
  }
  const sayOfStep = (target: Decision, inForce: boolean) => {
    const { step } = target
    for (const member of (step === undefined ? undefined : steps.get(step)) ?? [target]) {
      if (inForce && !verdicts.has(member.id)) sayWhatItSays(member)
      say(member.id, inForce)
    }
  }
  const kept: Decision[] = []
  for (let place = ordered.length - 1; place >= 0; place -= 1) {
    const decision = ordered[place]
    if (!decision) continue
    const { action } = decision
    if (action.type === 'undo' || action.type === 'redo') {
      const target = ordered[places.get(action.decision) ?? -1]
      if (target) sayOfStep(target, action.type === 'redo')
      continue
    }
    if (!isForEver(decision) && verdicts.get(decision.id) === false) continue
    sayWhatItSays(decision)
    kept.push(decision)
  }
  return kept.reverse()
}

function lastUndone(ordered: readonly Decision[]): Decision | undefined {
  const known = new Map<DecisionId, Decision>()
  const undone = new Set<string>()
  let road: Decision[] = []
  for (const decision of ordered) {
    const { action } = decision
    if (action.type !== 'undo' && action.type !== 'redo') {
      known.set(decision.id, decision)
      if (!isForEver(decision)) road = []
      continue
    }
    const target = known.get(action.decision)
    if (!target) continue
    const step = stepOf(target)
    if (action.type === 'redo') {
      if (undone.delete(step)) road = road.filter((other) => stepOf(other) !== step)
    } else if (!undone.has(step)) {
      undone.add(step)
      road.push(target)
    }
  }
  return road.at(-1)
}

/** Reports that the case holds: imported and not removed since. */
export function presentReports(effective: readonly Decision[]): ReadonlySet<ReportId> {
  const present = new Set<ReportId>()
  for (const { action } of effective) {
    if (action.type === 'import-reports') for (const report of action.reports) present.add(report)
    if (action.type === 'remove-report') present.delete(action.report)
  }
  for (const { action } of effective)
    if (action.type === 'purge-report') present.delete(action.report)
  return present
}

export interface LinkReview {
  readonly review: Exclude<Review, 'unreviewed'>
  readonly author: string
  readonly decision: DecisionId
  /** Place among the decisions in force: the later word wins. */
  readonly place: number
}

/** The last word on each link, as read, that anybody has judged. A link that a person drew is accepted by that. */
export function linkReviews(effective: readonly Decision[]): ReadonlyMap<LinkId, LinkReview> {
  const reviews = new Map<LinkId, LinkReview>()
  effective.forEach(({ action, author, id }, place) => {
    if (action.type === 'add-link') {
      const { source, predicate, target, polarity } = action
      const link = linkId(source, predicate, target, polarity)
      reviews.set(link, { review: 'accepted', author, decision: id, place })
    }
    if (action.type !== 'accept-link' && action.type !== 'reject-link') return
    const review = action.type === 'accept-link' ? 'accepted' : 'rejected'
    for (const link of action.readAs ?? [action.link])
      reviews.set(link, { review, author, decision: id, place })
  })
  return reviews
}
