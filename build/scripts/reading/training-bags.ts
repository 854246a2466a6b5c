import { entityKindOf } from '@core/model/ids'
import type { ScoredRelation } from '@core/extraction/link/claims'
import type { PairRow } from '@core/extraction/link/collect-pairs'
import type { EntityDraft, ResolvedText } from '@core/extraction/resolve/resolved-text'
import type { DescribeStatements } from '@core/extraction/link/statement-context'
import { firstOwnPage } from './own-pages'
import { bagKey, type PlaceScore } from '@core/extraction/score/score-bags'
import {
  actorMatches,
  anyNameMatches,
  sameName,
  type Gold,
  type NamedEntity,
  type Page,
} from './gold'

/** Rows that may state one link, with what the labels say about it. */
export interface LabelledBag {
  readonly key: string
  readonly page: number
  readonly relation: ScoredRelation
  readonly positive: boolean
  readonly outcome?: 'compromised' | 'targeted' | 'attempted'
  readonly hedged?: boolean
  /** The features of each row, by name. */
  readonly rows: readonly (readonly string[])[]
  /** Per row: its chain in its page, and whether a rule forbids it. */
  readonly places: readonly Omit<PlaceScore, 'z'>[]
  /** Of the link as a whole: what the report says around it (`statement-context.ts`). */
  readonly context: readonly string[]
}

/** Bags of a page; those of actors that the page only mentions are left out, as the scorer leaves them out. */
export function labelBags(
  page: Page,
  pageIndex: number,
  resolved: ResolvedText,
  rows: readonly PairRow[],
  nameOf: (feature: number) => string,
  describeStatements: DescribeStatements,
): LabelledBag[] {
  const statementsOf = describeStatements(rows)
  const bags = new Map<string, PairRow[]>()
  for (const row of rows) {
    const key = bagKey(row)
    const bag = bags.get(key)
    if (bag) bag.push(row)
    else bags.set(key, [row])
  }
  const labelled: LabelledBag[] = []
  for (const [key, group] of bags) {
    const first = group[0]
    if (!first) continue
    const actor = first.actor && resolved.entities.get(first.actor)
    if (actor && isOnlyMentioned(page.gold, actor)) continue
    // The labels list programs, not techniques.
    if (entityKindOf(first.target) === 'technique') continue
    const label = labelOf(page.gold, first, actor, resolved)
    // Own sentences list no body that is only described ("the foreign ministry"): such a one is neither right nor wrong.
    const isOpen = pageIndex >= firstOwnPage && label?.positive === false && isBody(first)
    if (label && !isOpen)
      labelled.push({
        key,
        page: pageIndex,
        relation: first.relation,
        rows: group.map((row) => row.features.flatMap(({ ids }) => ids.map(nameOf))),
        places: group.map(({ actor: by, chain, veto }) => ({
          chain: chain === undefined ? undefined : `${pageIndex}|${by ?? ''}|${chain}`,
          vetoed: veto !== undefined,
        })),
        context: first.relation === 'targets' ? statementsOf(group).ids.map(nameOf) : [],
        ...label,
      })
  }
  return labelled
}

function isBody(row: PairRow): boolean {
  const kind = entityKindOf(row.target)
  return row.relation === 'targets' && (kind === 'organization' || kind === 'vendor')
}

type Label = Pick<LabelledBag, 'positive' | 'outcome' | 'hedged'>

function labelOf(
  gold: Gold,
  row: PairRow,
  actor: EntityDraft | undefined,
  resolved: ResolvedText,
): Label | undefined {
  const target = resolved.entities.get(row.target)
  const key = row.target.slice(row.target.indexOf(':') + 1)
  if (row.relation === 'reported-by')
    return {
      positive: (gold.reported_by ?? []).some(
        (names) => target !== undefined && anyNameMatches([names].flat(), named(target)),
      ),
    }
  if (!actor) return undefined
  const ids = new Set(
    (gold.actors ?? []).filter((a) => actorMatches(a.names, named(actor))).map((a) => a.id),
  )
  const isOurs = (fact: { readonly actor?: string }): boolean =>
    fact.actor !== undefined && ids.has(fact.actor)
  switch (row.relation) {
    case 'targets': {
      const kind = entityKindOf(row.target)
      const facts = (gold.targets ?? []).filter(
        (t) => isOurs(t) && targetMatches(t, kind, key, target),
      )
      const fact = facts[0]
      return fact
        ? { positive: true, outcome: fact.outcome ?? 'targeted', hedged: fact.hedged === true }
        : { positive: false }
    }
    case 'uses':
    case 'exploits':
      return {
        positive: (gold[row.relation] ?? []).some(
          (fact) =>
            isOurs(fact) && target !== undefined && anyNameMatches(fact.names, named(target)),
        ),
      }
    case 'origin': {
      if (actor.wornOrigin !== undefined) return undefined
      if (actor.unnamed)
        return { positive: (gold.actors ?? []).some((a) => a.names.includes(`unnamed:${key}`)) }
      return { positive: (gold.actors ?? []).some((a) => ids.has(a.id) && a.origin === key) }
    }
    case 'based-in':
      return {
        positive: (gold.based_in ?? []).some(
          (fact) =>
            isOurs(fact) &&
            target !== undefined &&
            anyNameMatches(fact.names ?? [fact.place ?? ''], named(target)),
        ),
      }
    case 'period': {
      const [from, to] = key.split('..').map((date) => date.slice(0, 7))
      return {
        positive: (gold.period ?? []).some(
          (p) => isOurs(p) && (p.from ?? '') === from && (p.to ?? '') === to,
        ),
      }
    }
  }
}

function isOnlyMentioned(gold: Gold, actor: EntityDraft): boolean {
  const entity = named(actor)
  return (
    (gold.mentioned ?? []).some((names) => actorMatches(names, entity)) &&
    !(gold.actors ?? []).some((a) => actorMatches(a.names, entity))
  )
}

function targetMatches(
  fact: NonNullable<Gold['targets']>[number],
  kind: string,
  key: string,
  target: EntityDraft | undefined,
): boolean {
  if (fact.kind === 'country') return kind === 'country' && key === fact.value
  if (fact.kind === 'sector') return kind === 'sector' && sameName(key, fact.value ?? '')
  return (
    (kind === 'organization' || kind === 'vendor') &&
    target !== undefined &&
    anyNameMatches(fact.names ?? [], named(target))
  )
}

export function named(draft: EntityDraft): NamedEntity {
  const origin = draft.wornOrigin
  return {
    name: draft.name,
    aliases: [...draft.aliases, ...(draft.ref === undefined ? [] : [draft.ref])],
    ...(draft.unnamed && { unnamed: true }),
    ...(origin !== undefined && { origin }),
  }
}
