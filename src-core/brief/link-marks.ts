import type { CaseLink } from '../case/case-view'
import type { Outcome } from '../model/link'

/** What a link's mark must show, in the picture and in words. */
export interface LinkMarks {
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly denied: boolean
  readonly byPerson: boolean
}

export function linkMarksOf(link: CaseLink): LinkMarks {
  return {
    ...(link.outcome ? { outcome: link.outcome } : {}),
    hedged: link.hedged,
    denied: link.polarity === 'denied',
    byPerson: link.review === 'accepted',
  }
}

/** "compromised", "~ targeted", "denied": the word stands beside the mark, so that it reads without it. */
export function wordFor({ outcome, hedged, denied }: LinkMarks): string {
  const word = denied ? 'denied' : (outcome ?? 'stated')
  return hedged && !denied ? `~ ${word}` : word
}
