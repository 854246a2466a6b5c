import type { DecideFailure } from '@core/contracts/store-failure'
import type { LinkId } from '@core/model/ids'
import { create } from 'zustand'
import { useDecisions } from '../data/use-decisions'
import { useCaseView } from '../data/use-case-view'
import { describeDecision } from '../messages/describe-decision'
import { failureSentence } from '../messages/describe-failure'
import { describeLinkId } from '../messages/describe-link'
import { useDeskStore } from './desk-store'
import { toast } from './toast'

export type Verdict = 'accept-link' | 'reject-link'

/** A verdict that waits for the analyst's initials. */
interface PendingVerdict {
  readonly pending: { readonly verdict: Verdict; readonly links: readonly LinkId[] } | undefined
}
export const usePendingVerdict = create<PendingVerdict>()(() => ({ pending: undefined }))

export interface Review {
  readonly decideLinks: (verdict: Verdict, links: readonly LinkId[]) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** Accept, reject, undo and redo, with a toast that says what was done and takes it back. */
export function useReview(): Review {
  const view = useCaseView()
  const { decide, undo, redo } = useDecisions()

  const undoSteps = async (count: number) => {
    for (let step = 0; step < count; step++) {
      const result = await undo()
      if (!result.ok) {
        sayFailure(result.failure)
        return
      }
      if (step === count - 1)
        toast(`Undone: ${describeDecision(result.value.action, view)}`, {
          label: 'Redo',
          run: () => void redoOne(),
        })
    }
  }
  const redoOne = async () => {
    const result = await redo()
    if (result.ok) toast(`Done again: ${describeDecision(result.value.action, view)}`)
    else sayFailure(result.failure)
  }

  return {
    undo: () => undoSteps(1),
    redo: redoOne,
    decideLinks: async (verdict, links) => {
      for (const link of links) {
        const result = await decide({ type: verdict, link })
        if (result.ok) continue
        if (result.failure.code === 'author-unknown') {
          usePendingVerdict.setState({ pending: { verdict, links } })
          useDeskStore.getState().open('initials')
        } else sayFailure(result.failure)
        return
      }
      const word = verdict === 'accept-link' ? 'Accepted' : 'Rejected'
      const [only] = links
      const what =
        links.length === 1 && only !== undefined
          ? describeLinkId(only, view)
          : `${links.length} links`
      toast(`${word}: ${what}`, { label: 'Undo', run: () => void undoSteps(links.length) })
    },
  }
}

function sayFailure(failure: DecideFailure): void {
  toast(failureSentence(failure, 'The decision'))
}
