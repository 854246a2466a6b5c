import type { Decision, DecisionAction } from '../model/decision'
import type { DecisionId } from '../model/ids'
import { ancestryOf } from './concurrency'
import { isOneLine } from './log-order'

/** Two analysts said different things of the same subject, neither knowing of the other. */
export interface Conflict {
  /** What it is about, as `statementsOf` names it: `review actor:a|targets|country:TW`. */
  readonly subject: string
  /** The last word of each side; at least two, with different values, in log order. */
  readonly decisions: readonly Decision[]
  /** All decisions that stand back until it is settled. */
  readonly suspended: readonly DecisionId[]
}

/** What a decision says, of what: decisions that say different things of one subject contradict each other. */
export function statementsOf(
  action: DecisionAction,
): readonly { readonly subject: string; readonly value: string }[] {
  switch (action.type) {
    case 'accept-link':
    case 'reject-link':
      return linksOf(action).map((link) => ({ subject: `review ${link}`, value: action.type }))
    case 'edit-link':
      return linksOf(action).flatMap((link) =>
        Object.entries(action.change).map(([field, value]) => ({
          subject: `${field} of ${link}`,
          value: JSON.stringify(value),
        })),
      )
    case 'grade-link':
      return [{ subject: `credibility of ${action.link}`, value: String(action.credibility) }]
    case 'grade-report':
      return [{ subject: `reliability of ${action.report}`, value: action.reliability }]
    case 'edit-report':
      return Object.entries(action.change).map(([field, value]) => ({
        subject: `${field} of ${action.report}`,
        value: JSON.stringify(value),
      }))
    case 'import-reports':
      return action.reports.map((report) => ({ subject: `report ${report}`, value: 'in' }))
    case 'remove-report':
      return [{ subject: `report ${action.report}`, value: 'out' }]
    case 'merge-entities':
      return action.from.map((from) => ({ subject: pair(from, action.into), value: 'one' }))
    case 'keep-apart':
      return [{ subject: pair(...action.entities), value: 'two' }]
    case 'rename-entity':
      return [{ subject: `name of ${action.entity}`, value: action.name }]
    case 'move-name':
      return [{ subject: `“${action.name}” of ${action.entity}`, value: action.to }]
    default:
      return []
  }
}

/**
 * Contradictions between decisions that were taken without knowledge of each other. A later decision on the subject, taken in
 * knowledge of all of them, settles it. `inForce`: not undone, in log order.
 */
export function conflictsOf(
  log: readonly Decision[],
  inForce: readonly Decision[],
): readonly Conflict[] {
  if (isOneLine(log)) return []
  const ancestry = ancestryOf(log)
  const bySubject = new Map<string, Statement[]>()
  for (const decision of inForce)
    for (const { subject, value } of statementsOf(decision.action)) {
      const statements = bySubject.get(subject) ?? []
      statements.push({ decision, value })
      bySubject.set(subject, statements)
    }
  const conflicts: Conflict[] = []
  for (const [subject, statements] of bySubject) {
    if (new Set(statements.map(({ value }) => value)).size < 2) continue
    const knew = (later: Statement, earlier: Statement) =>
      ancestry.knew(later.decision.id, earlier.decision.id)
    const last = statements.filter(
      (one) => !statements.some((other) => other !== one && knew(other, one)),
    )
    if (new Set(last.map(({ value }) => value)).size < 2) continue
    const suspended = statements.filter(
      (one) => !last.every((end) => end !== one && knew(end, one)),
    )
    conflicts.push({
      subject,
      decisions: last.map(({ decision }) => decision),
      suspended: suspended.map(({ decision }) => decision.id),
    })
  }
  return conflicts.sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

interface Statement {
  readonly decision: Decision
  readonly value: string
}

function linksOf({
  link,
  readAs,
}: Extract<DecisionAction, { readonly readAs?: unknown }>): readonly string[] {
  return readAs ?? [link]
}

function pair(a: string, b: string): string {
  return a < b ? `${a} and ${b}` : `${b} and ${a}`
}
