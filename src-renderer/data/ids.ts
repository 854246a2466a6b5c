import type { DecisionId } from '@core/model/ids'
import { decisionId } from '@core/model/ids'

/** Clock and chance, handed in so that tests decide them. */
export interface Ids {
  /** ISO 8601 instant. */
  readonly now: () => string
  readonly newDecisionId: () => DecisionId
}

export const browserIds: Ids = {
  now: () => new Date().toISOString(),
  newDecisionId: () => decisionId(crypto.randomUUID()),
}
