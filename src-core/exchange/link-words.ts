import { basis, periodWords } from '../brief/words'
import type { CaseLink, CaseView } from '../case/case-view'
import { predicateLabels } from '../graph/marks'
import type { EntityId } from '../model/ids'

/** "Flax Typhoon compromised Taiwan", with what limits it: for readers who see nothing of our marks. */
export function linkSentence(view: CaseView, link: CaseLink): string {
  const verb =
    link.predicate === 'targets' ? (link.outcome ?? 'targeted') : predicateLabels[link.predicate]
  const attempt = verb === 'attempted' ? 'attempted to compromise' : verb
  const words = `${nameIn(view, link.source)} ${attempt} ${nameIn(view, link.target)}`
  return link.polarity === 'denied' ? `Denied: ${words}` : words
}

/** "Hedged. Compromised in 2024. 3 documents, 1 independent origin. Accepted by AB." */
export function linkLimits(link: CaseLink): string {
  const period = periodWords(link.period?.from, link.period?.to)
  return [
    link.hedged ? 'Hedged by the source.' : '',
    period === '' ? '' : `Activity ${period}.`,
    link.count === undefined ? '' : `Count: ${link.count.text}.`,
    `${basis(link.documents.length, link.origins.length)}.`,
    reviewWords(link),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function reviewWords({ review, decidedBy }: CaseLink): string {
  if (review === 'unreviewed') return 'Read by machine, not reviewed.'
  const who = decidedBy && decidedBy.author !== '' ? ` by ${decidedBy.author}` : ''
  return `${review === 'accepted' ? 'Accepted' : 'Rejected'}${who}.`
}

export function nameIn(view: CaseView, id: EntityId): string {
  return view.entities.get(id)?.name ?? id.slice(id.indexOf(':') + 1)
}
