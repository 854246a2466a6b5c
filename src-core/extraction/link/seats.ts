import { entityId, linkId, type EntityId } from '../../model/ids'
import type { Evidence, Link } from '../../model/link'
import type { LinkableMention, ResolvedText } from '../resolve/resolved-text'
import type { Sentence } from '../stages'

export const seatRules = {
  'based-in/compound':
    '"China-based hackers", "the Hainan-based group X": the place stands in the words for the actor',
  'based-in/stated':
    '"based in", "headquartered in", "operating out of" between an actor and a place',
} as const
export type SeatRule = keyof typeof seatRules

const sitting =
  /(?:^| )(?:based|headquartered|located|situated|seated|residing|resident|stationed|settled|sits|sit|seat|sitting|lives?|living|operat(?:es?|ed|ing)|works?|working) (?:mainly |mostly |chiefly |somewhere )?(?:in|at|from|out of|inside)(?: and around)?(?: the)?(?: (?:city|town|province|region|capital) of)?$/
/** Who sits there is somebody else, or nobody does. */
const others =
  /(?:^| )(?:not|never|n't|servers?|victims?|compan(?:y|ies)|organi[sz]ations?|targets?|routers?|cameras?|against|agenc(?:y|ies)|ministry|firms?|banks?|users|people at|networks?)(?: |$)/
const places = new Set<LinkableMention['kind']>(['place', 'country', 'region'])

/** Where actors sit, in the plain words that need no scorer: one link an actor and place. */
export function seatLinks(resolved: ResolvedText): Link[] {
  const found = new Map<string, { actor: EntityId; place: EntityId; evidence: Evidence[] }>()
  for (const sentence of resolved.segmented.sentences) {
    const mentions = resolved.mentionsOf[sentence.index] ?? []
    const actors = mentions.filter((m) => m.kind === 'actor')
    if (actors.length === 0) continue
    for (const seat of [
      ...compounds(sentence, mentions, actors, resolved),
      ...stated(sentence, mentions, actors),
    ]) {
      const key = `${seat.actor.entity}|${seat.place}`
      const known = found.get(key) ?? { actor: seat.actor.entity, place: seat.place, evidence: [] }
      found.set(key, known)
      known.evidence.push(evidenceOf(sentence, seat))
    }
  }
  return [...found.values()].flatMap(({ actor, place, evidence: [first, ...rest] }) =>
    first
      ? [
          {
            id: linkId(actor, 'based-in', place, 'asserted'),
            source: actor,
            predicate: 'based-in' as const,
            target: place,
            polarity: 'asserted' as const,
            hedged: false,
            confidence: 0.8,
            features: [],
            evidence: [first, ...rest] as const,
          },
        ]
      : [],
  )
}

interface Seat {
  readonly actor: LinkableMention
  readonly place: EntityId
  readonly words: { readonly start: number; readonly end: number }
  readonly rule: SeatRule
}

/** "Iran-based actors" as one mention with its origin, or a place with "-based" right before the actor. */
function compounds(
  { tokens }: Sentence,
  mentions: readonly LinkableMention[],
  actors: readonly LinkableMention[],
  resolved: ResolvedText,
): Seat[] {
  const seats: Seat[] = []
  for (const actor of actors) {
    if (!/-based\b/i.test(actor.surface)) continue
    const origin = resolved.entities.get(actor.entity)?.wornOrigin ?? actor.country
    if (origin !== undefined)
      seats.push({
        actor,
        place: entityId('country', origin),
        words: actor,
        rule: 'based-in/compound',
      })
  }
  for (const place of mentions) {
    if (!places.has(place.kind)) continue
    const next = tokens[place.lastToken + 1]?.lower ?? ''
    const isBased =
      next === '-based' || (next === '-' && tokens[place.lastToken + 2]?.lower === 'based')
    if (!isBased) continue
    const actor = actors.find(
      (one) => one.firstToken > place.lastToken && one.firstToken - place.lastToken <= 7,
    )
    const between = tokens.slice(place.lastToken + 1, actor?.firstToken ?? 0)
    if (
      actor &&
      !between.some(({ lower }) =>
        /^[,;:.]$|^(?:firm|company|researchers|vendor|by|to|says|said)$/.test(lower),
      )
    )
      seats.push({ actor, place: place.entity, words: place, rule: 'based-in/compound' })
  }
  return seats
}

/** "The group, which is based in Minsk", "X, operating out of Hainan". */
function stated(
  { tokens }: Sentence,
  mentions: readonly LinkableMention[],
  actors: readonly LinkableMention[],
): Seat[] {
  return mentions.flatMap((place) => {
    if (!places.has(place.kind)) return []
    const actor = actors.findLast((one) => one.lastToken < place.firstToken)
    if (!actor || place.firstToken - actor.lastToken > 14) return []
    const words = tokens
      .slice(actor.lastToken + 1, place.firstToken)
      .map(({ lower }) => lower)
      .join(' ')
    return sitting.test(words) && !others.test(words)
      ? [{ actor, place: place.entity, words: place, rule: 'based-in/stated' as const }]
      : []
  })
}

function evidenceOf(sentence: Sentence, { actor, words, rule }: Seat): Evidence {
  return {
    start: sentence.start,
    end: sentence.end,
    rule,
    sourceSpan: { start: actor.start, end: actor.end },
    targetSpan: { start: words.start, end: words.end },
    cues: [],
    hedged: false,
    polarity: 'asserted',
    confidence: 0.8,
  }
}
