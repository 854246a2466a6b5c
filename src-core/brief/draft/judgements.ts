import type { CaseEntity, CaseLink, CaseView } from '../../case/case-view'
import { termFor, type YardstickId } from '../language/yardsticks'
import type { ConfidenceLevel, Statement } from '../plan/brief-plan'
import { support } from '../summary'
import { inText, victimsOf, type Victim } from '../victims'
import { counted, shortListOf } from '../words'
import type { DraftParts } from './draft-parts'

const mostJudgements = 6
const namedVictims = 5

/**
 * Proposed key judgements, the most important first: each is a group of links that say the same of the same actor. The
 * likelihood follows from how the sources word it and from how many independent origins do (`likelihoodOf`); confidence
 * from origins and grades (`confidenceOf`) and is said apart. The analyst changes what is wrong; nothing is invented.
 */
export function draftJudgements(parts: DraftParts): readonly Statement[] {
  return parts.actors
    .flatMap((actor) => judgementsOn(actor, parts))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostJudgements)
    .map(({ statement }, i) => ({ ...statement, key: `judgement-${i}` }))
}

interface Weighed {
  readonly statement: Omit<Statement, 'key'>
  readonly weight: number
}

function judgementsOn(actor: CaseEntity, parts: DraftParts): readonly Weighed[] {
  const own = parts.links.filter(({ source }) => source === actor.id)
  const victims = victimsOf(parts.view, own)
  const groups = [
    { verb: 'compromised', order: 4, of: victims.filter(is('compromised', false)) },
    { verb: 'targeted', order: 3, of: victims.filter(is('targeted', false)) },
    { verb: 'tried to reach', order: 2, of: victims.filter(is('attempted', false)) },
    { verb: 'compromised', order: 1, of: victims.filter(is('compromised', true)) },
    {
      verb: 'targeted',
      order: 0,
      of: victims.filter((v) => is('targeted', true)(v) || is('attempted', true)(v)),
    },
  ]
  return [
    ...groups.flatMap(({ verb, order, of }) =>
      of.length > 0 ? [attack(actor, verb, order, of, parts)] : [],
    ),
    ...originOf(actor, own, parts),
  ]
}

function attack(
  actor: CaseEntity,
  verb: string,
  order: number,
  victims: readonly Victim[],
  { view, yardstick }: DraftParts,
): Weighed {
  const behind = victims.flatMap(({ links }) => links)
  const origins = support(behind)[1]
  const likelihood = likelihoodOf(behind, yardstick)
  const names = shortListOf([...new Set(victims.map(inText))], namedVictims)
  return {
    weight: order * 10 + Math.min(9, origins),
    statement: {
      kind: 'judgement',
      text: asSentence(likelihood, `${actor.name} ${verb} ${names}`),
      restsOn: victims.map(({ strongest }) => strongest.id),
      confidence: confidenceOf(view, behind),
    },
  }
}

function originOf(
  actor: CaseEntity,
  own: readonly CaseLink[],
  parts: DraftParts,
): readonly Weighed[] {
  const claims = own.filter(
    ({ predicate, polarity }) => predicate === 'originates-from' && polarity === 'asserted',
  )
  const [first] = claims
  const country = first && parts.view.entities.get(first.target)
  if (!first || !country) return []
  const same = claims.filter(({ target }) => target === first.target)
  return [
    {
      weight: 15,
      statement: {
        kind: 'judgement',
        text: asSentence(
          likelihoodOf(same, parts.yardstick),
          `${actor.name} works from ${country.name}`,
        ),
        restsOn: same.map(({ id }) => id),
        confidence: confidenceOf(parts.view, same),
      },
    },
  ]
}

/**
 * Plain statements of two origins or more 85 %, of one 70 %; hedged ones 60 % and 50 %. A denial beside the assertion
 * takes a step down. The figures are Gnomon's own convention, printed in the brief's method.
 */
export function likelihoodOf(links: readonly CaseLink[], scale: YardstickId): string {
  const origins = support(links)[1]
  const hedged = links.every((link) => link.hedged)
  const percent = hedged ? (origins > 1 ? 60 : 50) : origins > 1 ? 85 : 70
  return termFor(
    links.some(({ polarity }) => polarity === 'denied') ? percent - 20 : percent,
    scale,
  )
}

/** Three independent origins with one graded A or B: high; two origins: moderate; one: low. */
export function confidenceOf(
  view: CaseView,
  links: readonly CaseLink[],
): { readonly level: ConfidenceLevel; readonly because: string } {
  const [documents, origins] = support(links)
  const reports = [...new Set(links.flatMap((link) => link.documents))]
  const grades = reports.flatMap((id) => view.reports.get(id)?.reliability ?? [])
  const good = grades.filter((grade) => grade === 'A' || grade === 'B').length
  const ungraded = grades.filter((grade) => grade === 'F').length
  const level = origins >= 3 && good > 0 ? 'high' : origins >= 2 ? 'moderate' : 'low'
  const accepted = links.filter(({ review }) => review === 'accepted').length
  const reasons = [
    `it rests on ${counted(documents, 'document')} of ${counted(origins, 'independent origin')}`,
    ...(good > 0 ? [`${counted(good, 'source')} graded A or B`] : []),
    ...(ungraded > 0 ? [`${counted(ungraded, 'source')} not yet graded`] : []),
    ...(accepted > 0 ? [`${counted(accepted, 'link')} checked by an analyst`] : []),
  ]
  return { level, because: reasons.join('; ') }
}

function asSentence(likelihood: string, clause: string): string {
  // "a realistic possibility", "a roughly even chance", "almost no chance" are nouns; the other terms are adverbs or adjectives.
  if (/\b(?:chance|possibility)$/.test(likelihood)) {
    const article = likelihood.startsWith('almost no') ? '' : 'a '
    return `There is ${article}${likelihood} that ${clause}.`
  }
  return `It is ${likelihood} that ${clause}.`
}

function is(outcome: CaseLink['outcome'], hedged: boolean): (victim: Victim) => boolean {
  return ({ strongest }) =>
    strongest.polarity === 'asserted' &&
    strongest.outcome === outcome &&
    strongest.hedged === hedged
}
