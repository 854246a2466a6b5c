import type { BlockKind, SourceText } from '../../model/source-text'
import type {
  SourceStructure,
  StructuredRelation,
  StructuredThing,
} from '../../model/source-structure'
import type { Span } from '../../model/span'
import { SourceBuilder } from '../source-builder'

/** A sentence is words and things; a thing may be written by another name than its own. */
export type Piece = string | { readonly thing: number; readonly written?: string }

export type NewThing = Pick<StructuredThing, 'kind' | 'name'> &
  Partial<Pick<StructuredThing, 'aliases' | 'ref' | 'subtype'>>

type RelationFacts = Pick<
  StructuredRelation,
  'source' | 'target' | 'predicate' | 'hedged' | 'confidence'
> &
  Partial<Pick<StructuredRelation, 'outcome' | 'period'>>

/** Writes data as readable text and keeps where each thing and each statement stands in it. */
export class StructureBuilder {
  readonly #builder = new SourceBuilder()
  readonly #things: (NewThing & { readonly spans: Span[] })[] = []
  readonly #placeOf = new Map<string, number>()
  readonly #relations: StructuredRelation[] = []
  readonly #prose: Span[] = []

  /** The same kind and name are one thing. Returns its place; undefined where there is no name. */
  thing(stated: NewThing): number | undefined {
    const name = oneLine(stated.name, 300)
    if (name === '') return undefined
    const key = `${stated.kind}\t${stated.ref ?? name.toLowerCase()}`
    const known = this.#placeOf.get(key)
    if (known !== undefined) return known
    const aliases = (stated.aliases ?? []).map((alias) => oneLine(alias, 200)).filter(Boolean)
    this.#things.push({ ...stated, name, aliases, spans: [] })
    this.#placeOf.set(key, this.#things.length - 1)
    return this.#things.length - 1
  }

  nameOf(thing: number): string {
    return this.#things[thing]?.name ?? ''
  }

  plain(kind: BlockKind, text: string): void {
    const line = oneLine(text, 2000)
    if (line !== '') this.#builder.add(kind, line)
  }

  /** Somebody's own words: they are read like a report's. */
  prose(text: string): void {
    for (const part of text.slice(0, 200_000).split(/\n\s*\n/)) {
      const line = oneLine(part, 100_000)
      if (line === '') continue
      const start = this.#builder.add('paragraph', line)
      this.#prose.push({ start, end: start + line.length })
    }
  }

  /** One block of pieces; of a statement the first piece for each end is where the text names it. */
  sentence(kind: BlockKind, pieces: readonly Piece[], relation?: RelationFacts): void {
    const parts: string[] = []
    const spans = new Map<number, Span>()
    let length = 0
    for (const piece of pieces) {
      const isThing = typeof piece !== 'string'
      const text = isThing ? (piece.written ?? this.nameOf(piece.thing)) : piece
      if (isThing && !spans.has(piece.thing))
        spans.set(piece.thing, { start: length, end: length + text.length })
      parts.push(text)
      length += text.length
    }
    const text = parts.join('')
    if (text.trim() !== text || text === '') throw new Error('A sentence begins and ends in words')
    const start = this.#builder.add(kind, text)
    const placed = (span: Span): Span => ({ start: span.start + start, end: span.end + start })
    for (const [thing, span] of spans) this.#things[thing]?.spans.push(placed(span))
    const source = relation && spans.get(relation.source)
    const target = relation && spans.get(relation.target)
    if (relation && source && target)
      this.#relations.push({
        ...relation,
        start,
        end: start + text.length,
        sourceSpan: placed(source),
        targetSpan: placed(target),
      })
  }

  build(format: SourceStructure['format']): SourceText {
    const things = this.#things.map(({ aliases = [], ...thing }) => ({ ...thing, aliases }))
    return {
      ...this.#builder.build(),
      structure: { format, things, relations: this.#relations, prose: this.#prose },
    }
  }
}

/** White space collapsed, control characters gone, at most so long. */
export function oneLine(text: string, most: number): string {
  return text
    .slice(0, 4 * most)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .trim()
}
