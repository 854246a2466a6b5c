import type { CaseLink } from '../case/case-view'
import type { LinkId } from '../model/ids'
import { outcomes } from '../model/link'
import type { Outcome } from '../model/link'

/** What several attack links say together. */
export interface Strength {
  readonly links: readonly LinkId[]
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly denied: boolean
  readonly origins: number
  readonly documents: number
}

/** The strongest asserted outcome, hedged only if all of that strength are; denied only if nothing is asserted. */
export function strongestOf(links: readonly CaseLink[]): Strength {
  const asserted = links.filter((link) => link.polarity === 'asserted')
  const outcome = outcomes.find((each) => asserted.some((link) => link.outcome === each))
  const decisive = asserted.filter((link) => link.outcome === outcome)
  const counted = asserted.length > 0 ? asserted : links
  return {
    links: links.map((link) => link.id),
    ...(outcome === undefined ? {} : { outcome }),
    hedged: decisive.length > 0 && decisive.every((link) => link.hedged),
    denied: asserted.length === 0,
    origins: new Set(counted.flatMap((link) => link.origins)).size,
    documents: new Set(counted.flatMap((link) => link.documents)).size,
  }
}
