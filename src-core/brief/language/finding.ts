import type { Statement } from '../plan/brief-plan'

/** One thing the linter says: where, what, and what would mend it. */
export interface BriefFinding {
  readonly rule: LintRule
  readonly level: 'error' | 'warning'
  /** Key of the section, and of the statement where it is one's. */
  readonly section: string
  readonly statement?: string
  readonly message: string
  /** The statement as it would be after the fix. */
  readonly fix?: { readonly label: string; readonly statement: Statement }
}

export type LintRule =
  | 'likelihood-with-confidence'
  | 'two-scales'
  | 'judgement-without-evidence'
  | 'above-ceiling'
  | 'high-confidence-single-origin'
  | 'old-evidence-in-present-tense'
  | 'victim-without-outcome'
  | 'judgement-without-likelihood'
  | 'judgement-without-confidence'
  | 'unmarked-source'
