import type { Knowledge } from '../knowledge/knowledge'
import type { EntityKind, Mention } from '../model/entity'
import type { EntityId, ReportId } from '../model/ids'
import type { Period } from '../model/link'
import type { Reading, Zone, ZoneKind } from '../model/reading'
import type { ReportMetadata } from '../model/report'
import type { SourceText } from '../model/source-text'
import type { Span } from '../model/span'

/**
 * The stages of reading, each a pure function on the previous one's output (design.md 4):
 * zones → tokens and sentences → recognise → settle overlaps → resolve → link → score.
 */
export interface ReadInput {
  readonly reportId: ReportId
  readonly source: SourceText
  readonly metadata: ReportMetadata
}

export type ReadReport = (input: ReadInput, knowledge: Knowledge) => Reading

export interface Token extends Span {
  readonly text: string
  readonly lower: string
  /** Number of the word in the vocabulary of the rules, 0 for words that no rule asks for (`text/vocabulary`). */
  readonly word: number
  /** How it is written: bits of `shape` (`text/make-token`). */
  readonly shape: number
}

/** A sentence, headline or table row that may hold facts. Chrome has none. */
export interface Sentence extends Span {
  readonly index: number
  readonly zone: ZoneKind
  readonly story: number
  /** Sentences of one paragraph share it: pronouns look back inside it first. */
  readonly paragraph: number
  readonly tokens: readonly Token[]
}

/** After zones and segmentation. */
export interface SegmentedText {
  readonly source: SourceText
  readonly metadata: ReportMetadata
  readonly zones: readonly Zone[]
  readonly sentences: readonly Sentence[]
}

/** A name, demonym, date, indicator … found in the text; several may claim the same words until overlaps are settled. */
export interface Recognition extends Span {
  readonly kind: EntityKind | 'date' | 'count'
  /** Key of the entity inside its kind; what `entityId(kind, key)` takes. */
  readonly key: string
  readonly name: string
  readonly surface: string
  readonly rule: string
  /** 0..1: how sure this is a thing of this kind here; settles overlaps. */
  readonly strength: number
  readonly sentence: number
  /** "Taiwanese" rather than "Taiwan"; "three universities" rather than "education sector". */
  readonly form?: 'name' | 'demonym' | 'descriptor'
  readonly ref?: string
  readonly subtype?: string
  readonly unnamed?: true
  readonly origin?: string
  readonly aliases?: readonly string[]
  /** Countries that the words tie this thing to: a body's, a place's. */
  readonly country?: string
  /** Sectors (keys) that the words tie a body to. */
  readonly sectors?: readonly string[]
  /** `date` only: what the words mean, resolved against the report's date. */
  readonly period?: Period
  /** `count` only: "at least 30" is { min: 30 }, "two" { min: 2, max: 2 }. */
  readonly count?: { readonly min: number; readonly max?: number }
  /** Lies inside a longer recognition and only adds a fact to it: the demonym in a body's name. No mention of its own. */
  readonly nested?: true
}

/** After resolving: every mention knows its entity, pronouns and "the group" too. */
export interface ResolvedMention extends Mention {
  readonly entity: EntityId
  readonly kind: EntityKind
  readonly sentence: number
  readonly form: 'name' | 'demonym' | 'descriptor' | 'pronoun' | 'definite'
}
