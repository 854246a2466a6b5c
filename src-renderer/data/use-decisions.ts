import { decisionState } from '@core/case/decisions'
import type { DecideFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail } from '@core/lib/result'
import type { Decision, DecisionAction } from '@core/model/decision'
import { useMemo } from 'react'
import { loadAuthor } from './author-repository'
import { useCaseSession } from './case-session'
import { appendDecision, appendDecisions, stepThroughHistory } from './decision-repository'
import { useCaseSnapshot } from './use-case-view'

export interface Decisions {
  /** `author-unknown` before the analyst's initials are known: ask, `setAuthor`, decide again. */
  readonly decide: (action: DecisionAction) => Promise<Result<Decision, DecideFailure>>
  /** Several as one step for undo: all or none. */
  readonly decideAll: (
    actions: readonly DecisionAction[],
  ) => Promise<Result<readonly Decision[], DecideFailure>>
  /** Answers with the decision that was taken back. */
  readonly undo: () => Promise<Result<Decision, DecideFailure>>
  /** Answers with the decision that was brought back. */
  readonly redo: () => Promise<Result<Decision, DecideFailure>>
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What undo would take back, for its label. */
  readonly undoTarget: Decision | undefined
  readonly redoTarget: Decision | undefined
  /** Oldest first; `describeDecision` in messages/ makes the sentence of a step. */
  readonly history: readonly HistoryStep[]
}

export interface HistoryStep {
  readonly decision: Decision
  /** Not undone. */
  readonly inForce: boolean
}

export function useDecisions(): Decisions {
  const { database, ids } = useCaseSession()
  const log = useCaseSnapshot()?.log ?? noDecisions
  const derived = useMemo(() => {
    const { effective, undoTarget, redoTarget } = decisionState(log)
    const inForce = new Set(effective.map((decision) => decision.id))
    const history = log
      .filter(({ action }) => action.type !== 'undo' && action.type !== 'redo')
      .map((decision) => ({ decision, inForce: inForce.has(decision.id) }))
    return { undoTarget, redoTarget, history }
  }, [log])

  const commands = useMemo(() => {
    const step = async (direction: 'undo' | 'redo') =>
      stepThroughHistory(database, (await loadAuthor(database)) ?? '', direction, ids)
    return {
      decide: async (action: DecisionAction) => {
        const author = await loadAuthor(database)
        if (author === undefined) return fail({ code: 'author-unknown' } as const)
        return appendDecision(database, author, action, ids)
      },
      decideAll: async (actions: readonly DecisionAction[]) => {
        const author = await loadAuthor(database)
        if (author === undefined) return fail({ code: 'author-unknown' } as const)
        return appendDecisions(database, author, actions, ids)
      },
      undo: () => step('undo'),
      redo: () => step('redo'),
    }
  }, [database, ids])

  return {
    ...commands,
    ...derived,
    canUndo: derived.undoTarget !== undefined,
    canRedo: derived.redoTarget !== undefined,
  }
}

const noDecisions: readonly Decision[] = []
