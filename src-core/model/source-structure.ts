import type { EntityKind } from './entity'
import type { Outcome, Period, Predicate } from './link'
import type { Span } from './span'

/**
 * What a file of data (a STIX bundle, a MISP event, a layer) states outright, beside the readable text that intake makes of it. Names are the
 * file's own: which entities they are, reading decides by its knowledge. Every statement has its sentence in the text.
 */
export interface SourceStructure {
  /** Which kind of data it was; begins the rule of everything read from it. */
  readonly format: 'stix' | 'misp' | 'navigator'
  readonly things: readonly StructuredThing[]
  readonly relations: readonly StructuredRelation[]
  /** Blocks of the text that are somebody's prose, for the rules to read: descriptions, notes. In text order. */
  readonly prose: readonly Span[]
}

export interface StructuredThing {
  readonly kind: EntityKind
  readonly name: string
  readonly aliases: readonly string[]
  /** ATT&CK id, CVE id or ISO 3166-1 alpha-2, where the file gives one. */
  readonly ref?: string
  /** Indicators: as in `Entity`. */
  readonly subtype?: string
  /** Where the text names it. */
  readonly spans: readonly Span[]
}

export interface StructuredRelation extends Span {
  /** Places in `things`. */
  readonly source: number
  readonly target: number
  readonly predicate: Predicate
  readonly outcome?: Outcome
  /** The file puts things side by side without saying that they belong together. */
  readonly hedged: boolean
  /** 0..1 */
  readonly confidence: number
  readonly period?: Period
  readonly sourceSpan: Span
  readonly targetSpan: Span
}
