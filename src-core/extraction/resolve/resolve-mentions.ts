import type { Knowledge } from '../../knowledge/knowledge'
import type { EntityKind } from '../../model/entity'
import { entityId, type EntityId } from '../../model/ids'
import type { Recognition, SegmentedText, Sentence } from '../stages'
import { aliasPairs } from './alias-statements'
import { draftEntities } from './draft-entities'
import { equateReferences } from './equate-references'
import { guessPrograms } from './guess-programs'
import { mergeActors } from './merge-actors'
import { isPassing } from './passing'
import { findReferences } from './references'
import type { AliasStatement, LinkableMention, ResolvedText, TopicState } from './resolved-text'
import { TopicTracker } from './topics'

/** Every mention to its entity: stated aliases, short forms, unnamed actors, "the group" and "it". */
export function resolveMentions(
  segmented: SegmentedText,
  recognitions: readonly Recognition[],
  knowledge: Knowledge,
): ResolvedText {
  const settled = recognitions.filter((r) => r.nested !== true)
  const outer = [...settled, ...guessPrograms(segmented, settled, knowledge)]
  const bySentence = groupBySentence(segmented, outer)
  const stated = statedAliases(segmented, bySentence)
  const merged = mergeActors(segmented, bySentence, stated, knowledge)
  const firstId = (recognition: Recognition): EntityId =>
    // Dates and counts never come here; all other kinds are an entity's.
    merged.get(recognition) ?? entityId(recognition.kind as EntityKind, recognition.key)
  let idOf = firstId
  let { topicOf, mentionsOf } = refer(segmented, bySentence, idOf)
  const { into, statements } = equateReferences(segmented, mentionsOf, (a, b) =>
    mayBeOne(a, b, outer, knowledge),
  )
  if (into.size > 0) {
    idOf = (recognition) => into.get(firstId(recognition)) ?? firstId(recognition)
    ;({ topicOf, mentionsOf } = refer(segmented, bySentence, idOf))
  }
  const named = outer.filter((r) => r.kind !== 'date' && r.kind !== 'count')
  const entities = draftEntities(named, idOf, knowledge)
  const aliases: AliasStatement[] = stated.map(({ first, second, rule, sentence }) => ({
    entity: idOf(first),
    first,
    second,
    rule,
    start: sentence.start,
    end: sentence.end,
  }))
  return {
    segmented,
    entities,
    mentions: mentionsOf.flat(),
    mentionsOf,
    datesOf: bySentence.map((list) => list.filter((r) => r.kind === 'date')),
    countsOf: bySentence.map((list) => list.filter((r) => r.kind === 'count')),
    aliases: [...aliases, ...statements].filter((a) => entities.has(a.entity)),
    topicOf,
  }
}

/** Sentence by sentence: who is named, who is meant by "the group" and "it", and who is in mind at its beginning. */
function refer(
  segmented: SegmentedText,
  bySentence: readonly (readonly Recognition[])[],
  idOf: (recognition: Recognition) => EntityId,
): { topicOf: (TopicState | undefined)[]; mentionsOf: LinkableMention[][] } {
  const tracker = new TopicTracker()
  const topicOf: (TopicState | undefined)[] = []
  const mentionsOf = segmented.sentences.map((sentence) => {
    tracker.enter(sentence)
    topicOf.push(tracker.state(sentence))
    return sentenceMentions(sentence, bySentence[sentence.index] ?? [], idOf, tracker)
  })
  return { topicOf, mentionsOf }
}

/** Two actors that the text equates may be one unless their known or worn origins differ. */
function mayBeOne(
  a: EntityId,
  b: EntityId,
  recognitions: readonly Recognition[],
  knowledge: Knowledge,
): boolean {
  const origin = (id: EntityId): string | undefined => {
    const key = id.slice(id.indexOf(':') + 1)
    if (key.startsWith('unnamed-')) return key.slice('unnamed-'.length)
    return (
      knowledge.actors.get(key)?.origin ??
      recognitions.find((r) => r.kind === 'actor' && r.key === key)?.origin
    )
  }
  const [one, other] = [origin(a), origin(b)]
  return one === undefined || other === undefined || one === other
}

/** Below it a recognition is only a guess that something may be a name. */
const weakBelow = 0.5

export interface StatedAlias {
  readonly first: Recognition
  readonly second: Recognition
  readonly rule: string
  readonly sentence: Sentence
}

function groupBySentence(
  segmented: SegmentedText,
  recognitions: readonly Recognition[],
): Recognition[][] {
  const groups = segmented.sentences.map((): Recognition[] => [])
  for (const recognition of recognitions) groups[recognition.sentence]?.push(recognition)
  for (const group of groups) group.sort((a, b) => a.start - b.start || b.end - a.end)
  return groups
}

function statedAliases(
  segmented: SegmentedText,
  bySentence: readonly (readonly Recognition[])[],
): StatedAlias[] {
  const { text } = segmented.source
  return segmented.sentences.flatMap((sentence) => {
    const names = (bySentence[sentence.index] ?? []).filter(
      (r) => (r.kind === 'actor' || r.kind === 'campaign') && r.unnamed !== true,
    )
    if (names.length < 1) return []
    return aliasPairs(text, sentence, names).flatMap(({ first, second, rule }) => {
      const a = names[first]
      const b = names[second]
      return a && b ? [{ first: a, second: b, rule, sentence }] : []
    })
  })
}

function sentenceMentions(
  sentence: Sentence,
  recognitions: readonly Recognition[],
  idOf: (recognition: Recognition) => EntityId,
  tracker: TopicTracker,
): LinkableMention[] {
  const named = recognitions
    .filter((r) => r.kind !== 'date' && r.kind !== 'count')
    .map((r) => linkable(sentence, r, idOf(r)))
  const taken = takenTokens(sentence, named)
  const references = findReferences(sentence, (i) => taken[i] === 1)
  const heading = sentence.zone === 'title' || sentence.tokens.length <= 6
  const actors = named.filter((m) => m.kind === 'actor')
  const events = [
    ...actors.map((mention) => ({ at: mention.firstToken, mention })),
    ...references.map((reference) => ({ at: reference.firstToken, reference })),
  ].sort((a, b) => a.at - b.at)
  const renamed = new Map<LinkableMention, LinkableMention>()
  const referring: LinkableMention[] = []
  for (const event of events) {
    if ('mention' in event) {
      const { mention } = event
      const unnamed = isUnnamed(mention)
      const subject = mention.firstToken <= 1
      const meant =
        mention.entity === anyone ? meantByGeneric(sentence, mention, tracker) : undefined
      if (meant) renamed.set(mention, { ...mention, entity: meant, form: 'definite' })
      tracker.name(
        {
          entity: meant ?? mention.entity,
          start: mention.start,
          heading: heading || (subject && isLabel(sentence, mention)),
          subject,
          isName: !unnamed,
          unnamed: unnamed && meant === undefined,
          beside: isBeside(sentence, actors, mention),
          passing: isPassing(sentence, mention),
        },
        sentence,
      )
      continue
    }
    const { reference } = event
    const entity = tracker.resolve(reference, sentence)
    const first = sentence.tokens[reference.firstToken]
    const last = sentence.tokens[reference.lastToken]
    if (!entity || !first || !last) continue
    referring.push({
      entity,
      kind: 'actor',
      start: first.start,
      end: last.end,
      surface: sentence.tokens
        .slice(reference.firstToken, reference.lastToken + 1)
        .map((t) => t.text)
        .join(' '),
      rule: reference.form === 'pronoun' ? 'reference/pronoun' : 'reference/definite',
      sentence: sentence.index,
      form: reference.form,
      firstToken: reference.firstToken,
      lastToken: reference.lastToken,
    })
    if (reference.form === 'definite' || reference.firstToken <= 1)
      tracker.name(
        {
          entity,
          start: first.start,
          heading: false,
          subject: reference.firstToken <= 1,
          isName: false,
          unnamed: entity.startsWith(anyone),
          beside: false,
          passing: false,
        },
        sentence,
      )
  }
  // "The activists" of a hacktivist group are no civil society.
  const kept = named
    .filter(
      (m) =>
        m.kind !== 'sector' ||
        !referring.some((r) => r.firstToken <= m.firstToken && r.lastToken >= m.lastToken),
    )
    .map((m) => renamed.get(m) ?? m)
  return [...kept, ...referring].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** "MuddyWater and OilRig", "MuddyWater, unlike OilRig,": the two that "the former" and "the latter" choose from. */
function isBeside(
  sentence: Sentence,
  actors: readonly LinkableMention[],
  mention: LinkableMention,
): boolean {
  const before = actors[actors.indexOf(mention) - 1]
  if (!before) return false
  const between = sentence.tokens.slice(before.lastToken + 1, mention.firstToken)
  return (
    between.length > 0 &&
    between.length <= 4 &&
    between.some((t) => /^(?:and|or|unlike|versus|nor|than|from)$/.test(t.lower))
  )
}

/** Ids of actors without a name begin like this; the bare one has no origin either. */
const anyone = entityId('actor', 'unnamed')

function isUnnamed(mention: LinkableMention): boolean {
  return mention.entity.startsWith(anyone)
}

const somebodyElse =
  /^(?:unknown|unidentified|other|others|another|different|separate|any|no|some|most|many|all|western|young|same-old|former|ethical|security|rival|several|various|of)$/

/** "Threat groups", "extortionists" without an origin mean the actor that the story is about, unless the words say otherwise. */
function meantByGeneric(
  sentence: Sentence,
  mention: LinkableMention,
  tracker: TopicTracker,
): EntityId | undefined {
  for (let i = Math.max(0, mention.firstToken - 2); i <= mention.lastToken; i++)
    if (somebodyElse.test(sentence.tokens[i]?.lower ?? '')) return undefined
  const { firstToken, lastToken } = mention
  const entity = tracker.resolve(
    { firstToken, lastToken, form: 'definite', plural: false },
    sentence,
  )
  return entity !== undefined && !entity.startsWith(anyone) ? entity : undefined
}

/** "Mustang Panda: same hunting ground", "GOFFEE. Its love is …": the name is the paragraph's label. */
function isLabel(sentence: Sentence, mention: LinkableMention): boolean {
  const next = sentence.tokens[mention.lastToken + 1]?.lower
  return (
    next === undefined ||
    next === ':' ||
    next === '.' ||
    next === '—' ||
    next === '–' ||
    next === '|' ||
    next === '/'
  )
}

function takenTokens(sentence: Sentence, mentions: readonly LinkableMention[]): Uint8Array {
  const taken = new Uint8Array(sentence.tokens.length)
  for (const mention of mentions)
    if (
      mention.firstToken >= 0 &&
      (mention.kind !== 'sector' || !/activists$/i.test(mention.surface))
    )
      taken.fill(1, mention.firstToken, mention.lastToken + 1)
  return taken
}

function linkable(sentence: Sentence, recognition: Recognition, entity: EntityId): LinkableMention {
  const { tokens } = sentence
  let firstToken = tokens.findIndex((token) => token.end > recognition.start)
  let lastToken = firstToken
  while (
    lastToken + 1 < tokens.length &&
    (tokens[lastToken + 1]?.start ?? Infinity) < recognition.end
  )
    lastToken++
  if (firstToken < 0) firstToken = lastToken = -1
  return {
    entity,
    // Dates and counts were set aside; what is left has an entity's kind.
    kind: recognition.kind as EntityKind,
    start: recognition.start,
    end: recognition.end,
    surface: recognition.surface,
    rule: recognition.rule,
    sentence: sentence.index,
    form: recognition.form ?? 'name',
    firstToken,
    lastToken,
    ...(recognition.country !== undefined && { country: recognition.country }),
    ...(recognition.sectors !== undefined && { sectors: recognition.sectors }),
    ...(recognition.subtype !== undefined && { subtype: recognition.subtype }),
    ...(recognition.strength < weakBelow && { weak: true as const }),
  }
}
