import type { CaseEntity } from '../../case/case-view'
import type { Statement } from '../plan/brief-plan'
import { support } from '../summary'
import { inText, victimsOf, type Victim } from '../victims'
import { basis, shortListOf } from '../words'
import type { DraftParts } from './draft-parts'

const namedVictims = 6
/** A bottom line has one to three sentences: with several actors, one for each of the best supported. */
const mostSentences = 3

/**
 * How far it went, what is only suspected, on how many words it rests: facts as the sources state them; no likelihood is
 * added here. No sentence joins the victims of two actors.
 */
export function draftBluf(parts: DraftParts): readonly Statement[] {
  const sentences = parts.actors.map((actor) => sentencesOn(actor, parts))
  const [only] = sentences
  const chosen = sentences.length === 1 ? (only ?? []) : sentences.flatMap(([first]) => first ?? [])
  return chosen.slice(0, mostSentences).map((statement, i) => ({ ...statement, key: `bluf-${i}` }))
}

function sentencesOn(
  actor: CaseEntity,
  { view, links }: DraftParts,
): readonly Omit<Statement, 'key'>[] {
  const victims = victimsOf(
    view,
    links.filter(({ source }) => source === actor.id),
  ).filter(({ strongest }) => strongest.polarity === 'asserted')
  const firm = victims.filter(({ strongest }) => !strongest.hedged)
  const entered = firm.filter(({ strongest }) => strongest.outcome === 'compromised')
  const others = firm.filter(({ strongest }) => strongest.outcome !== 'compromised')
  const suspected = victims.filter(({ strongest }) => strongest.hedged)
  return [
    sentence(`${actor.name} is reported to have compromised`, entered),
    sentence(`${actor.name} is reported to have gone after`, others),
    sentence(`${actor.name} is suspected, in the sources’ own words, in the cases of`, suspected),
  ].filter((statement) => statement !== undefined)
}

function sentence(start: string, group: readonly Victim[]): Omit<Statement, 'key'> | undefined {
  if (group.length === 0) return undefined
  const behind = group.flatMap((victim) => victim.links)
  return {
    kind: 'fact',
    text: `${start} ${shortListOf([...new Set(group.map(inText))], namedVictims)} (${basis(...support(behind))}).`,
    restsOn: group.map(({ strongest }) => strongest.id),
  }
}
