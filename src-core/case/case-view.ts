import type { Entity } from '../model/entity'
import type { DecisionId, EntityId, LinkId, ReportId } from '../model/ids'
import type { Evidence, Link, Outcome, Period, Polarity, Predicate } from '../model/link'
import type { Report } from '../model/report'

/**
 * The one derived picture of a case from which every view draws (principle 4). Its maps are snapshots that share what did not
 * change, so they do not survive structured clone: send a worker what it needs of them, not the maps.
 */
export interface CaseView {
  readonly reports: ReadonlyMap<ReportId, CaseReport>
  readonly entities: ReadonlyMap<EntityId, CaseEntity>
  readonly links: ReadonlyMap<LinkId, CaseLink>
  /** Links by either end, in a fixed order. */
  readonly linksOf: ReadonlyMap<EntityId, readonly LinkId[]>
  readonly counts: {
    readonly reports: number
    readonly links: number
    readonly unreviewed: number
    readonly rejected: number
  }
}

export interface CaseReport extends Report {
  readonly linkCount: number
  readonly entityCount: number
}

/** Readings of all reports folded into one entity. */
export interface CaseEntity extends Entity {
  /** Names as worn, with the reports that use them, the most used first. */
  readonly names: readonly { readonly name: string; readonly reports: readonly ReportId[] }[]
  readonly reports: readonly ReportId[]
  readonly mentionCount: number
}

export type Review = 'unreviewed' | 'accepted' | 'rejected'

export interface CaseEvidence extends Evidence {
  readonly report: ReportId
  /** Whose word it is (`case/origins.ts`). */
  readonly origin: string
}

export interface CaseLink {
  readonly id: LinkId
  readonly source: EntityId
  readonly predicate: Predicate
  readonly target: EntityId
  readonly polarity: Polarity
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly period?: Period
  readonly count?: Link['count']
  readonly cell?: string
  readonly confidence: number
  readonly review: Review
  /** The decision behind `review`, with the initials of who took it. */
  readonly decidedBy?: { readonly author: string; readonly decision: DecisionId }
  readonly evidence: readonly CaseEvidence[]
  readonly documents: readonly ReportId[]
  /** Independent origins: the vendor or official that a report restates counts once, however many reports restate it. */
  readonly origins: readonly string[]
}

/** Shared by all views; a sentence in the filter bar. Absent fields do not filter. */
export interface CaseFilters {
  readonly kinds?: readonly Entity['kind'][]
  readonly predicates?: readonly Predicate[]
  readonly outcomes?: readonly Outcome[]
  readonly minConfidence?: number
  readonly minOrigins?: number
  readonly since?: string
  readonly until?: string
  readonly showRejected?: boolean
  readonly showDenied?: boolean
}
