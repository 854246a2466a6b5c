import type { EntityId } from '../../model/ids'
import type { LinkableMention, ResolvedText } from '../resolve/resolved-text'

/** How a sentence points at an actor: by name before or behind the words, by "the group", by a pronoun, or not at all. */
export type ActorReference = 'named' | 'definite' | 'pronoun' | 'topic' | 'later' | 'main'

/** An actor that a mention may be linked with. */
export interface ActorCandidate {
  readonly entity: EntityId
  readonly reference: ActorReference
  /** The nearest words of the sentence that stand for it. */
  readonly mention?: LinkableMention
  /** Sentences back to its last naming (`topic`) or ahead to its next (`later`). */
  readonly distance: number
  /** Place among the story's topics, 0 the most salient. */
  readonly rank: number
  readonly fromHeading: boolean
}

const strength: Readonly<Record<ActorReference, number>> = {
  named: 5,
  definite: 4,
  pronoun: 3,
  topic: 2,
  later: 1,
  main: 0,
}
const lookAhead = 3
const mostCandidates = 5

/** Facts about a report's actors that every sentence shares. */
export interface ActorOverview {
  /** Named and definite mentions, over the whole report. */
  readonly mentionCount: ReadonlyMap<EntityId, number>
  readonly total: number
  readonly main: EntityId | undefined
  readonly actorsInStory: ReadonlyMap<number, number>
}

export function overviewActors(resolved: ResolvedText): ActorOverview {
  const mentionCount = new Map<EntityId, number>()
  const inStory = new Map<number, Set<EntityId>>()
  let total = 0
  for (const mention of resolved.mentions) {
    if (mention.kind !== 'actor' || mention.form === 'pronoun') continue
    mentionCount.set(mention.entity, (mentionCount.get(mention.entity) ?? 0) + 1)
    total++
    const story = resolved.segmented.sentences[mention.sentence]?.story ?? 0
    const set = inStory.get(story) ?? new Set<EntityId>()
    set.add(mention.entity)
    inStory.set(story, set)
  }
  let main: EntityId | undefined
  for (const [entity, count] of mentionCount)
    if (main === undefined || count > (mentionCount.get(main) ?? 0)) main = entity
  return {
    mentionCount,
    total,
    main,
    actorsInStory: new Map([...inStory].map(([story, set]) => [story, set.size])),
  }
}

/** The actors that words in a sentence may have to do with, the likeliest first. `near`: a token the words stand at. */
export function actorCandidates(
  resolved: ResolvedText,
  overview: ActorOverview,
  sentence: number,
  near: number,
): ActorCandidate[] {
  const best = new Map<EntityId, ActorCandidate>()
  const offer = (candidate: ActorCandidate): void => {
    const known = best.get(candidate.entity)
    if (
      known &&
      (strength[known.reference] > strength[candidate.reference] ||
        (strength[known.reference] === strength[candidate.reference] &&
          gap(known, near) <= gap(candidate, near)))
    )
      return
    best.set(candidate.entity, candidate)
  }
  const topics = resolved.topicOf[sentence]?.actors ?? []
  const rankOf = (entity: EntityId): number => topics.findIndex((t) => t.entity === entity)
  for (const mention of resolved.mentionsOf[sentence] ?? []) {
    if (mention.kind !== 'actor') continue
    const reference =
      mention.form === 'definite' ? 'definite' : mention.form === 'pronoun' ? 'pronoun' : 'named'
    const rank = rankOf(mention.entity)
    offer({
      entity: mention.entity,
      reference,
      mention,
      distance: 0,
      rank: rank < 0 ? 9 : rank,
      fromHeading: topics[rank]?.fromHeading === true,
    })
  }
  topics.forEach((topic, rank) => {
    offer({ ...topic, reference: 'topic', rank })
  })
  const story = resolved.segmented.sentences[sentence]?.story
  for (let ahead = 1; ahead <= lookAhead; ahead++) {
    if (resolved.segmented.sentences[sentence + ahead]?.story !== story) break
    for (const mention of resolved.mentionsOf[sentence + ahead] ?? [])
      if (mention.kind === 'actor' && mention.form !== 'pronoun')
        offer({
          entity: mention.entity,
          reference: 'later',
          distance: ahead,
          rank: 9,
          fromHeading: false,
        })
  }
  if (overview.main !== undefined)
    offer({ entity: overview.main, reference: 'main', distance: 99, rank: 9, fromHeading: false })
  return [...best.values()]
    .sort(
      (a, b) =>
        strength[b.reference] - strength[a.reference] || a.rank - b.rank || a.distance - b.distance,
    )
    .slice(0, mostCandidates)
}

function gap(candidate: ActorCandidate, near: number): number {
  const { mention } = candidate
  return mention ? Math.abs(mention.firstToken - near) : 999
}
