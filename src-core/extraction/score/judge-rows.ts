import type { Outcome } from '../../model/link'
import type { PairRow } from '../link/collect-pairs'
import type { FeatureList } from './feature-list'
import { rawScore, type CompiledModel } from './relation-model'
import type { ScoredBag, ScoredRow } from './score-bags'

const rank: Readonly<Record<Outcome, number>> = { compromised: 2, targeted: 1, attempted: 0 }

/** How far the actor got, and whether the statement is hedged, as one place in the text says. */
export interface RowJudgement {
  readonly outcome: Outcome
  readonly hedged: boolean
}

/**
 * What the outcome is judged by: the attack word and its slot, classes of words around, the form of the place, and what the report says of
 * the actor and the link as a whole (`statement-context.ts`). Single words say too little for so few examples.
 */
export function outcomeFeatures(names: readonly string[]): readonly string[] {
  return names.filter(
    (name) =>
      /^(?:attack|slot|sentence|own|kind|zone|near|clause|short|question|previous|next|agent|list|of the actor|link)/.test(
        name,
      ) && !/^attack word/.test(name),
  )
}

/** What the hedge is judged by: words that hedge or claim, the attack word's kind, and how the actor is referred to. */
export function hedgeFeatures(names: readonly string[]): readonly string[] {
  return names.filter((name) =>
    /^(?:hedge |(?:near|clause|sentence) (?:hedge|lowConfidence|claimSite|negation|noEvidence|hypothetical|otherActor)$|kind |zone |attack (?:compromised|targeted|attempted|weak) |unnamed actor$|actor (?:named|definite|pronoun|topic|main|later)|question)/.test(
      name,
    ),
  )
}

function judgeRow(
  row: PairRow,
  models: ReadonlyMap<string, CompiledModel>,
  context: FeatureList,
): RowJudgement {
  // The models know only the features that they were fitted on: no need to choose them again here.
  const features = [...row.features, context]
  const says = (name: string): boolean | undefined => {
    const compiled = models.get(name)
    return compiled && rawScore(compiled, features) >= compiled.model.threshold
  }
  const compromised = says('outcome-compromised')
  const outcome =
    compromised === undefined
      ? wordOutcome(row)
      : compromised
        ? 'compromised'
        : says('outcome-targeted') === true
          ? 'targeted'
          : 'attempted'
  return { outcome, hedged: says('hedged') === true }
}

/** Without a model: what the governing word names. */
function wordOutcome(row: PairRow): Outcome {
  const named = row.governor?.hit.outcome
  return named === undefined || named === 'weak' ? 'targeted' : named
}

/** Places that carry a link: the best one and those nearly as good. */
export function supportingRows(bag: ScoredBag): ScoredRow[] {
  const best = bag.rows[0]?.z ?? 0
  return bag.rows.filter((scored) => scored.z >= best - 1.5)
}

export interface BagJudgement {
  /** The strongest outcome that a supporting place states; hedged as the best place is. */
  readonly whole: RowJudgement
  /** Of each supporting place. */
  readonly rows: ReadonlyMap<PairRow, RowJudgement>
}

export function judgeBag(
  bag: ScoredBag,
  models: ReadonlyMap<string, CompiledModel>,
  context: FeatureList,
): BagJudgement {
  const rows = new Map(supportingRows(bag).map(({ row }) => [row, judgeRow(row, models, context)]))
  let outcome: Outcome = 'attempted'
  for (const judgement of rows.values())
    if (rank[judgement.outcome] > rank[outcome]) outcome = judgement.outcome
  const [first] = rows.values()
  return { whole: { outcome, hedged: first?.hedged === true }, rows }
}
