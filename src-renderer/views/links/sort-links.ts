import type { CaseLink, CaseView } from '@core/case/case-view'
import { outcomes, predicates } from '@core/model/link'

/** A new array, sorted; equals stand by predicate, source and target. */
export function sortLinks(
  links: readonly CaseLink[],
  view: CaseView,
  sort: { readonly column: string; readonly descending: boolean },
): readonly CaseLink[] {
  const name = (id: CaseLink['source']) => view.entities.get(id)?.name ?? id
  const names = new Map(
    links.flatMap(({ source, target }) => [
      [source, name(source)] as const,
      [target, name(target)] as const,
    ]),
  )
  const nameOf = (id: CaseLink['source']) => names.get(id) ?? id
  const sign = sort.descending ? -1 : 1
  return links.toSorted(
    (a, b) =>
      sign * compareBy(sort.column, a, b, nameOf) ||
      compareText(nameOf(a.source), nameOf(b.source)) ||
      compareText(nameOf(a.target), nameOf(b.target)) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** "2023-11", "2023" for a stretch inside one year, "2023 – 2024", or nothing where no source says when. */
export function periodCell({ period }: Pick<CaseLink, 'period'>): string {
  const { from, to } = period ?? {}
  if (from === undefined || to === undefined || from === to) return from ?? to ?? ''
  const years = [from.slice(0, 4), to.slice(0, 4)]
  return years[0] === years[1] ? from.slice(0, 4) : years.join(' – ')
}

function compareBy(
  column: string,
  a: CaseLink,
  b: CaseLink,
  nameOf: (id: CaseLink['source']) => string,
): number {
  switch (column) {
    case 'source':
      return compareText(nameOf(a.source), nameOf(b.source))
    case 'target':
      return compareText(nameOf(a.target), nameOf(b.target))
    case 'outcome':
      return strength(a) - strength(b)
    case 'when':
      return compareText(a.period?.from ?? a.period?.to ?? '', b.period?.from ?? b.period?.to ?? '')
    case 'origins':
      return a.origins.length - b.origins.length
    case 'documents':
      return a.documents.length - b.documents.length
    case 'confidence':
      return a.confidence - b.confidence
    case 'review':
      return reviews.indexOf(a.review) - reviews.indexOf(b.review)
    default:
      return 0
  }
}

const reviews: readonly CaseLink['review'][] = ['unreviewed', 'accepted', 'rejected']

/** The strongest first: attacks by outcome, plain before hedged before denied; then the other predicates in their order. */
function strength({ predicate, outcome, hedged, polarity }: CaseLink): number {
  const reach = outcome ? outcomes.indexOf(outcome) : outcomes.length
  return (
    predicates.indexOf(predicate) * 100 +
    (polarity === 'denied' ? 50 : 0) +
    reach * 2 +
    (hedged ? 1 : 0)
  )
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compareText(a: string, b: string): number {
  return collator.compare(a, b)
}
