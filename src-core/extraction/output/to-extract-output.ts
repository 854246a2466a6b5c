import type { ReadEntity } from '../../model/entity'
import type { EntityId } from '../../model/ids'
import type { Link, Period, VictimCount } from '../../model/link'
import type { Reading } from '../../model/reading'
import type { ReportMetadata } from '../../model/report'

/** One object of `gnomon extract --format json`: the contract that scripts and the evaluation read. */
export interface ExtractOutput {
  readonly report: {
    readonly title: string
    readonly published?: string
    readonly sha256: string
    readonly text?: string
  }
  readonly entities: readonly ExtractEntity[]
  readonly links: readonly ExtractLink[]
  /** Links that the report denies or negates, shaped like `links`. */
  readonly denied: readonly ExtractLink[]
}

export interface ExtractSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface ExtractEntity {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly statedAliases?: readonly string[]
  readonly ref?: string
  readonly subtype?: string
  readonly unnamed?: boolean
  readonly origin?: string
  readonly mentions: readonly ExtractSpan[]
}

export interface ExtractLink {
  readonly type: string
  readonly source: string
  readonly target: string
  readonly outcome?: string
  readonly hedged: boolean
  readonly confidence: number
  readonly period?: Period
  readonly count?: VictimCount
  readonly cell?: string
  readonly evidence: readonly ExtractSpan[]
}

export interface OutputOptions {
  readonly metadata: ReportMetadata
  /** The stored text that all spans index. */
  readonly text: string
  /** `--with-text` */
  readonly withText?: boolean
}

/** Writes a reading as the output contract has it; entity ids are `e1`, `e2` … in reading order. */
export function toExtractOutput(reading: Reading, options: OutputOptions): ExtractOutput {
  const ids = new Map<EntityId, string>()
  for (const entity of reading.entities) ids.set(entity.id, `e${ids.size + 1}`)
  const links = reading.links.flatMap((link) => {
    const source = ids.get(link.source)
    const target = ids.get(link.target)
    return source === undefined || target === undefined
      ? []
      : [{ link, output: linkOutput(link, source, target, options.text) }]
  })
  const { title, published } = options.metadata
  return {
    report: {
      title,
      ...(published !== undefined && { published }),
      sha256: reading.reportId,
      ...(options.withText === true && { text: options.text }),
    },
    entities: reading.entities.map((entity, index) =>
      entityOutput(entity, `e${index + 1}`, statedNames(entity, reading.links)),
    ),
    links: links.filter((l) => l.link.polarity === 'asserted').map((l) => l.output),
    denied: links.filter((l) => l.link.polarity === 'denied').map((l) => l.output),
  }
}

function entityOutput(entity: ReadEntity, id: string, stated: readonly string[]): ExtractEntity {
  return {
    id,
    type: entity.kind,
    name: entity.name,
    aliases: entity.aliases,
    ...(entity.kind === 'actor' && { statedAliases: stated }),
    ...(entity.ref !== undefined && { ref: entity.ref }),
    ...(entity.subtype !== undefined && { subtype: entity.subtype }),
    ...(entity.kind === 'actor' && { unnamed: entity.unnamed === true }),
    ...(entity.origin !== undefined && { origin: entity.origin }),
    mentions: entity.mentions.map(({ start, end, surface }) => ({ start, end, text: surface })),
  }
}

/** Names that this report itself equates: each is the surface at the far end of an alias-of link's evidence. */
function statedNames(entity: ReadEntity, links: readonly Link[]): readonly string[] {
  const own = links.filter(
    (link) =>
      link.predicate === 'alias-of' && link.polarity === 'asserted' && link.source === entity.id,
  )
  const spans = own.flatMap((link) => link.evidence.flatMap((e) => [e.sourceSpan, e.targetSpan]))
  const names = entity.mentions
    .filter((mention) => spans.some((span) => span?.start === mention.start))
    .map((mention) => mention.surface)
  return [...new Set(names)].filter((name) => name !== entity.name)
}

function linkOutput(link: Link, source: string, target: string, text: string): ExtractLink {
  return {
    type: link.predicate,
    source,
    target,
    ...(link.outcome !== undefined && { outcome: link.outcome }),
    hedged: link.hedged,
    confidence: Math.round(link.confidence * 1000) / 1000,
    ...(link.period !== undefined && { period: link.period }),
    ...(link.count !== undefined && { count: link.count }),
    ...(link.cell !== undefined && { cell: link.cell }),
    evidence: link.evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
  }
}
