import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { filterCase } from '../case/filter-case'
import { compareIds } from '../graph/visible-links'
import type { LinkId } from '../model/ids'
import type { Outcome, Predicate } from '../model/link'

/** A link that waits for a person, and why it waits where it does. */
export interface ReviewItem {
  readonly link: LinkId
  /** `doubt × importance`, 0..1: what a minute of a person's time is worth here. */
  readonly value: number
  /** 1 − confidence. */
  readonly doubt: number
  /** 0..1: what hangs on the link. */
  readonly importance: number
  /** In words: "a compromise", "confidence 0.41", "one origin". */
  readonly why: readonly string[]
}

/** How much of a brief hangs on a link of this kind. */
const weights: Readonly<Record<Predicate, number>> = {
  targets: 1,
  'originates-from': 0.9,
  'attributed-to': 0.9,
  'alias-of': 0.85,
  uses: 0.5,
  exploits: 0.55,
  'based-in': 0.3,
  'related-to': 0.3,
  'reported-by': 0.1,
}
const outcomeWeights: Readonly<Record<Outcome, number>> = {
  compromised: 1,
  targeted: 0.8,
  attempted: 0.75,
}

/** What nobody has judged yet, the most valuable first: low confidence × importance. Pure and ordered. */
export function reviewQueue(view: CaseView, filters: CaseFilters = {}): readonly ReviewItem[] {
  const busiest = Math.max(1, ...[...view.linksOf.values()].map((links) => links.length))
  return [...filterCase(view, filters).links.values()]
    .filter(({ review }) => review === 'unreviewed')
    .map((link) => itemOf(link, view, busiest))
    .sort((a, b) => b.value - a.value || compareIds(a.link, b.link))
}

/** The unreviewed links at and above a confidence, the surest first: what a batch would accept. */
export function sureLinks(
  view: CaseView,
  filters: CaseFilters,
  minConfidence: number,
  minOrigins: number,
): readonly CaseLink[] {
  return [...filterCase(view, filters).links.values()]
    .filter(
      ({ review, confidence, origins }) =>
        review === 'unreviewed' && confidence >= minConfidence && origins.length >= minOrigins,
    )
    .sort((a, b) => b.confidence - a.confidence || compareIds(a.id, b.id))
}

function itemOf(link: CaseLink, view: CaseView, busiest: number): ReviewItem {
  const doubt = 1 - link.confidence
  const source = view.linksOf.get(link.source)?.length ?? 0
  const target = view.linksOf.get(link.target)?.length ?? 0
  const reach = Math.log1p(Math.max(source, target)) / Math.log1p(busiest)
  const kind = weights[link.predicate] * (link.outcome ? outcomeWeights[link.outcome] : 1)
  // A link between busy names changes more than one at the rim, but never counts for less than half.
  const importance = kind * (0.5 + 0.5 * reach)
  return { link: link.id, value: doubt * importance, doubt, importance, why: whyOf(link, source) }
}

function whyOf(link: CaseLink, degree: number): readonly string[] {
  return [
    link.predicate === 'targets' && link.outcome === 'compromised' ? 'a compromise' : '',
    link.polarity === 'denied' ? 'a denial' : '',
    `confidence ${link.confidence.toFixed(2)}`,
    link.origins.length === 1 ? 'one origin' : `${link.origins.length} origins`,
    link.hedged ? 'hedged' : '',
    degree >= 10 ? `a name with ${degree} links` : '',
  ].filter((word) => word !== '')
}
