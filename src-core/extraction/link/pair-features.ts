import type { EntityDraft, LinkableMention, ResolvedText } from '../resolve/resolved-text'
import { classBit, isAboutOrigin, type SentenceAnalysis } from './analyse-sentence'
import type { ActorCandidate, ActorOverview } from './candidates'
import type { MentionFeatures } from './mention-features'
import { roleUnder } from './syntax-roles'

const negationBits = classBit('negation') | classBit('noEvidence') | classBit('otherActor')

/** Features of an actor and a mention together; `names` is appended to. */
export function pairFeatures(
  resolved: ResolvedText,
  overview: ActorOverview,
  analysis: SentenceAnalysis,
  mention: LinkableMention,
  own: MentionFeatures,
  candidate: ActorCandidate,
): string[] {
  const names: string[] = []
  const kind = mention.kind
  const actor = resolved.entities.get(candidate.entity)
  const how = referenceName(candidate)
  names.push(
    `actor ${how}`,
    `actor ${how} ${kind}`,
    `actor ${how} ${own.governor ? 'attack' : 'no attack'}`,
  )
  if (candidate.rank === 0) names.push('actor is topic', `actor is topic ${how}`)
  else if (candidate.rank < 9)
    names.push(`actor topic rank ${candidate.rank === 1 ? '2' : 'later'}`)
  if (candidate.fromHeading)
    names.push('actor heads the passage', `actor heads the passage ${kind}`)
  const inStory = overview.actorsInStory.get(analysis.sentence.story) ?? 0
  names.push(inStory <= 1 ? 'only actor' : inStory <= 3 ? 'few actors' : 'many actors')
  if (inStory <= 1) names.push(`only actor ${how}`)
  if (candidate.entity === overview.main) names.push('main actor', `main actor ${how}`)
  const count = overview.mentionCount.get(candidate.entity) ?? 0
  if (count === 1) names.push('actor named once')
  if (actor?.unnamed) names.push('unnamed actor', `unnamed actor ${how}`)
  addOwnCountry(names, actor, mention)
  addRivals(names, resolved, analysis, candidate, how)
  if (candidate.mention)
    addInSentence(names, resolved, analysis, mention, own, candidate.mention, how)
  addAgent(names, resolved, analysis, own, candidate, how)
  addHedges(names, analysis, own, candidate)
  return names
}

/** Other actors that the sentence, or the passage before it, offers instead. */
function addRivals(
  names: string[],
  resolved: ResolvedText,
  analysis: SentenceAnalysis,
  candidate: ActorCandidate,
  how: string,
): void {
  const { index } = analysis.sentence
  const others = new Set<string>()
  for (const m of resolved.mentionsOf[index] ?? [])
    if (m.kind === 'actor' && m.entity !== candidate.entity && m.form !== 'pronoun')
      others.add(m.entity)
  names.push(
    `${others.size === 0 ? 'no' : others.size === 1 ? 'one' : 'more'} other actor in the sentence`,
  )
  if (others.size > 0 && !candidate.mention) names.push(`other actor instead ${how}`)
  const topic = resolved.topicOf[index]?.actors[0]
  if (topic && topic.entity !== candidate.entity && !candidate.mention)
    names.push(
      `other topic instead ${how}`,
      `other topic at ${topic.distance <= 1 ? 'hand' : 'distance'}`,
    )
  if (!topic) names.push(`no topic yet ${how}`)
}

function referenceName(candidate: ActorCandidate): string {
  const { reference, distance } = candidate
  if (reference === 'topic')
    return `topic ${distance <= 1 ? '1' : distance <= 3 ? '2-3' : distance <= 8 ? '4-8' : 'far'}`
  return reference
}

function addOwnCountry(
  names: string[],
  actor: EntityDraft | undefined,
  mention: LinkableMention,
): void {
  if (!actor) return
  const country =
    mention.kind === 'country' ? mention.entity.slice('country:'.length) : mention.country
  if (country === undefined) return
  const origin = actor.wornOrigin ?? actor.knownOrigin ?? actor.schemeOrigin
  if (origin === country) names.push("actor's own country", `actor's own country ${mention.form}`)
  else if (origin !== undefined) names.push('not the actor’s country')
}

function addInSentence(
  names: string[],
  resolved: ResolvedText,
  analysis: SentenceAnalysis,
  mention: LinkableMention,
  own: MentionFeatures,
  actor: LinkableMention,
  how: string,
): void {
  const before = actor.firstToken < mention.firstToken
  const [left, right] = before ? [actor, mention] : [mention, actor]
  const gap = right.firstToken - left.lastToken
  names.push(
    `${how} ${before ? 'before' : 'behind'}`,
    `gap ${gap <= 1 ? 'none' : gap <= 3 ? 'short' : gap <= 10 ? 'middle' : 'long'} ${before ? 'before' : 'behind'}`,
  )
  const { tokens } = analysis.sentence
  if (gap >= 1 && gap <= 5) {
    const words = tokens.slice(left.lastToken + 1, right.firstToken).map((t) => t.lower)
    names.push(`between ${before ? 'actor' : 'mention'} ${words.join(' ')}`)
  }
  if (analysis.clause[left.lastToken] === analysis.clause[right.firstToken])
    names.push('same clause', `same clause ${mention.kind} ${before ? 'before' : 'behind'}`)
  const others = (resolved.mentionsOf[analysis.sentence.index] ?? []).some(
    (m) =>
      m.kind === 'actor' &&
      m.entity !== actor.entity &&
      m.form !== 'pronoun' &&
      m.firstToken > left.lastToken &&
      m.lastToken < right.firstToken,
  )
  if (others) names.push('another actor between')
  const lead =
    (analysis.bits[actor.firstToken - 1] ?? 0) | (analysis.bits[actor.firstToken - 2] ?? 0)
  if ((lead & negationBits) !== 0) names.push('actor negated')
  if (analysis.hits.some((h) => h.head > left.lastToken && h.head < right.firstToken))
    names.push(`attack word between ${before ? 'actor first' : 'mention first'}`)
  if (
    own.governor &&
    before &&
    own.governor.hit.head > actor.lastToken &&
    own.governor.hit.head < mention.firstToken
  )
    names.push(`actor, attack ${own.governor.hit.outcome}, mention`)
  if (own.governor?.hit.word.part === 'noun' && !before) names.push('mention, attack noun, actor')
}

/** Who acts in the attack that governs the mention: this actor, another one, somebody else, nobody. */
function addAgent(
  names: string[],
  resolved: ResolvedText,
  analysis: SentenceAnalysis,
  own: MentionFeatures,
  candidate: ActorCandidate,
  how: string,
): void {
  const { syntax, sentence } = analysis
  const { governor } = own
  const { agent } = own
  if (!syntax || !governor || agent === undefined) return
  const place = governor.role ? 'under' : 'beside'
  if (agent < 0) {
    names.push(`agent none ${how}`)
    return
  }
  const covering = (resolved.mentionsOf[sentence.index] ?? []).filter(
    (m) => m.firstToken <= agent && m.lastToken >= agent,
  )
  const here = covering.find((m) => m.kind === 'actor')
  if (here?.entity === candidate.entity)
    names.push('agent this', `agent this ${place}`, `agent this ${governor.hit.outcome} ${place}`)
  else if (here) names.push('agent other actor', `agent other actor ${how}`)
  else {
    const below =
      candidate.mention && roleUnder(syntax, sentence.tokens, candidate.mention.lastToken, agent)
    if (below) names.push('agent includes this', `agent includes this ${below.slot}`)
    else {
      const kind = covering[0]?.kind ?? (syntax.upos[agent] === 'PRON' ? 'pronoun' : 'noun')
      names.push(`agent ${kind}`, `agent ${kind} ${how}`)
    }
  }
}

const hedgeBit = classBit('hedge') | classBit('lowConfidence')
const saying =
  /^(?:says?|said|claims?|claimed|boasts?|boasted|brags?|bragged|writes?|wrote|announced?|announces|declared|declares|lists?|listed|posted|asserts?|asserted|took|takes|calls?|put|threatens|threatened)$/

/** Words that hedge the attack itself, not who is behind it; and the actor's own word for it. */
function addHedges(
  names: string[],
  analysis: SentenceAnalysis,
  own: MentionFeatures,
  candidate: ActorCandidate,
): void {
  const { bits, clause } = analysis
  const { tokens } = analysis.sentence
  const head = own.governor?.hit.head
  if (head !== undefined)
    for (let i = Math.max(0, head - 6); i <= Math.min(tokens.length - 1, head + 3); i++)
      if (
        ((bits[i] ?? 0) & hedgeBit) !== 0 &&
        !isAboutOrigin(analysis.words, i) &&
        Math.abs((clause[i] ?? 0) - (clause[head] ?? 0)) <= 1
      )
        names.push('hedge at attack', `hedge at attack ${tokens[i]?.lower ?? ''}`)
  const { mention } = candidate
  if (mention)
    for (
      let i = mention.lastToken + 1;
      i <= Math.min(tokens.length - 1, mention.lastToken + 4);
      i++
    )
      if (saying.test(tokens[i]?.lower ?? ''))
        names.push('hedge actor says so', `hedge actor says ${tokens[i]?.lower ?? ''}`)
}
