import type { DecisionId, LinkId, ReportId } from './ids'

/** What a person decided. Append-only: taking one back is a further decision. */
export interface Decision {
  readonly id: DecisionId
  /** The analyst's initials. */
  readonly author: string
  /** ISO 8601 instant. */
  readonly at: string
  /** Place in the case's log, 1, 2, 3 …; the fold goes in this order. */
  readonly sequence: number
  readonly action: DecisionAction
}

export type DecisionAction =
  | { readonly type: 'accept-link'; readonly link: LinkId }
  | { readonly type: 'reject-link'; readonly link: LinkId }
  | { readonly type: 'import-reports'; readonly reports: readonly ReportId[] }
  | { readonly type: 'remove-report'; readonly report: ReportId }
  | { readonly type: 'undo'; readonly decision: DecisionId }
  | { readonly type: 'redo'; readonly decision: DecisionId }
