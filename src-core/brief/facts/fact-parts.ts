import type { CaseEntity, CaseLink, CaseView } from '../../case/case-view'
import type { Citations } from '../citations'
import type { BriefPlan } from '../plan/brief-plan'
import type { BriefScope } from '../scope/brief-scope'
import type { IssuedFact } from './changes'

/** What every block of facts is made from. */
export interface FactParts {
  /** The case before the ceiling; only for saying what the brief is about. */
  readonly whole: CaseView
  readonly view: CaseView
  readonly links: readonly CaseLink[]
  readonly actors: readonly CaseEntity[]
  readonly citations: Citations
  readonly plan: BriefPlan
  readonly scope: BriefScope
  /** What the last issue told; absent at the first. */
  readonly previous?: { readonly date: string; readonly facts: readonly IssuedFact[] } | undefined
  readonly countryName: (iso2: string) => string
  readonly producer: string
}
