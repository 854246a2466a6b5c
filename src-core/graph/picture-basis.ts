import type { CaseLink } from '../case/case-view'
import type { PictureBasis } from './graph-model'

export function pictureBasis(links: readonly CaseLink[]): PictureBasis {
  const attacks = links.filter((link) => link.predicate === 'targets')
  const asserted = attacks.filter((link) => link.polarity === 'asserted')
  const plain = (outcome: CaseLink['outcome']): number =>
    asserted.filter((link) => !link.hedged && (link.outcome ?? 'targeted') === outcome).length
  return {
    links: links.length,
    documents: new Set(links.flatMap((link) => link.documents)).size,
    origins: new Set(links.flatMap((link) => link.origins)).size,
    compromised: plain('compromised'),
    targeted: plain('targeted'),
    attempted: plain('attempted'),
    hedged: asserted.filter((link) => link.hedged).length,
    denied: attacks.length - asserted.length,
  }
}

/** "18 links, 4 documents, 3 independent origins: 6 compromised, 2 hedged, 1 denied". */
export function basisSentence(basis: PictureBasis): string {
  const parts = (['compromised', 'targeted', 'attempted', 'hedged', 'denied'] as const)
    .filter((part) => basis[part] > 0)
    .map((part) => `${basis[part]} ${part}`)
  const counts = [
    count(basis.links, 'link'),
    count(basis.documents, 'document'),
    count(basis.origins, 'independent origin'),
  ].join(', ')
  return parts.length > 0 ? `${counts}. Attacks: ${parts.join(', ')}` : counts
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
