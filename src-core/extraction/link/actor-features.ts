import type { ResolvedText } from '../resolve/resolved-text'
import type { FeatureIds } from '../score/feature-ids'
import type { FeatureList } from '../score/feature-list'
import { featureWriter, type FeatureWriter } from '../score/feature-writer'
import { wordClass } from '../text/vocabulary'
import { strongestOutcome, type SentenceAnalysis } from './analyse-sentence'
import type { ActorCandidate, ActorOverview } from './candidates'
import type { Passage } from './passage-features'

/** An actor that a sentence may have to do with, described as far as the other mention does not matter: once a sentence. */
export interface DescribedActor {
  readonly candidate: ActorCandidate
  /** How the sentence refers to it, the distance to its last naming in steps. */
  readonly how: string
  readonly features: FeatureList
}

export type DescribeActor = (
  resolved: ResolvedText,
  overview: ActorOverview,
  analysis: SentenceAnalysis,
  passage: Passage,
  candidate: ActorCandidate,
) => DescribedActor

export function actorDescriber(ids: FeatureIds): DescribeActor {
  const writer = featureWriter(ids)
  const { say, take } = writer
  return (resolved, overview, analysis, passage, candidate) => {
    const how = referenceName(candidate)
    const { entity, rank } = candidate
    say`actor ${how}`
    if (rank === 0) {
      say`actor is topic`
      say`actor is topic ${how}`
    } else if (rank === 1) say`actor topic rank 2`
    else if (rank < 9) say`actor topic rank later`
    if (candidate.fromHeading) say`actor heads the passage`
    const inStory = overview.actorsInStory.get(analysis.sentence.story) ?? 0
    if (inStory <= 1) {
      say`only actor`
      say`only actor ${how}`
    } else if (inStory <= 3) say`few actors`
    else say`many actors`
    if (entity === overview.main) {
      say`main actor`
      say`main actor ${how}`
    }
    if (overview.mentionCount.get(entity) === 1) say`actor named once`
    if (resolved.entities.get(entity)?.unnamed) {
      say`unnamed actor`
      say`unnamed actor ${how}`
    }
    addPassage(writer, overview, analysis, passage, candidate, how)
    addRivals(writer, resolved, analysis, candidate, how)
    addSaying(writer, analysis, candidate)
    return { candidate, how, features: take() }
  }
}

/** Actors that make up most of a report's namings are whom it is about. */
const dominantShare = 0.6

/** How the passage stands to the actor: goes on about what it did, stands under its label, is a row beside its cell. */
function addPassage(
  { say }: FeatureWriter,
  { mentionCount, total }: ActorOverview,
  analysis: SentenceAnalysis,
  { before, layout, introduced, sameParagraph }: Passage,
  { entity }: ActorCandidate,
  how: string,
): void {
  if ((mentionCount.get(entity) ?? 0) >= dominantShare * total) say`dominant actor ${how}`
  say`layout ${layout} ${how}`
  if (introduced) say`introduced ${how}`
  if (before)
    say`sentence before ${strongestOutcome(before)} ${how} ${sameParagraph ? 'near' : 'far'}`
  const own = strongestOutcome(analysis)
  const passive = analysis.hits.some((hit) => hit.passive && hit.outcome !== 'weak')
  say`sentence ${own} ${how}`
  if (passive) say`passive ${how}`
}

function referenceName({ reference, distance }: ActorCandidate): string {
  if (reference !== 'topic') return reference
  if (distance <= 1) return 'topic 1'
  if (distance <= 3) return 'topic 2-3'
  return distance <= 8 ? 'topic 4-8' : 'topic far'
}

/** Other actors that the sentence, or the passage before it, offers instead. */
function addRivals(
  { say }: FeatureWriter,
  resolved: ResolvedText,
  { sentence }: SentenceAnalysis,
  candidate: ActorCandidate,
  how: string,
): void {
  const others = new Set<string>()
  for (const m of resolved.mentionsOf[sentence.index] ?? [])
    if (m.kind === 'actor' && m.entity !== candidate.entity && m.form !== 'pronoun')
      others.add(m.entity)
  if (others.size === 0) say`no other actor in the sentence`
  else if (others.size === 1) say`one other actor in the sentence`
  else say`more other actor in the sentence`
  const isElsewhere = candidate.mention === undefined
  if (others.size > 0 && isElsewhere) say`other actor instead ${how}`
  const topic = resolved.topicOf[sentence.index]?.actors[0]
  if (!topic) say`no topic yet ${how}`
  else if (topic.entity !== candidate.entity && isElsewhere) {
    say`other topic instead ${how}`
    if (topic.distance <= 1) say`other topic at hand`
    else say`other topic at distance`
  }
}

const saying = wordClass(
  `says say said claims claim claimed boasts boast boasted brags brag bragged writes write wrote announced announce announces declared declares
  lists list listed posted asserts assert asserted took takes calls call put threatens threatened`,
)

/** The actor's own word for it. */
function addSaying(
  { say, quote }: FeatureWriter,
  { sentence, words }: SentenceAnalysis,
  { mention }: ActorCandidate,
): void {
  if (!mention) return
  for (let i = mention.lastToken + 1; i <= mention.lastToken + 4; i++) {
    if (!saying.has(sentence.tokens[i])) continue
    say`hedge actor says so`
    quote`hedge actor says ${words[i] ?? ''}`
  }
}
