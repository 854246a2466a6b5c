import type { CaseEntity, CaseLink, CaseView } from '../../case/case-view'
import type { YardstickId } from '../language/yardsticks'

/** What a draft may use: the links to tell, and whom they are about. */
export interface DraftParts {
  readonly view: CaseView
  readonly links: readonly CaseLink[]
  /** Actors with stated activity, the best supported first. */
  readonly actors: readonly CaseEntity[]
  readonly yardstick: YardstickId
  readonly countryName: (iso2: string) => string
}
