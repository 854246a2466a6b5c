import type { Statement } from '../plan/brief-plan'
import { support } from '../summary'
import { victimsOf } from '../victims'
import { basis, listOf, shortListOf } from '../words'
import type { DraftParts } from './draft-parts'

const namedVictims = 6

/**
 * One to three sentences: how far it went, what is only suspected, on how many words it rests. Facts as the sources state
 * them; no likelihood is added here.
 */
export function draftBluf({ view, links, actors }: DraftParts): readonly Statement[] {
  const attacks = links.filter(({ predicate }) => predicate === 'targets')
  const victims = victimsOf(view, attacks)
  const firm = victims.filter(
    ({ strongest }) => strongest.polarity === 'asserted' && !strongest.hedged,
  )
  const entered = firm.filter(({ strongest }) => strongest.outcome === 'compromised')
  const others = firm.filter(({ strongest }) => strongest.outcome !== 'compromised')
  const suspected = victims.filter(
    ({ strongest }) => strongest.polarity === 'asserted' && strongest.hedged,
  )
  const who = shortListOf(
    actors.map(({ name }) => name),
    4,
  )
  const are = actors.length > 1 ? 'are' : 'is'
  const groups: readonly [typeof victims, string][] = [
    [entered, `${who} ${are} reported to have compromised`],
    [
      others,
      entered.length > 0
        ? 'Reported as targeted or attempted'
        : `${who} ${are} reported to have gone after`,
    ],
    [suspected, 'Suspected only, in the sources’ own words'],
  ]
  return groups.flatMap(([group, start], i) => {
    if (group.length === 0) return []
    const behind = group.flatMap((victim) => victim.links)
    const names = shortListOf([...new Set(group.map(({ name }) => name))], namedVictims)
    const joint = start.startsWith(who) ? ' ' : ': '
    return [
      {
        key: `bluf-${i}`,
        kind: 'fact',
        text: `${start}${joint}${names} (${basis(...support(behind))}).`,
        restsOn: group.map(({ strongest }) => strongest.id),
      } as const,
    ]
  })
}

/** Said where the links give nothing to answer with. */
export function nothingToAnswer({ actors }: DraftParts): string {
  return actors.length > 0
    ? `The sources state no attack by ${listOf(actors.map(({ name }) => name))}.`
    : 'The sources hold no link from an actor to a victim.'
}
