import type { EntityKind } from './entity'
import type { DecisionId, EntityId, LinkId, ReportId } from './ids'
import type { Outcome, Period, Polarity, Predicate } from './link'
import type { Reliability, Report, ReportMetadata } from './report'
import type { Span } from './span'

/** What a person decided. Append-only: taking one back is a further decision. */
export interface Decision {
  readonly id: DecisionId
  /** The analyst's initials. */
  readonly author: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Place in this case's log, 1, 2, 3 …; it may change when two cases become one. */
  readonly sequence: number
  /**
   * Lamport clock: one more than the greatest that its author had seen. Logs are read by clock, then id, so that two cases
   * that become one read the same whoever takes in whom. Absent: `sequence`.
   */
  readonly clock?: number
  /** The last decisions that its author had before them: two after cases were merged. Absent: the one before it in the log. */
  readonly after?: readonly DecisionId[]
  /** Decisions that are one step for undo bear the same: the files of one drop. Absent: a step of its own. */
  readonly step?: string
  readonly action: DecisionAction
}

export type DecisionAction =
  | LinkVerdict
  | LinkEdit
  | { readonly type: 'grade-link'; readonly link: LinkId; readonly credibility: Credibility }
  | { readonly type: 'import-reports'; readonly reports: readonly ReportId[] }
  /** Into the bin; `import-reports` brings it back. */
  | { readonly type: 'remove-report'; readonly report: ReportId }
  | {
      readonly type: 'edit-report'
      readonly report: ReportId
      readonly change: ReportChange
    }
  | { readonly type: 'grade-report'; readonly report: ReportId; readonly reliability: Reliability }
  | {
      readonly type: 'merge-entities'
      readonly into: EntityId
      readonly from: readonly EntityId[]
    }
  /** These were looked at and are not one; the queue of aliases asks no more. */
  | { readonly type: 'keep-apart'; readonly entities: readonly [EntityId, EntityId] }
  | { readonly type: 'rename-entity'; readonly entity: EntityId; readonly name: string }
  | NameMove
  | HandMention
  | HandLink
  | { readonly type: 'note'; readonly about: NoteSubject; readonly text: string }
  /** A state to come back to. */
  | { readonly type: 'checkpoint'; readonly name: string }
  /** Goes to a state of the log: takes these back, and brings those forward. A step like any other. */
  | {
      readonly type: 'jump'
      readonly name: string
      readonly hides: readonly DecisionId[]
      readonly shows: readonly DecisionId[]
    }
  /** Takes back earlier decisions out of order: an un-merge, a deleted note. */
  | { readonly type: 'revoke'; readonly decisions: readonly DecisionId[] }
  /** Spillage: the report is gone from everywhere in the case. The one thing that is never undone. */
  | { readonly type: 'purge-report'; readonly report: ReportId }
  /** What a purge has left of a decision that held words of the report. */
  | { readonly type: 'purged'; readonly what: string; readonly report: ReportId }
  | { readonly type: 'undo'; readonly decision: DecisionId }
  | { readonly type: 'redo'; readonly decision: DecisionId }

export interface LinkVerdict {
  readonly type: 'accept-link' | 'reject-link'
  readonly link: LinkId
  /** The links as read that stood behind it when it was judged, where entities had been merged: the verdict outlives the merge. */
  readonly readAs?: readonly LinkId[]
}

/** Corrects what was read. Ends, predicate and polarity make another link of it; the evidence goes along. */
export interface LinkEdit {
  readonly type: 'edit-link'
  readonly link: LinkId
  readonly readAs?: readonly LinkId[]
  readonly change: LinkChange
}

export interface LinkChange {
  readonly source?: EntityId
  readonly predicate?: Predicate
  readonly target?: EntityId
  readonly polarity?: Polarity
  readonly outcome?: Outcome
  readonly hedged?: boolean
  /** `null`: not stated. */
  readonly period?: Period | null
}

export type ReportChange = Partial<
  Pick<
    ReportMetadata,
    'title' | 'publisher' | 'author' | 'published' | 'language' | 'tlp' | 'sourceUrl'
  > &
    Pick<Report, 'restates'>
>

/** A name as worn belongs to another entity, existing or new: aliases moved, one entity split in two. */
export interface NameMove {
  readonly type: 'move-name'
  readonly entity: EntityId
  readonly name: string
  readonly to: EntityId
  /** The name to show where nothing else names `to`. */
  readonly toName: string
  /** Absent: in all reports. */
  readonly reports?: readonly ReportId[]
}

/** Words that a person marked as an entity. */
export interface HandMention {
  readonly type: 'add-mention'
  readonly entity: EntityId
  readonly kind: EntityKind
  readonly name: string
  readonly report: ReportId
  readonly span: Span
  readonly surface: string
}

/** A link that a person drew; it rests on a sentence like any other. */
export interface HandLink {
  readonly type: 'add-link'
  readonly source: EntityId
  readonly predicate: Predicate
  readonly target: EntityId
  readonly polarity: Polarity
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly period?: Period
  readonly report: ReportId
  readonly span: Span
  readonly sourceSpan?: Span
  readonly targetSpan?: Span
}

export const credibilities = [1, 2, 3, 4, 5, 6] as const
/** Admiralty (NATO) credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export type Credibility = (typeof credibilities)[number]

export type NoteSubject =
  | { readonly type: 'entity'; readonly id: EntityId }
  | { readonly type: 'link'; readonly id: LinkId }
  | { readonly type: 'report'; readonly id: ReportId }
  | { readonly type: 'case' }

/** A thing that is to be decided; the log adds who, when and where. */
export type Deciding = Exclude<DecisionAction, { readonly type: 'undo' | 'redo' }>
