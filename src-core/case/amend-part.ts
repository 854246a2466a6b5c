import type { HandLink, NameMove } from '../model/decision'
import type { Mention, ReadEntity } from '../model/entity'
import type { EntityId } from '../model/ids'
import { entityKindOf, linkId } from '../model/ids'
import type { Evidence, Link } from '../model/link'
import type { Span } from '../model/span'
import type { ReadReportPart } from './fold-case'
import { isAnaphor } from './merge-entity'
import type { Amendments, Made } from './standing'

/** Evidence and mentions that a person marked bear this rule, with the initials behind it. */
export const handRule = 'person/'

/** A report as people corrected it: its metadata, names that belong to others, what they marked and drew in it. */
export function amendPart(
  part: ReadReportPart,
  amendments: Amendments | undefined,
  moves: readonly NameMove[],
): ReadReportPart {
  let { report, reading } = part
  if (amendments) {
    const { change, reliability } = amendments
    report = { ...report, ...change, ...(reliability ? { reliability } : {}) }
  }
  for (const move of moves)
    if (!move.reports || move.reports.includes(report.id))
      reading = { ...reading, ...moveName(reading.entities, reading.links, move) }
  if (amendments && amendments.mentions.length + amendments.links.length > 0) {
    const entities = amendments.mentions.reduce(
      (all, { entity, kind, name, span, surface, author }) =>
        withMention(all, { id: entity, kind, name, aliases: [], mentions: [] }, [
          { ...span, surface, rule: `${handRule}${author}` },
        ]),
      reading.entities,
    )
    reading = { ...reading, entities, links: amendments.links.reduce(withHandLink, reading.links) }
  }
  return { report, reading }
}

interface Content {
  readonly entities: readonly ReadEntity[]
  readonly links: readonly Link[]
}

/**
 * Mentions that wear the name go to the other entity, and links with them where the words that name the actor or victim are
 * among those mentions. Where no other name is left, all goes: "the group" then speaks of the other one too.
 */
function moveName(
  entities: readonly ReadEntity[],
  links: readonly Link[],
  { entity: from, name, to, toName }: NameMove,
): Content {
  const source = entities.find(({ id }) => id === from)
  if (!source || from === to) return { entities, links }
  const bears = ({ surface }: Mention) => sameName(surface, name)
  const named = source.mentions.filter((mention) => !isAnaphor(mention))
  const isWhole = named.length > 0 && named.every(bears)
  const moved = isWhole ? source.mentions : source.mentions.filter(bears)
  const isListed = source.aliases.some((alias) => sameName(alias, name))
  if (moved.length === 0 && !isListed) return { entities, links }
  const left: ReadEntity = {
    ...source,
    aliases: source.aliases.filter((alias) => !sameName(alias, name)),
    mentions: source.mentions.filter((mention) => !moved.includes(mention)),
  }
  const kept = entities.flatMap((entity) =>
    entity !== source ? entity : left.mentions.length > 0 ? left : [],
  )
  if (moved.length === 0) return { entities: kept, links }
  const other = { id: to, kind: entityKindOf(to), name: toName, aliases: [], mentions: [] }
  const isMoved = (span: Span | undefined) =>
    isWhole || (span !== undefined && moved.some((mention) => mention.start === span.start))
  return {
    entities: withMention(kept, other, moved),
    links: joined(links.flatMap((link) => redirected(link, from, to, isMoved))),
  }
}

/** A link whose evidence goes to the new entity in part, or wholly, or not at all. */
function redirected(
  link: Link,
  from: EntityId,
  to: EntityId,
  isMoved: (span: Span | undefined) => boolean,
): readonly Link[] {
  if (link.source !== from && link.target !== from) return [link]
  const goes = (piece: Evidence) =>
    isMoved(link.source === from ? piece.sourceSpan : piece.targetSpan)
  const stay = link.evidence.filter((piece) => !goes(piece))
  const [first, ...rest] = link.evidence.filter(goes)
  if (!first) return [link]
  const source = link.source === from ? to : link.source
  const target = link.target === from ? to : link.target
  const id = linkId(source, link.predicate, target, link.polarity)
  const gone: Link = { ...link, id, source, target, evidence: [first, ...rest] }
  const [firstLeft, ...restLeft] = stay
  return firstLeft ? [{ ...link, evidence: [firstLeft, ...restLeft] }, gone] : [gone]
}

/** One link an id, its evidence in text order. */
function joined(links: readonly Link[]): readonly Link[] {
  const byId = new Map<string, Link>()
  for (const link of links) {
    const known = byId.get(link.id)
    byId.set(link.id, known ? withEvidence(known, link.evidence) : link)
  }
  return [...byId.values()]
}

function withEvidence(link: Link, more: readonly Evidence[]): Link {
  const [first, ...rest] = [...link.evidence, ...more].sort((a, b) => a.start - b.start)
  return first ? { ...link, evidence: [first, ...rest] } : link
}

function withMention(
  entities: readonly ReadEntity[],
  entity: ReadEntity,
  mentions: readonly Mention[],
): readonly ReadEntity[] {
  const known = entities.find(({ id }) => id === entity.id)
  const whole = known ?? entity
  const grown = {
    ...whole,
    mentions: [...whole.mentions, ...mentions].sort((a, b) => a.start - b.start),
  }
  return known ? entities.map((one) => (one === known ? grown : one)) : [...entities, grown]
}

function withHandLink(links: readonly Link[], drawn: HandLink & Made): readonly Link[] {
  const { source, predicate, target, polarity, outcome, hedged, period, span } = drawn
  const evidence: Evidence = {
    ...span,
    rule: `${handRule}${drawn.author}`,
    cues: [],
    hedged,
    polarity,
    confidence: 1,
    ...(drawn.sourceSpan ? { sourceSpan: drawn.sourceSpan } : {}),
    ...(drawn.targetSpan ? { targetSpan: drawn.targetSpan } : {}),
    ...(outcome ? { outcome } : {}),
    ...(period ? { period } : {}),
  }
  const link: Link = {
    id: linkId(source, predicate, target, polarity),
    source,
    predicate,
    target,
    polarity,
    hedged,
    confidence: 1,
    features: [],
    evidence: [evidence],
    ...(outcome ? { outcome } : {}),
    ...(period ? { period } : {}),
  }
  return joined([...links, link])
}

function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b)
}

function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
