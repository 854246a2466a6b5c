import { decisionState } from '@core/case/decisions'
import type { DecideFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { Decision, DecisionAction } from '@core/model/decision'
import type { CaseDatabase } from './database'
import type { Ids } from './ids'
import { toStoreFailure } from './to-store-failure'

/** The log, oldest first. */
export function loadDecisions(database: CaseDatabase): Promise<Decision[]> {
  return database.decisions.orderBy('sequence').toArray()
}

/** Adds one decision to the log. Nothing else is ever done to the log. */
export async function appendDecision(
  database: CaseDatabase,
  author: string,
  action: DecisionAction,
  ids: Ids,
): Promise<Result<Decision, DecideFailure>> {
  try {
    const decision = await database.transaction('rw', database.decisions, () =>
      addToLog(database, author, action, ids),
    )
    return succeed(decision)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

/** Takes back, or brings back, the step that is next in line; reads and writes the log in one transaction. */
export async function stepThroughHistory(
  database: CaseDatabase,
  author: string,
  direction: 'undo' | 'redo',
  ids: Ids,
): Promise<Result<Decision, DecideFailure>> {
  try {
    return await database.transaction('rw', database.decisions, async () => {
      const { undoTarget, redoTarget } = decisionState(await loadDecisions(database))
      const target = direction === 'undo' ? undoTarget : redoTarget
      if (!target)
        return fail({ code: direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' })
      await addToLog(database, author, { type: direction, decision: target.id }, ids)
      return succeed(target)
    })
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

/** To be called inside a transaction that covers `decisions`. */
export async function addToLog(
  database: CaseDatabase,
  author: string,
  action: DecisionAction,
  ids: Ids,
): Promise<Decision> {
  const last = await database.decisions.orderBy('sequence').last()
  const decision: Decision = {
    id: ids.newDecisionId(),
    author,
    at: ids.now(),
    sequence: (last?.sequence ?? 0) + 1,
    action,
  }
  // `add`, not `put`: a taken place is an error, never an overwritten decision.
  await database.decisions.add(decision)
  return decision
}
