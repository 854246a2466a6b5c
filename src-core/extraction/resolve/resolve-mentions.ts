import type { Knowledge } from '../../knowledge/knowledge'
import type { EntityKind } from '../../model/entity'
import { entityId, type EntityId } from '../../model/ids'
import type { Recognition, SegmentedText, Sentence } from '../stages'
import { wordClass } from '../text/vocabulary'
import { aliasPairs } from './alias-statements'
import { draftEntities } from './draft-entities'
import { equateReferences } from './equate-references'
import { guessPrograms } from './guess-programs'
import { mergeActors } from './merge-actors'
import { isPassing } from './passing'
import { findReferences, type Reference } from './references'
import type { AliasStatement, LinkableMention, ResolvedText, TopicState } from './resolved-text'
import { TopicTracker } from './topics'

/** Every mention to its entity: stated aliases, short forms, unnamed actors, "the group" and "it". */
export function resolveMentions(
  segmented: SegmentedText,
  recognitions: readonly Recognition[],
  knowledge: Knowledge,
): ResolvedText {
  const settled = recognitions.filter((r) => r.nested !== true)
  const outer = settled.concat(guessPrograms(segmented, settled, knowledge))
  const bySentence = groupBySentence(segmented, outer)
  const stated = statedAliases(segmented, bySentence)
  const merged = mergeActors(segmented, bySentence, stated, knowledge)
  const named = outer.filter((r) => r.kind !== 'date' && r.kind !== 'count')
  // Dates and counts never come here; all other kinds are an entity's.
  for (const one of named)
    if (!merged.has(one)) merged.set(one, entityId(one.kind as EntityKind, one.key))
  const firstId = (recognition: Recognition): EntityId => merged.get(recognition) ?? nobody
  let idOf = firstId
  let { topicOf, mentionsOf } = refer(segmented, bySentence, idOf)
  const { into, statements } = equateReferences(segmented, mentionsOf, (a, b) =>
    mayBeOne(a, b, outer, knowledge),
  )
  if (into.size > 0) {
    idOf = (recognition) => {
      const id = firstId(recognition)
      return into.get(id) ?? id
    }
    ;({ topicOf, mentionsOf } = refer(segmented, bySentence, idOf))
  }
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
    datesOf: bySentence.map((list) => ofKind(list, 'date')),
    countsOf: bySentence.map((list) => ofKind(list, 'count')),
    aliases: [...aliases, ...statements].filter((a) => entities.has(a.entity)),
    topicOf,
  }
}

const nobody = entityId('actor', '')
const none: readonly Recognition[] = []

/** Most sentences have none: they share one empty list. */
function ofKind(list: readonly Recognition[], kind: 'date' | 'count'): readonly Recognition[] {
  return list.some((one) => one.kind === kind) ? list.filter((one) => one.kind === kind) : none
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
): (readonly Recognition[])[] {
  const groups: (readonly Recognition[])[] = segmented.sentences.map(() => none)
  let open: Recognition[] = []
  let sentence = -1
  for (const recognition of recognitions) {
    const group = groups[recognition.sentence]
    if (!group) continue
    if (recognition.sentence !== sentence) {
      sentence = recognition.sentence
      open = group === none ? [] : [...group]
      groups[sentence] = open
    }
    open.push(recognition)
  }
  return groups.map((group) => (isInOrder(group) ? group : group.toSorted(byPlace)))
}

const byPlace = (a: Recognition, b: Recognition): number => a.start - b.start || b.end - a.end

function isInOrder(group: readonly Recognition[]): boolean {
  for (let i = 1; i < group.length; i++) {
    const before = group[i - 1]
    const here = group[i]
    if (before && here && byPlace(before, here) > 0) return false
  }
  return true
}

function statedAliases(
  segmented: SegmentedText,
  bySentence: readonly (readonly Recognition[])[],
): StatedAlias[] {
  const { text } = segmented.source
  return segmented.sentences.flatMap((sentence) => {
    const group = bySentence[sentence.index] ?? none
    if (group.length < 2) return []
    const names = group.filter(
      (r) => (r.kind === 'actor' || r.kind === 'campaign') && r.unnamed !== true,
    )
    if (names.length < 2) return []
    return aliasPairs(text, sentence, names).flatMap(({ first, second, rule }) => {
      const a = names[first]
      const b = names[second]
      return a && b ? [{ first: a, second: b, rule, sentence }] : []
    })
  })
}

/** An actor named, or a reference to one, in the order in which a sentence has them. */
type Event =
  | { readonly at: number; readonly mention: LinkableMention; readonly rank: number }
  | { readonly at: number; readonly reference: Reference }

function sentenceMentions(
  sentence: Sentence,
  recognitions: readonly Recognition[],
  idOf: (recognition: Recognition) => EntityId,
  tracker: TopicTracker,
): LinkableMention[] {
  const named = namedIn(sentence, recognitions, idOf)
  const taken = takenTokens(sentence, named)
  const references = findReferences(sentence, (i) => taken[i] === 1)
  const actors = named.some((m) => m.kind === 'actor')
    ? named.filter((m) => m.kind === 'actor')
    : noMention
  if (actors.length === 0 && references.length === 0) return named
  const heading = sentence.zone === 'title' || sentence.tokens.length <= 6
  const events: Event[] = actors.map((mention, rank) => ({ at: mention.firstToken, mention, rank }))
  for (const reference of references) events.push({ at: reference.firstToken, reference })
  events.sort((a, b) => a.at - b.at)
  const renamed = new Map<LinkableMention, LinkableMention>()
  const referring: LinkableMention[] = []
  for (const event of events) {
    if ('mention' in event) {
      const { mention, rank } = event
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
          beside: isBeside(sentence, actors[rank - 1], mention),
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
  if (referring.length === 0 && renamed.size === 0) return named
  const kept = named
    .filter((m) => m.kind !== 'sector' || !isInside(m, referring))
    .map((m) => renamed.get(m) ?? m)
  return [...kept, ...referring].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** "The activists" of a hacktivist group are no civil society. */
function isInside(sector: LinkableMention, referring: readonly LinkableMention[]): boolean {
  return referring.some((r) => r.firstToken <= sector.firstToken && r.lastToken >= sector.lastToken)
}

const joining = wordClass('and or unlike versus nor than from')

/** "MuddyWater and OilRig", "MuddyWater, unlike OilRig,": the two that "the former" and "the latter" choose from. */
function isBeside(
  sentence: Sentence,
  before: LinkableMention | undefined,
  mention: LinkableMention,
): boolean {
  if (!before || mention.firstToken - before.lastToken > 5) return false
  for (let i = before.lastToken + 1; i < mention.firstToken; i++)
    if (joining.has(sentence.tokens[i])) return true
  return false
}

/** Ids of actors without a name begin like this; the bare one has no origin either. */
const anyone = entityId('actor', 'unnamed')

function isUnnamed(mention: LinkableMention): boolean {
  return mention.entity.startsWith(anyone)
}

const somebodyElse = wordClass(
  'unknown unidentified other others another different separate any no some most many all western young same-old former ethical security rival several various of',
)

/** "Threat groups", "extortionists" without an origin mean the actor that the story is about, unless the words say otherwise. */
function meantByGeneric(
  sentence: Sentence,
  mention: LinkableMention,
  tracker: TopicTracker,
): EntityId | undefined {
  for (let i = Math.max(0, mention.firstToken - 2); i <= mention.lastToken; i++)
    if (somebodyElse.has(sentence.tokens[i])) return undefined
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

const noMention: readonly LinkableMention[] = []

/** The sentence's names with the tokens that they cover: both stand in text order, so one walk finds them all. */
function namedIn(
  sentence: Sentence,
  recognitions: readonly Recognition[],
  idOf: (recognition: Recognition) => EntityId,
): LinkableMention[] {
  const { tokens } = sentence
  const named: LinkableMention[] = []
  let first = 0
  for (const one of recognitions) {
    if (one.kind === 'date' || one.kind === 'count') continue
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= one.start) first++
    let last = first
    while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? Infinity) < one.end) last++
    const covers = first < tokens.length
    named.push(linkable(one, idOf(one), covers ? first : -1, covers ? last : -1))
  }
  return named
}

function linkable(
  recognition: Recognition,
  entity: EntityId,
  firstToken: number,
  lastToken: number,
): LinkableMention {
  return {
    entity,
    // Dates and counts were set aside; what is left has an entity's kind.
    kind: recognition.kind as EntityKind,
    start: recognition.start,
    end: recognition.end,
    surface: recognition.surface,
    rule: recognition.rule,
    sentence: recognition.sentence,
    form: recognition.form ?? 'name',
    firstToken,
    lastToken,
    ...(recognition.country !== undefined && { country: recognition.country }),
    ...(recognition.sectors !== undefined && { sectors: recognition.sectors }),
    ...(recognition.subtype !== undefined && { subtype: recognition.subtype }),
    ...(recognition.strength < weakBelow && { weak: true as const }),
  }
}
