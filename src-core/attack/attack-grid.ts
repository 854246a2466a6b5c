import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { filterCase } from '../case/filter-case'
import { compareIds } from '../graph/visible-links'
import { groupBy } from '../lib/group-by'
import type { KnownTactic, KnownTechnique } from '../knowledge/knowledge'
import type { EntityId, LinkId } from '../model/ids'
import { entityKindOf } from '../model/ids'

/** Tactic × technique: who uses what. One side, or two to be compared. */
export interface AttackGrid {
  readonly tactics: readonly AttackColumn[]
  /** Techniques that this version of ATT&CK places nowhere. */
  readonly unplaced: readonly AttackCell[]
  /** Techniques used by the first side alone, by both, by the second alone. */
  readonly counts: { readonly first: number; readonly both: number; readonly second: number }
}

export interface AttackColumn {
  readonly id: string
  readonly name: string
  readonly techniques: readonly AttackCell[]
}

export interface AttackCell {
  /** ATT&CK id; the entity's key where it has none. */
  readonly id: string
  readonly name: string
  readonly isSub: boolean
  readonly sides: readonly AttackSide[]
}

/** What one side's links say of a technique; no links: not used, as far as the case knows. */
export interface AttackSide {
  readonly links: readonly LinkId[]
  readonly actors: readonly EntityId[]
  readonly origins: number
  readonly documents: number
  readonly hedged: boolean
}

export interface AttackTables {
  readonly tactics: readonly KnownTactic[]
  readonly techniques: ReadonlyMap<string, KnownTechnique>
}

export interface AttackGridOptions {
  readonly filters?: CaseFilters
  /** One or two sides; no actors on a side: everybody. */
  readonly sides: readonly (EntityId | undefined)[]
  /** Techniques that nobody uses too; without sub-techniques, or the grid could not be read. */
  readonly showUnused?: boolean
}

/** As ATT&CK lays out its matrices; a tactic that is not here stands before the impact. */
const tacticOrder = [
  'reconnaissance',
  'resource-development',
  'initial-access',
  'execution',
  'persistence',
  'privilege-escalation',
  'defense-evasion',
  'stealth',
  'credential-access',
  'discovery',
  'lateral-movement',
  'collection',
  'command-and-control',
  'exfiltration',
]
const lastTactics = ['inhibit-response-function', 'impair-process-control', 'impact']

export function attackGrid(
  view: CaseView,
  tables: AttackTables,
  options: AttackGridOptions,
): AttackGrid {
  const { filters = {}, sides, showUnused = false } = options
  const uses = [...filterCase(view, { ...filters, predicates: ['uses'] }).links.values()].filter(
    ({ target, polarity }) => entityKindOf(target) === 'technique' && polarity === 'asserted',
  )
  const byTechnique = groupBy(uses, ({ target }) => techniqueOf(view, target, tables))
  const cells = [...byTechnique]
    .map(([id, links]) => cellOf(view, id, links, sides, tables))
    .filter((cell) => cell.sides.some(({ links }) => links.length > 0))
  const used = new Set(cells.map(({ id }) => id))
  const unused = showUnused ? unusedCells(tables, used, sides.length) : []
  const placed = [...cells, ...unused]
  const domains = new Set(cells.map(({ id }) => tables.techniques.get(id)?.domain ?? 'enterprise'))
  if (domains.size === 0) domains.add('enterprise')
  const tactics = tables.tactics
    .filter(({ domain }) => domains.has(domain))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || compareIds(a.id, b.id))
    .map(({ id, name, shortName, domain }): AttackColumn => ({
      id,
      name: domain === 'enterprise' ? name : `${name} (${domain === 'ics' ? 'ICS' : domain})`,
      techniques: placed
        .filter((cell) => {
          const known = tables.techniques.get(cell.id)
          return known?.domain === domain && known.tactics.includes(shortName)
        })
        .sort((a, b) => compareIds(a.id, b.id)),
    }))
    .filter(({ techniques }) => techniques.length > 0 || showUnused)
  const isPlaced = new Set(tactics.flatMap(({ techniques }) => techniques.map(({ id }) => id)))
  return {
    tactics,
    unplaced: cells.filter(({ id }) => !isPlaced.has(id)).sort((a, b) => compareIds(a.id, b.id)),
    counts: countsOf(cells),
  }
}

/** The id in force: a technique that was replaced stands where its successor stands. */
function techniqueOf(view: CaseView, entity: EntityId, { techniques }: AttackTables): string {
  const id = view.entities.get(entity)?.ref ?? entity.slice(entity.indexOf(':') + 1)
  return techniques.get(id)?.replacedBy ?? id
}

function cellOf(
  view: CaseView,
  id: string,
  links: readonly CaseLink[],
  sides: AttackGridOptions['sides'],
  { techniques }: AttackTables,
): AttackCell {
  const [first] = links
  const fallback = (first && view.entities.get(first.target)?.name) ?? id
  const known = techniques.get(id)
  const parent =
    known && id.includes('.') ? techniques.get(id.slice(0, id.indexOf('.'))) : undefined
  return {
    id,
    name: parent ? `${parent.name}: ${known?.name ?? ''}` : (known?.name ?? fallback),
    isSub: parent !== undefined,
    sides: sides.map((actor) =>
      sideOf(links.filter(({ source }) => actor === undefined || source === actor)),
    ),
  }
}

function sideOf(links: readonly CaseLink[]): AttackSide {
  return {
    links: links.map(({ id }) => id).sort(compareIds),
    actors: [...new Set(links.map(({ source }) => source))].sort(compareIds),
    origins: new Set(links.flatMap(({ origins }) => origins)).size,
    documents: new Set(links.flatMap(({ documents }) => documents)).size,
    hedged: links.length > 0 && links.every(({ hedged }) => hedged),
  }
}

function unusedCells(
  { techniques }: AttackTables,
  used: ReadonlySet<string>,
  sides: number,
): readonly AttackCell[] {
  const nothing: AttackSide = { links: [], actors: [], origins: 0, documents: 0, hedged: false }
  return [...techniques.values()]
    .filter(
      ({ id, replacedBy, deprecated, domain }) =>
        domain === 'enterprise' &&
        !used.has(id) &&
        replacedBy === undefined &&
        !deprecated &&
        !id.includes('.'),
    )
    .map(({ id, name }) => ({
      id,
      name,
      isSub: false,
      sides: Array.from({ length: sides }, () => nothing),
    }))
}

function rankOf({ shortName }: KnownTactic): number {
  const at = tacticOrder.indexOf(shortName)
  if (at >= 0) return at
  const last = lastTactics.indexOf(shortName)
  return tacticOrder.length + (last < 0 ? 0 : last + 1)
}

function countsOf(cells: readonly AttackCell[]): AttackGrid['counts'] {
  const counts = { first: 0, both: 0, second: 0 }
  for (const { sides } of cells) {
    const [first, second] = sides.map(({ links }) => links.length > 0)
    if (first && second) counts.both += 1
    else if (first) counts.first += 1
    else if (second) counts.second += 1
  }
  return counts
}
