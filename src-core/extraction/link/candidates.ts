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
  // References may be mistaken for another's; a name is not.
  const nameCount = new Map<EntityId, number>()
  const inStory = new Map<number, Set<EntityId>>()
  let total = 0
  for (const mention of resolved.mentions) {
    if (mention.kind !== 'actor' || mention.form === 'pronoun') continue
    mentionCount.set(mention.entity, (mentionCount.get(mention.entity) ?? 0) + 1)
    total++
    if (mention.form === 'name')
      nameCount.set(mention.entity, (nameCount.get(mention.entity) ?? 0) + 1)
    const story = resolved.segmented.sentences[mention.sentence]?.story ?? 0
    const set = inStory.get(story) ?? new Set<EntityId>()
    set.add(mention.entity)
    inStory.set(story, set)
  }
  let main: EntityId | undefined
  const weightOf = (entity: EntityId): number =>
    (mentionCount.get(entity) ?? 0) + 2 * (nameCount.get(entity) ?? 0)
  for (const entity of mentionCount.keys())
    if (main === undefined || weightOf(entity) > weightOf(main)) main = entity
  return {
    mentionCount,
    total,
    main,
    actorsInStory: new Map([...inStory].map(([story, set]) => [story, set.size])),
  }
}

/** An actor of a sentence, once for each of its words that refer to it equally well. */
type Choice = readonly [ActorCandidate, ...ActorCandidate[]]

/** The actors that words in a sentence may have to do with, the likeliest first; found once a sentence. */
export interface SentenceActors {
  /** Each with the words nearest to the token `near`. */
  readonly at: (near: number) => readonly ActorCandidate[]
}

export function actorsOfSentence(
  resolved: ResolvedText,
  overview: ActorOverview,
  sentence: number,
): SentenceActors {
  const choices = choicesOf(resolved, overview, sentence)
  const first = choices.map(([candidate]) => candidate)
  const isFixed = choices.every(({ length }) => length === 1)
  return { at: (near) => (isFixed ? first : choices.map((choice) => nearest(choice, near))) }
}

function choicesOf(
  resolved: ResolvedText,
  overview: ActorOverview,
  sentence: number,
): readonly Choice[] {
  const { sentences } = resolved.segmented
  const best = new Map<EntityId, [ActorCandidate, ...ActorCandidate[]]>()
  const offer = (candidate: ActorCandidate): void => {
    const known = best.get(candidate.entity)
    const better = known ? strength[candidate.reference] - strength[known[0].reference] : 1
    if (better > 0) best.set(candidate.entity, [candidate])
    else if (better === 0 && candidate.mention) known?.push(candidate)
  }
  const topics = resolved.topicOf[sentence]?.actors ?? []
  for (const mention of resolved.mentionsOf[sentence] ?? []) {
    if (mention.kind !== 'actor') continue
    const reference =
      mention.form === 'definite' ? 'definite' : mention.form === 'pronoun' ? 'pronoun' : 'named'
    const rank = topics.findIndex((topic) => topic.entity === mention.entity)
    offer({
      entity: mention.entity,
      reference,
      mention,
      distance: 0,
      rank: rank < 0 ? 9 : rank,
      fromHeading: topics[rank]?.fromHeading === true,
    })
  }
  topics.forEach(({ entity, distance, fromHeading }, rank) => {
    offer({ entity, reference: 'topic', distance, rank, fromHeading })
  })
  const none = { rank: 9, fromHeading: false }
  const story = sentences[sentence]?.story
  for (let ahead = 1; ahead <= lookAhead; ahead++) {
    if (sentences[sentence + ahead]?.story !== story) break
    for (const { entity, kind, form } of resolved.mentionsOf[sentence + ahead] ?? [])
      if (kind === 'actor' && form !== 'pronoun')
        offer({ entity, reference: 'later', distance: ahead, ...none })
  }
  if (overview.main !== undefined)
    offer({ entity: overview.main, reference: 'main', distance: 99, ...none })
  return [...best.values()]
    .sort(
      ([a], [b]) =>
        strength[b.reference] - strength[a.reference] || a.rank - b.rank || a.distance - b.distance,
    )
    .slice(0, mostCandidates)
}

/** The first of those equally near. */
function nearest([first, ...others]: Choice, near: number): ActorCandidate {
  let best = first
  for (const other of others) if (gap(other, near) < gap(best, near)) best = other
  return best
}

function gap({ mention }: ActorCandidate, near: number): number {
  return mention ? Math.abs(mention.firstToken - near) : 999
}
