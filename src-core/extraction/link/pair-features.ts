import type { EntityDraft, LinkableMention, ResolvedText } from '../resolve/resolved-text'
import type { FeatureIds } from '../score/feature-ids'
import type { FeatureList } from '../score/feature-list'
import { featureWriter, type FeatureWriter } from '../score/feature-writer'
import type { DescribedActor } from './actor-features'
import { classBit, type SentenceAnalysis } from './analyse-sentence'
import type { MentionFeatures } from './mention-features'
import { roleUnder } from './syntax-roles'

const negationBits = classBit('negation') | classBit('noEvidence') | classBit('otherActor')

export type DescribePair = (
  resolved: ResolvedText,
  analysis: SentenceAnalysis,
  mention: LinkableMention,
  own: MentionFeatures,
  actor: DescribedActor,
) => FeatureList

/** What is true only of an actor and a mention together; what is true of one of them stands in its own list. */
export function pairDescriber(ids: FeatureIds): DescribePair {
  const writer = featureWriter(ids)
  const { say, take } = writer
  return (resolved, analysis, mention, own, actor) => {
    const { candidate, how } = actor
    const { kind } = mention
    say`actor ${how} ${kind}`
    if (own.governor) say`actor ${how} attack`
    else say`actor ${how} no attack`
    if (candidate.fromHeading) say`actor heads the passage ${kind}`
    addOwnCountry(writer, resolved.entities.get(candidate.entity), mention)
    if (candidate.mention)
      addInSentence(writer, resolved, analysis, mention, own, candidate.mention, how)
    addAgent(writer, resolved, analysis, own, actor)
    return take()
  }
}

function addOwnCountry(
  { say }: FeatureWriter,
  actor: EntityDraft | undefined,
  { kind, entity, country, form }: LinkableMention,
): void {
  const origin = actor?.wornOrigin ?? actor?.knownOrigin ?? actor?.schemeOrigin
  if (origin === undefined) return
  const here = kind === 'country' ? entity.slice('country:'.length) : country
  if (origin === here) {
    say`actor's own country`
    say`actor's own country ${form}`
  } else if (here !== undefined) say`not the actor’s country`
}

/** "… is Russian", ", who call themselves Bangladeshis", ", of Lebanon": where somebody comes from, not whom he went after. */
const describing =
  /^(?:,? ?(?:of|from|an?|the)|.{0,30}\b(?:is|are|was|were|be|themselves|itself|himself)(?: (?:an?|the|likely|probably|presumed|presumably|of|from|based|in|to|sit|live))*)$/

function addInSentence(
  { say, quote, name }: FeatureWriter,
  resolved: ResolvedText,
  analysis: SentenceAnalysis,
  mention: LinkableMention,
  { governor }: MentionFeatures,
  actor: LinkableMention,
  how: string,
): void {
  const isBefore = actor.firstToken < mention.firstToken
  const side = isBefore ? 'before' : 'behind'
  const [left, right] = isBefore ? [actor, mention] : [mention, actor]
  const gap = right.firstToken - left.lastToken
  say`${how} ${side}`
  say`gap ${gap <= 1 ? 'none' : gap <= 3 ? 'short' : gap <= 10 ? 'middle' : 'long'} ${side}`
  if (gap >= 1 && gap <= 5) {
    const words = analysis.words.slice(left.lastToken + 1, right.firstToken).join(' ')
    if (isBefore && describing.test(words)) say`actor described by ${mention.form}`
    if (isBefore) quote`between actor ${words}`
    else quote`between mention ${words}`
  }
  if (analysis.clause[left.lastToken] === analysis.clause[right.firstToken]) {
    say`same clause`
    say`same clause ${mention.kind} ${side}`
  }
  const isBetween = (m: LinkableMention): boolean =>
    m.firstToken > left.lastToken && m.lastToken < right.firstToken
  const isRival = (m: LinkableMention): boolean =>
    m.kind === 'actor' && m.entity !== actor.entity && m.form !== 'pronoun'
  if (resolved.mentionsOf[analysis.sentence.index]?.some((m) => isRival(m) && isBetween(m)))
    say`another actor between`
  const lead =
    (analysis.bits[actor.firstToken - 1] ?? 0) | (analysis.bits[actor.firstToken - 2] ?? 0)
  if ((lead & negationBits) !== 0) say`actor negated`
  if (analysis.hits.some((h) => h.head > left.lastToken && h.head < right.firstToken))
    say`attack word between ${isBefore ? 'actor first' : 'mention first'}`
  if (!governor) return
  const { head, outcome, word } = governor.hit
  if (isBefore && head > actor.lastToken && head < mention.firstToken)
    name(`actor, attack ${outcome}, mention`)
  if (word.part === 'noun' && !isBefore) say`mention, attack noun, actor`
}

/** Who acts in the attack that governs the mention: this actor, another one, somebody else, nobody. */
function addAgent(
  { say, quote }: FeatureWriter,
  resolved: ResolvedText,
  { syntax, sentence }: SentenceAnalysis,
  { governor, agent }: MentionFeatures,
  { candidate, how }: DescribedActor,
): void {
  if (!syntax || !governor || agent === undefined) return
  if (agent < 0) {
    say`agent none ${how}`
    return
  }
  const covering = (resolved.mentionsOf[sentence.index] ?? []).filter(
    (m) => m.firstToken <= agent && m.lastToken >= agent,
  )
  const here = covering.find((m) => m.kind === 'actor')
  if (here?.entity === candidate.entity) {
    const place = governor.role ? 'under' : 'beside'
    say`agent this`
    say`agent this ${place}`
    say`agent this ${governor.hit.outcome} ${place}`
    return
  }
  if (here) {
    say`agent other actor`
    say`agent other actor ${how}`
    return
  }
  const { mention } = candidate
  const below = mention && roleUnder(syntax, sentence.tokens, mention.lastToken, agent)
  if (below) {
    say`agent includes this`
    quote`agent includes this ${below.slot}`
    return
  }
  const kind = covering[0]?.kind ?? (syntax.upos[agent] === 'PRON' ? 'pronoun' : 'noun')
  say`agent ${kind}`
  say`agent ${kind} ${how}`
}
