import type { Mention, ReadEntity } from '../model/entity'
import type { EntityId, ReportId } from '../model/ids'
import { entityKindOf, linkId } from '../model/ids'
import type { Evidence, Link, Outcome, Period, Predicate, VictimCount } from '../model/link'
import { outcomes, predicates } from '../model/link'
import type { Reading } from '../model/reading'
import type { Span } from '../model/span'

/**
 * What the fold needs of a reading, as one short JSON text: without zones and without the features behind each confidence,
 * every word once. A case of thousands of reports opens several times faster from these than from the readings.
 */
export function digestOf(reading: Reading): string {
  const words = new WordList()
  const entities = reading.entities.map((entity): DigestEntity => {
    const mentions = entity.mentions.flatMap(({ start, end, surface, rule }) => [
      start,
      end,
      words.place(surface),
      words.place(rule),
    ])
    const { ref, subtype, unnamed, origin } = entity
    const facts: DigestFacts = {
      ...(ref === undefined ? {} : { ref }),
      ...(subtype === undefined ? {} : { subtype }),
      ...(unnamed === undefined ? {} : { unnamed }),
      ...(origin === undefined ? {} : { origin }),
    }
    const head = [
      words.place(entity.id),
      words.place(entity.name),
      entity.aliases,
      mentions,
    ] as const
    return Object.keys(facts).length > 0 ? [...head, facts] : head
  })
  const links = reading.links.map((link): DigestLink => {
    const { period, count, cell, outcome } = link
    const facts: DigestLinkFacts = {
      ...(period ? { period } : {}),
      ...(count ? { count } : {}),
      ...(cell === undefined ? {} : { cell }),
    }
    return [
      words.place(link.source),
      predicates.indexOf(link.predicate),
      words.place(link.target),
      link.polarity === 'denied' ? 1 : 0,
      outcome ? outcomes.indexOf(outcome) : -1,
      link.hedged ? 1 : 0,
      link.confidence,
      link.evidence.map((piece) => digestEvidence(piece, words)),
      facts,
    ]
  })
  const { reportId, reader, knowledge } = reading
  const digest: Digest = { reportId, reader, knowledge, words: words.all, entities, links }
  return JSON.stringify(digest)
}

/** The reading again, as far as the fold looks: zones and features are empty, `periods` absent. */
export function readingOfDigest(text: string): Reading {
  // Written by `digestOf` into the case's own store, which is no gate to the outside.
  const { reportId, reader, knowledge, words, entities, links } = JSON.parse(text) as Digest
  const word = (place: number) => words[place] ?? ''
  return {
    reportId,
    reader,
    knowledge,
    zones: [],
    entities: entities.map(([id, name, aliases, flat, facts]): ReadEntity => {
      const mentions: Mention[] = []
      for (let at = 0; at < flat.length; at += 4)
        mentions.push({
          start: flat[at] ?? 0,
          end: flat[at + 1] ?? 0,
          surface: word(flat[at + 2] ?? -1),
          rule: word(flat[at + 3] ?? -1),
        })
      // Ids stand among the words as `digestOf` put them there.
      const own = word(id) as EntityId
      const entity = { id: own, kind: entityKindOf(own), name: word(name), aliases, mentions }
      return facts ? { ...entity, ...facts } : entity
    }),
    links: links.map((row): Link => linkFrom(row, word)),
  }
}

function linkFrom(row: DigestLink, word: (place: number) => string): Link {
  const [from, predicate, to, denied, outcome, hedged, confidence, evidence, facts] = row
  // Ids stand among the words as `digestOf` put them there.
  const source = word(from) as EntityId
  // As above.
  const target = word(to) as EntityId
  const polarity = denied === 1 ? 'denied' : 'asserted'
  const name: Predicate = predicates[predicate] ?? 'related-to'
  const reached: Outcome | undefined = outcomes[outcome]
  const [first, ...rest] = evidence.map((piece) => evidenceFrom(piece, word))
  if (!first) throw new Error('A link without evidence in a digest')
  const id = linkId(source, name, target, polarity)
  return {
    id,
    source,
    predicate: name,
    target,
    polarity,
    hedged: hedged === 1,
    confidence,
    features: [],
    evidence: [first, ...rest],
    ...(reached ? { outcome: reached } : {}),
    ...facts,
  }
}

function digestEvidence(piece: Evidence, words: WordList): DigestEvidence {
  const { start, end, rule, sourceSpan, targetSpan, cues, saidBy, outcome, period } = piece
  return [
    start,
    end,
    words.place(rule),
    sourceSpan ? [sourceSpan.start, sourceSpan.end] : 0,
    targetSpan ? [targetSpan.start, targetSpan.end] : 0,
    cues.flatMap((cue) => [cue.start, cue.end]),
    saidBy === undefined ? -1 : words.place(saidBy),
    outcome ? outcomes.indexOf(outcome) : -1,
    (piece.hedged ? 1 : 0) + (piece.polarity === 'denied' ? 2 : 0),
    piece.confidence,
    period ?? 0,
  ]
}

function evidenceFrom(piece: DigestEvidence, word: (place: number) => string): Evidence {
  const [start, end, rule, source, target, cues, saidBy, outcome, flags, confidence, period] = piece
  const reached: Outcome | undefined = outcomes[outcome]
  return {
    start,
    end,
    rule: word(rule),
    cues: spansFrom(cues),
    hedged: (flags & 1) === 1,
    polarity: (flags & 2) === 2 ? 'denied' : 'asserted',
    confidence,
    ...(source === 0 ? {} : { sourceSpan: { start: source[0], end: source[1] } }),
    ...(target === 0 ? {} : { targetSpan: { start: target[0], end: target[1] } }),
    // Ids stand among the words as `digestOf` put them there.
    ...(saidBy < 0 ? {} : { saidBy: word(saidBy) as EntityId }),
    ...(reached ? { outcome: reached } : {}),
    ...(period === 0 ? {} : { period }),
  }
}

function spansFrom(flat: readonly number[]): readonly Span[] {
  const spans: Span[] = []
  for (let at = 0; at < flat.length; at += 2)
    spans.push({ start: flat[at] ?? 0, end: flat[at + 1] ?? 0 })
  return spans
}

interface Digest {
  readonly reportId: ReportId
  readonly reader: string
  readonly knowledge: string
  readonly words: readonly string[]
  readonly entities: readonly DigestEntity[]
  readonly links: readonly DigestLink[]
}

type DigestFacts = Pick<ReadEntity, 'ref' | 'subtype' | 'unnamed' | 'origin'>
/** Places of id and name among the words, aliases, mentions as four numbers each, facts where there are any. */
type DigestEntity = readonly [
  id: number,
  name: number,
  aliases: readonly string[],
  mentions: readonly number[],
  facts?: DigestFacts,
]
interface DigestLinkFacts {
  readonly period?: Period
  readonly count?: VictimCount
  readonly cell?: string
}
type DigestLink = readonly [
  source: number,
  predicate: number,
  target: number,
  denied: number,
  outcome: number,
  hedged: number,
  confidence: number,
  evidence: readonly DigestEvidence[],
  facts: DigestLinkFacts,
]
type DigestEvidence = readonly [
  start: number,
  end: number,
  rule: number,
  source: readonly [number, number] | 0,
  target: readonly [number, number] | 0,
  cues: readonly number[],
  saidBy: number,
  outcome: number,
  flags: number,
  confidence: number,
  period: Period | 0,
]

class WordList {
  readonly all: string[] = []
  private readonly places = new Map<string, number>()

  place(word: string): number {
    const known = this.places.get(word)
    if (known !== undefined) return known
    this.places.set(word, this.all.length)
    return this.all.push(word) - 1
  }
}
