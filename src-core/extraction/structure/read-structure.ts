import type { Knowledge } from '../../knowledge/knowledge'
import type { Mention, ReadEntity } from '../../model/entity'
import { linkId, type EntityId, type LinkId } from '../../model/ids'
import { outcomes, type Evidence, type Link } from '../../model/link'
import type { Reading, Zone } from '../../model/reading'
import type { SourceStructure, StructuredRelation } from '../../model/source-structure'
import type { SourceText } from '../../model/source-text'
import type { Span } from '../../model/span'
import type { Read } from '../create-reader'
import { joinReadings } from '../join-readings'
import { moveReading, partLength } from '../read-in-parts'
import { readerVersion } from '../reader-version'
import type { ReadInput } from '../stages'
import { resolveThing } from './resolve-thing'

/** A reader that also takes what files of data state outright; their prose is read like any other. */
export function withStructure(read: Read, knowledge: Knowledge): Read {
  return (input) => {
    const { structure } = input.source
    if (!structure) return read(input)
    const stated = readStructure(input, structure, knowledge)
    const told = [...proseParts(input.source, structure)].map(({ start, source }) =>
      moveReading(read({ ...input, source }), start),
    )
    return { ...joinReadings([stated, ...told]), zones: stated.zones }
  }
}

function readStructure(
  { reportId, source }: ReadInput,
  structure: SourceStructure,
  knowledge: Knowledge,
): Reading {
  const { format, things, relations } = structure
  const resolved = things.map((thing) => resolveThing(thing, knowledge))
  const entities = new Map<EntityId, ReadEntity>()
  things.forEach(({ spans }, i) => {
    const entity = resolved[i]
    if (!entity) return
    const mentions = spans.map(({ start, end }): Mention => ({
      start,
      end,
      surface: source.text.slice(start, end),
      rule: `${format}/object`,
    }))
    const known = entities.get(entity.id)
    entities.set(entity.id, {
      ...entity,
      ...known,
      mentions: [...(known?.mentions ?? []), ...mentions].sort((a, b) => a.start - b.start),
    })
  })
  const statements = new Map<LinkId, Statement[]>()
  for (const relation of relations) {
    const source = resolved[relation.source]?.id
    const target = resolved[relation.target]?.id
    if (!source || !target || source === target) continue
    const id = linkId(source, relation.predicate, target, 'asserted')
    const known = statements.get(id)
    if (known) known.push({ source, target, relation })
    else statements.set(id, [{ source, target, relation }])
  }
  const links = [...statements].flatMap(([id, [first, ...rest]]) =>
    first ? [linkOf(id, [first, ...rest], format)] : [],
  )
  return {
    reportId,
    reader: readerVersion,
    knowledge: knowledge.version,
    zones: zonesOf(source, format),
    entities: [...entities.values()],
    links,
  }
}

interface Statement {
  readonly source: EntityId
  readonly target: EntityId
  readonly relation: StructuredRelation
}

/** All that the file says of one link. */
function linkOf(
  id: LinkId,
  statements: readonly [Statement, ...Statement[]],
  format: SourceStructure['format'],
): Link {
  const [{ source, target, relation: first }, ...others] = statements
  const relations = [first, ...others.map(({ relation }) => relation)]
  const confidence = relations.reduce((most, relation) => Math.max(most, relation.confidence), 0)
  const periods = relations.flatMap(({ period }) => period ?? [])
  const outcome = outcomes.find((wanted) => relations.some((one) => one.outcome === wanted))
  return {
    id,
    source,
    predicate: first.predicate,
    target,
    polarity: 'asserted',
    hedged: relations.every(({ hedged }) => hedged),
    confidence,
    features: [
      { name: 'stated as data', value: 1, weight: Math.log(confidence / (1 - confidence)) },
    ],
    evidence: [
      evidenceOf(first, format),
      ...others.map(({ relation }) => evidenceOf(relation, format)),
    ],
    ...(outcome && { outcome }),
    ...(periods[0] && { period: periods[0], periods }),
  }
}

function evidenceOf(relation: StructuredRelation, format: SourceStructure['format']): Evidence {
  const { start, end, sourceSpan, targetSpan, outcome, hedged, period, confidence } = relation
  return {
    start,
    end,
    rule: `${format}/${hedged ? 'side-by-side' : 'relationship'}`,
    sourceSpan,
    targetSpan,
    cues: [],
    hedged,
    polarity: 'asserted',
    confidence,
    ...(outcome && { outcome }),
    ...(period && { period }),
  }
}

function zonesOf({ blocks }: SourceText, format: SourceStructure['format']): Zone[] {
  return blocks.map(({ kind, start, end }) => ({
    start,
    end,
    kind: kind === 'title' ? 'title' : kind === 'table-row' ? 'indicators' : 'body',
    story: 0,
    rule: `${format}/block`,
  }))
}

/** The prose in stretches of bounded length. What lies between is blanked, so that places stay what they are. */
function* proseParts(
  { text, blocks }: SourceText,
  { prose }: SourceStructure,
): Generator<{ readonly start: number; readonly source: SourceText }> {
  const kinds = new Map(blocks.map((block) => [block.start, block.kind]))
  let group: Span[] = []
  const flush = () => {
    const [first] = group
    const last = group.at(-1)
    if (!first || !last) return []
    const pieces: string[] = []
    let at = first.start
    for (const { start, end } of group) {
      pieces.push(' '.repeat(start - at), text.slice(start, end))
      at = end
    }
    const own = group.map((span) => ({
      start: span.start - first.start,
      end: span.end - first.start,
      kind: kinds.get(span.start) ?? ('paragraph' as const),
    }))
    return [{ start: first.start, source: { text: pieces.join(''), pages: [], blocks: own } }]
  }
  for (const span of prose) {
    const [first] = group
    if (first && span.end - first.start > partLength) {
      yield* flush()
      group = []
    }
    group.push(span)
  }
  yield* flush()
}
