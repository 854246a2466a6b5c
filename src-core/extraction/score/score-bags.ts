import type { EntityId } from '../../model/ids'
import type { ScoredRelation } from '../link/claims'
import type { PairRow } from '../link/collect-pairs'
import { confidenceOf, rawScore, type CompiledModel } from './relation-model'

/** All places that may state one link, scored, the best first. */
export interface ScoredBag {
  readonly relation: ScoredRelation
  readonly actor: EntityId | undefined
  readonly target: EntityId
  readonly rows: readonly ScoredRow[]
  readonly z: number
  readonly confidence: number
  readonly isLink: boolean
}

export interface ScoredRow {
  readonly row: PairRow
  readonly z: number
}

/** What each further place that states the same link adds; only ever upwards, so that evidence never lowers a confidence. */
const repetitionWeight = 0.25

/** Log-odds that a veto takes away: no other evidence in the same place makes up for it. */
const forbidden = 8

export function bagKey(row: Pick<PairRow, 'relation' | 'actor' | 'target'>): string {
  return `${row.relation}|${row.actor ?? ''}|${row.target}`
}

/** Bags by what they state, found without putting a key together for each row. */
class BagIndex {
  /** In the order of their first rows. */
  readonly all: ScoredRow[][] = []
  private readonly index = new Map<string, Map<string, Map<string, ScoredRow[]>>>()

  of({ relation, actor, target }: PairRow): ScoredRow[] {
    const byActor = inner(this.index, relation)
    const byTarget = inner(byActor, actor ?? '')
    const known = byTarget.get(target)
    if (known) return known
    const bag: ScoredRow[] = []
    byTarget.set(target, bag)
    this.all.push(bag)
    return bag
  }
}

function inner<Value>(outer: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = outer.get(key)
  if (known) return known
  const made = new Map<string, Value>()
  outer.set(key, made)
  return made
}

export function scoreBags(
  rows: readonly PairRow[],
  models: ReadonlyMap<string, CompiledModel>,
): ScoredBag[] {
  const bags = new BagIndex()
  const scoredRows: ScoredRow[] = []
  for (const row of rows) {
    const compiled = models.get(row.relation)
    if (compiled) scoredRows.push({ row, z: rawScore(compiled, row.features) })
  }
  const spread = spreadOverChains(
    scoredRows.map(({ row: { actor, chain, veto }, z }) => ({
      z,
      chain: chain === undefined ? undefined : `${actor ?? ''}|${chain}`,
      vetoed: veto !== undefined,
    })),
  )
  for (const [i, { row }] of scoredRows.entries()) {
    bags.of(row).push({ row, z: spread[i] ?? 0 })
  }
  const result: ScoredBag[] = []
  for (const scored of bags.all) {
    scored.sort((a, b) => b.z - a.z)
    const lead = scored[0]
    const compiled = lead && models.get(lead.row.relation)
    if (!lead || !compiled) continue
    const z = bagScore(scored.map((s) => s.z))
    const confidence = confidenceOf(compiled.model, z)
    result.push({
      relation: lead.row.relation,
      actor: lead.row.actor,
      target: lead.row.target,
      rows: scored,
      z,
      confidence,
      isLink: z >= compiled.model.threshold,
    })
  }
  return result
}

/** A row's own score, with what joins it to others. */
export interface PlaceScore {
  readonly z: number
  /** Rows with the same chain stand or fall together. */
  readonly chain: string | undefined
  readonly vetoed: boolean
}

/** Half of what the surest row of its chain is worth counts for each: "ministries in Peru, Chile and Bolivia" is one statement. */
const chainShare = 0.5

/** Scores after chains and vetoes, in the same order. Evidence is only ever added. */
export function spreadOverChains(places: readonly PlaceScore[]): number[] {
  const best = new Map<string, number>()
  for (const { chain, vetoed, z } of places)
    if (chain !== undefined && !vetoed) best.set(chain, Math.max(z, best.get(chain) ?? -Infinity))
  return places.map(({ chain, vetoed, z }) => {
    if (vetoed) return z - forbidden
    const top = chain === undefined ? z : (best.get(chain) ?? z)
    return z + chainShare * (top - z)
  })
}

/** The best place decides; further places that speak for the link add a little. */
export function bagScore(scores: readonly number[]): number {
  const [best = -Infinity, ...rest] = scores
  let extra = 0
  for (const z of rest.slice(0, 8)) extra += Math.max(0, z + 0.5)
  return best + repetitionWeight * Math.log1p(extra)
}
