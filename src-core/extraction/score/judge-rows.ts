import type { Outcome } from '../../model/link'
import type { PairRow } from '../link/collect-pairs'
import { rawScore, type CompiledModel } from './relation-model'
import type { ScoredBag, ScoredRow } from './score-bags'

const rank: Readonly<Record<Outcome, number>> = { compromised: 2, targeted: 1, attempted: 0 }

/** How far the actor got, and whether the statement is hedged, as one place in the text says. */
export interface RowJudgement {
  readonly outcome: Outcome
  readonly hedged: boolean
}

export function judgeRow(row: PairRow, models: ReadonlyMap<string, CompiledModel>): RowJudgement {
  const score = (name: string): number | undefined => {
    const compiled = models.get(name)
    return compiled && rawScore(compiled, ...row.features)
  }
  const scores: readonly (readonly [Outcome, number | undefined])[] = [
    ['compromised', score('outcome-compromised')],
    ['targeted', score('outcome-targeted')],
    ['attempted', score('outcome-attempted')],
  ]
  let outcome = wordOutcome(row)
  let best = -Infinity
  for (const [name, value] of scores)
    if (value !== undefined && value > best) {
      best = value
      outcome = name
    }
  const hedge = models.get('hedged')
  const hedged = hedge !== undefined && rawScore(hedge, ...row.features) >= hedge.model.threshold
  return { outcome, hedged }
}

/** Without a model: what the governing word names. */
function wordOutcome(row: PairRow): Outcome {
  const named = row.governor?.hit.word.outcome
  return named === undefined || named === 'weak' ? 'targeted' : named
}

/** Places that carry a link: the best one and those nearly as good. */
export function supportingRows(bag: ScoredBag): ScoredRow[] {
  const best = bag.rows[0]?.z ?? 0
  return bag.rows.filter((scored) => scored.z >= Math.min(best, Math.max(best - 1.5, -1)))
}

/** The strongest outcome that a supporting place states, and whether that statement is hedged. */
export function judgeBag(bag: ScoredBag, models: ReadonlyMap<string, CompiledModel>): RowJudgement {
  let strongest: RowJudgement | undefined
  for (const { row } of supportingRows(bag)) {
    const judgement = judgeRow(row, models)
    if (
      !strongest ||
      rank[judgement.outcome] > rank[strongest.outcome] ||
      (judgement.outcome === strongest.outcome && strongest.hedged && !judgement.hedged)
    )
      strongest = judgement
  }
  return strongest ?? { outcome: 'targeted', hedged: false }
}
