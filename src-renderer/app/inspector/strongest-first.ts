import type { CaseLink } from '@core/case/case-view'
import { outcomes } from '@core/model/link'

/** By outcome, plain before hedged, then by origins; the same order every time. */
export function strongestFirst(a: CaseLink, b: CaseLink): number {
  const rank = ({ outcome }: CaseLink) => (outcome ? outcomes.indexOf(outcome) : outcomes.length)
  return (
    rank(a) - rank(b) ||
    Number(a.hedged) - Number(b.hedged) ||
    b.origins.length - a.origins.length ||
    (a.id < b.id ? -1 : 1)
  )
}
