import type { Credibility } from '../model/decision'
import type { Entity } from '../model/entity'
import type { DecisionId, EntityId, LinkId, ReportId } from '../model/ids'
import type { Evidence, Link, Outcome, Period, Polarity, Predicate } from '../model/link'
import type { Report } from '../model/report'
import type { Conflict } from './conflicts'
import type { Merge } from './identity'
import type { Note, Tombstone } from './standing'

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
  /** Reports that say the same in the same words, each with the earliest of them, whose origin is theirs; that one, too. */
  readonly restating?: ReadonlyMap<ReportId, ReportId>
  /** Notes by what they are about (`noteKey`). */
  readonly notes: ReadonlyMap<string, readonly Note[]>
  /** Pairs of entities that were looked at and kept apart (`apartKey`). */
  readonly apart: ReadonlySet<string>
  /** Contradictions between analysts that nobody has settled. */
  readonly conflicts: readonly Conflict[]
  /** Removed reports, which can be brought back. */
  readonly bin: readonly ReportId[]
  readonly purged: readonly Tombstone[]
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

/** Readings of all reports folded into one entity, without what people declared one with it. */
export interface LoneEntity extends Entity {
  /** Names as worn, with the reports that use them, the most used first. */
  readonly names: readonly { readonly name: string; readonly reports: readonly ReportId[] }[]
  readonly reports: readonly ReportId[]
  readonly mentionCount: number
  /** The name that a person gave it; what it was read as stays among the names. */
  readonly renamedBy?: { readonly author: string; readonly decision: DecisionId }
}

export interface CaseEntity extends LoneEntity {
  /** Present where a person declared several entities one. */
  readonly merged?: {
    /** Each under the name it had by itself, the leading one first. */
    readonly members: readonly LoneEntity[]
    readonly merges: readonly Merge[]
    /** Links that say of two members that they are one, or are not: why they were merged. */
    readonly claims: readonly CaseLink[]
  }
}

export type Review = 'unreviewed' | 'accepted' | 'rejected'

export interface CaseEvidence extends Evidence {
  readonly report: ReportId
  /** Whose word it is (`case/origins.ts`). */
  readonly origin: string
  /** The link that was read in the report, where merged entities or an edit show it as another. */
  readonly readAs?: LinkId
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
  /** The links as read behind this one, where merged entities or an edit show them as one. */
  readonly readAs?: readonly LinkId[]
  /** Fields that a person corrected. */
  readonly edited?: {
    readonly author: string
    readonly decision: DecisionId
    readonly fields: readonly string[]
  }
  readonly credibility?: Credibility
  /** Independent origins: the vendor or official that a report restates counts once, however many reports restate it. */
  readonly origins: readonly string[]
}

/** Shared by all views; a sentence in the filter bar. Absent fields do not filter. */
export interface CaseFilters {
  /** Links with such a thing at either end. */
  readonly kinds?: readonly Entity['kind'][]
  /** Actors and campaigns, by themselves … */
  readonly actors?: readonly EntityId[]
  /** … or by suspected origin, ISO alpha-2: one of the two is enough. */
  readonly actorOrigins?: readonly string[]
  /** Countries, sectors, organisations: of one sort any, sector and place together. */
  readonly victims?: readonly EntityId[]
  readonly predicates?: readonly Predicate[]
  readonly outcomes?: readonly Outcome[]
  readonly minConfidence?: number
  readonly minOrigins?: number
  readonly since?: string
  readonly until?: string
  /** Only what a person accepted. */
  readonly acceptedOnly?: boolean
  readonly showRejected?: boolean
  readonly showDenied?: boolean
}
