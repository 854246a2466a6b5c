import type { EntityId, LinkId } from './ids'
import type { Span } from './span'

export const predicates = [
  'targets',
  'uses',
  'exploits',
  'originates-from',
  'based-in',
  'alias-of',
  'attributed-to',
  'reported-by',
  'related-to',
] as const
export type Predicate = (typeof predicates)[number]

/** How far the actor got, the strongest first. */
export const outcomes = ['compromised', 'targeted', 'attempted'] as const
export type Outcome = (typeof outcomes)[number]

export type Polarity = 'asserted' | 'denied'

/** When the activity was observed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, relative words resolved against the report's date. */
export interface Period {
  readonly from?: string
  readonly to?: string
}

/** "more than 70 organisations": a number of victims, with the words that state it. */
export interface VictimCount {
  readonly min: number
  readonly max?: number
  readonly text: string
}

/** One sentence on which a link rests, and what it says. */
export interface Evidence extends Span {
  /** The rule that fired, e.g. `frame/attack-verb`. */
  readonly rule: string
  /** The words read as source and target: the names as worn. A pronoun or "the group" counts. */
  readonly sourceSpan?: Span
  readonly targetSpan?: Span
  /** Words that made it hedged, denied or attempted. */
  readonly cues: readonly Span[]
  /** Whom the report quotes for it (a vendor, an official, the gang itself); absent: the report's own voice. */
  readonly saidBy?: EntityId
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly polarity: Polarity
  readonly period?: Period
  readonly confidence: number
}

/** One feature behind a confidence: readable name, its value and what it added (log-odds). */
export interface ConfidenceFeature {
  readonly name: string
  readonly value: number
  readonly weight: number
}

/** A machine-read assertion of one report. It never exists without evidence. */
export interface Link {
  readonly id: LinkId
  readonly source: EntityId
  readonly predicate: Predicate
  readonly target: EntityId
  readonly polarity: Polarity
  /** `targets` only: the strongest that an asserted piece of evidence states. */
  readonly outcome?: Outcome
  /** The strongest statement is itself hedged. */
  readonly hedged: boolean
  readonly period?: Period
  /** All periods that the evidence gives, in order. */
  readonly periods?: readonly Period[]
  readonly count?: VictimCount
  /** Two `targets` links of one actor that share a cell are one victim: sector × country. */
  readonly cell?: string
  /** 0..1 */
  readonly confidence: number
  readonly features: readonly ConfidenceFeature[]
  /** At least one; in text order. */
  readonly evidence: readonly [Evidence, ...Evidence[]]
}
