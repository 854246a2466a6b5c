import { decisionState } from '@core/case/decisions'
import { clockOf } from '@core/case/log-order'
import type { DecideFailure } from '@core/contracts/store-failure'
import { assertPresent } from '@core/lib/assert'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { Decision, DecisionAction } from '@core/model/decision'
import type { DecisionId } from '@core/model/ids'
import { decisionId } from '@core/model/ids'
import type { CaseDatabase } from './database'
import type { Ids } from './ids'
import { toStoreFailure } from './to-store-failure'

/** The log, oldest first. */
export function loadDecisions(database: CaseDatabase): Promise<Decision[]> {
  return database.decisions.orderBy('sequence').toArray()
}

/** Adds decisions to the log, all or none; several are one step for undo. Nothing else is ever done to the log. */
export async function appendDecisions(
  database: CaseDatabase,
  author: string,
  actions: readonly DecisionAction[],
  ids: Ids,
): Promise<Result<readonly Decision[], DecideFailure>> {
  try {
    const step = actions.length > 1 ? ids.newDecisionId() : undefined
    const decisions = await inLogTransaction(database, async () => {
      const taken: Decision[] = []
      for (const action of actions) taken.push(await addToLog(database, author, action, ids, step))
      return taken
    })
    return succeed(decisions)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

export async function appendDecision(
  database: CaseDatabase,
  author: string,
  action: DecisionAction,
  ids: Ids,
): Promise<Result<Decision, DecideFailure>> {
  const taken = await appendDecisions(database, author, [action], ids)
  return taken.ok ? succeed(assertPresent(taken.value[0], 'the decision just taken')) : taken
}

/** Takes back, or brings back, the step that is next in line; reads and writes the log in one transaction. */
export async function stepThroughHistory(
  database: CaseDatabase,
  author: string,
  direction: 'undo' | 'redo',
  ids: Ids,
): Promise<Result<Decision, DecideFailure>> {
  try {
    return await inLogTransaction(database, async () => {
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

/** A transaction in which `addToLog` may be called. */
export function inLogTransaction<Answer>(
  database: CaseDatabase,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return database.transaction('rw', [database.decisions, database.settings], work)
}

/** Where a case that others were merged into has several last decisions, they stand here until the next one. */
export const headsKey = 'heads'

/** To be called inside a transaction that covers `decisions` and `settings`. `step`: what undo takes back together. */
export async function addToLog(
  database: CaseDatabase,
  author: string,
  action: DecisionAction,
  ids: Ids,
  step?: string,
): Promise<Decision> {
  const last = await database.decisions.orderBy('sequence').last()
  const heads = await database.settings.get(headsKey)
  if (heads) await database.settings.delete(headsKey)
  const decision: Decision = {
    id: ids.newDecisionId(),
    author,
    at: ids.now(),
    sequence: (last?.sequence ?? 0) + 1,
    clock: last ? clockOf(last) + 1 : 1,
    after: headIds(heads?.value) ?? (last ? [last.id] : []),
    ...(step === undefined ? {} : { step }),
    action,
  }
  // `add`, not `put`: a taken place is an error, never an overwritten decision.
  await database.decisions.add(decision)
  return decision
}

function headIds(value: unknown): readonly DecisionId[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.filter((id) => typeof id === 'string').map(decisionId)
}
