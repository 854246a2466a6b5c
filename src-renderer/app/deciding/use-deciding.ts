import type { DecideFailure } from '@core/contracts/store-failure'
import type { DecisionAction } from '@core/model/decision'
import { create } from 'zustand'
import { useCaseView } from '../../data/use-case-view'
import { useDecisions } from '../../data/use-decisions'
import { describeDecision } from '../../messages/describe-decision'
import { failureSentence } from '../../messages/describe-failure'
import { useDeskStore } from '../desk-store'
import { toast } from '../toast'

/** Decisions that wait for the analyst's initials. */
interface PendingDecisions {
  readonly pending:
    { readonly actions: readonly DecisionAction[]; readonly words: string } | undefined
}
export const usePendingDecisions = create<PendingDecisions>()(() => ({ pending: undefined }))

export interface Deciding {
  /** Takes the decisions as one step, asks for initials where they are not known, and says how to take it back. */
  readonly take: (actions: readonly DecisionAction[], words: string) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** Every decision of the desk goes through here, with a message that says what was done and takes it back. */
export function useDeciding(): Deciding {
  const view = useCaseView()
  const { decideAll, undo, redo } = useDecisions()

  const undoOne = async () => {
    const result = await undo()
    if (result.ok)
      toast(`Undone: ${describeDecision(result.value.action, view)}`, {
        label: 'Redo',
        run: () => void redoOne(),
      })
    else sayFailure(result.failure)
  }
  const redoOne = async () => {
    const result = await redo()
    if (result.ok) toast(`Done again: ${describeDecision(result.value.action, view)}`)
    else sayFailure(result.failure)
  }

  return {
    undo: undoOne,
    redo: redoOne,
    take: async (actions, words) => {
      if (actions.length === 0) return
      const result = await decideAll(actions)
      if (result.ok) {
        const isFinal = actions.some(({ type }) => type === 'purge-report')
        toast(words, isFinal ? undefined : { label: 'Undo', run: () => void undoOne() })
      } else if (result.failure.code === 'author-unknown') {
        usePendingDecisions.setState({ pending: { actions, words } })
        useDeskStore.getState().open('initials')
      } else sayFailure(result.failure)
    },
  }
}

function sayFailure(failure: DecideFailure): void {
  toast(failureSentence(failure, 'The decision'))
}
