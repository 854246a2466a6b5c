import type { LinkVerdict } from '@core/model/decision'
import type { LinkId } from '@core/model/ids'
import { useCaseView } from '../data/use-case-view'
import { describeLinkId } from '../messages/describe-link'
import { useDeciding } from './deciding/use-deciding'
import type { Deciding } from './deciding/use-deciding'

export type Verdict = LinkVerdict['type']

export interface Review extends Pick<Deciding, 'undo' | 'redo'> {
  /** All of them are one step for undo. */
  readonly decideLinks: (verdict: Verdict, links: readonly LinkId[]) => Promise<void>
}

/** Accept and reject, with a message that says what was done and takes it back. */
export function useReview(): Review {
  const view = useCaseView()
  const { take, undo, redo } = useDeciding()
  return {
    undo,
    redo,
    decideLinks: (verdict, links) => {
      const word = verdict === 'accept-link' ? 'Accepted' : 'Rejected'
      const [only] = links
      const what =
        links.length === 1 && only !== undefined
          ? describeLinkId(only, view)
          : `${links.length} links`
      const actions = links.map((link): LinkVerdict => {
        const readAs = view?.links.get(link)?.readAs
        return { type: verdict, link, ...(readAs ? { readAs } : {}) }
      })
      return take(actions, `${word}: ${what}`)
    },
  }
}
