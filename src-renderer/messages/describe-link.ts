import type { CaseLink, CaseView } from '@core/case/case-view'
import { assertNever } from '@core/lib/assert'
import type { EntityId, LinkId } from '@core/model/ids'

/** A link as a short sentence: "Flax Typhoon compromised Taiwan". */
export function describeLink(link: CaseLink, view: CaseView): string {
  const hedge = link.hedged ? '~ ' : ''
  return `${nameOf(link.source, view)} ${hedge}${verbOf(link)} ${nameOf(link.target, view)}`
}

/** The same for a link that may have left the case with its report. */
export function describeLinkId(id: LinkId, view: CaseView | undefined): string {
  const link = view?.links.get(id)
  if (link && view) return describeLink(link, view)
  return 'a link whose report is no longer in the case'
}

/** "compromised", "uses", "did not target". */
export function verbOf(link: Pick<CaseLink, 'predicate' | 'polarity' | 'outcome'>): string {
  const [asserted, denied] = verbsOf(link)
  return link.polarity === 'denied' ? denied : asserted
}

function verbsOf({
  predicate,
  outcome,
}: Pick<CaseLink, 'predicate' | 'outcome'>): readonly [string, string] {
  switch (predicate) {
    case 'targets':
      return targetVerbs(outcome)
    case 'uses':
      return ['uses', 'does not use']
    case 'exploits':
      return ['exploits', 'does not exploit']
    case 'originates-from':
      return ['originates from', 'does not originate from']
    case 'based-in':
      return ['is based in', 'is not based in']
    case 'alias-of':
      return ['is also called', 'is not']
    case 'attributed-to':
      return ['is attributed to', 'is not attributed to']
    case 'reported-by':
      return ['was reported by', 'was not reported by']
    case 'related-to':
      return ['is related to', 'is not related to']
    default:
      return assertNever(predicate)
  }
}

function targetVerbs(outcome: CaseLink['outcome']): readonly [string, string] {
  switch (outcome) {
    case 'compromised':
      return ['compromised', 'did not compromise']
    case 'attempted':
      return ['attempted to compromise', 'did not attempt to compromise']
    case 'targeted':
    case undefined:
      return ['targeted', 'did not target']
    default:
      return assertNever(outcome)
  }
}

function nameOf(id: EntityId, view: CaseView): string {
  return view.entities.get(id)?.name ?? id.slice(id.indexOf(':') + 1)
}
