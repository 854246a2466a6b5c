import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { rank } from '../brief/victims'
import { victimCountries } from '../geo/victim-country'
import type { MarkKind } from '../graph/marks'
import { markKindOf } from '../graph/marks'
import { pictureBasis } from '../graph/picture-basis'
import { victimCells } from '../graph/victim-cells'
import { compareIds, visibleLinks } from '../graph/visible-links'
import { groupBy } from '../lib/group-by'
import type { EntityId } from '../model/ids'
import { entityId, entityKindOf } from '../model/ids'
import type {
  Matrix,
  MatrixCell,
  MatrixHead,
  MatrixOrderName,
  VictimGrouping,
} from './matrix-model'
import { orderBySimilarity } from './order-by-similarity'

export interface MatrixOptions {
  readonly filters?: CaseFilters
  readonly grouping?: VictimGrouping
  readonly order?: MatrixOrderName
}

/** Actors × victims. A link on a place or a seated organisation counts for its country; others have no column there. */
export function buildMatrix(view: CaseView, options: MatrixOptions = {}): Matrix {
  const { filters = {}, grouping = 'country', order = 'similarity' } = options
  const links = visibleLinks(view, { ...filters, predicates: ['targets'] })
  const hits =
    grouping === 'cell'
      ? cellHits(view, links)
      : links.flatMap((link) => hitsOf(view, link, grouping))
  const drafts = draftsOf(hits)
  const rows = placed([...drafts.rows.values()], order)
  const columns = placed([...drafts.columns.values()], order)
  const { rowOrder, columnOrder } = arranged(rows, columns, drafts.cells, order)
  const rowAt = new Map(rowOrder.map((row, i) => [rows[row]?.id ?? '', i]))
  const columnAt = new Map(columnOrder.map((column, i) => [columns[column]?.id ?? '', i]))
  const cells = rowOrder.map(() => new Map<number, MatrixCell>())
  for (const group of drafts.cells.values()) {
    const [first] = group
    const row = first && rowAt.get(first.row.id)
    const column = first && columnAt.get(first.column.id)
    if (row !== undefined && column !== undefined)
      cells[row]?.set(column, cellOf(group, row, column))
  }
  return {
    rows: rowOrder.flatMap((at) => headOf(rows[at], 'row', drafts.cells)),
    columns: columnOrder.flatMap((at) => headOf(columns[at], 'column', drafts.cells)),
    cells,
    basis: pictureBasis([...new Set(hits.flatMap((hit) => hit.links))]),
  }
}

interface Head {
  readonly id: string
  readonly entities: readonly EntityId[]
  readonly mark: MarkKind
  readonly label: string
}

/** One actor, one victim, and the links that say so; `lead` says how it looks. */
interface Hit {
  readonly row: Head
  readonly column: Head
  readonly lead: CaseLink
  readonly links: readonly CaseLink[]
}

function hitsOf(
  view: CaseView,
  link: CaseLink,
  grouping: Exclude<VictimGrouping, 'cell'>,
): readonly Hit[] {
  const row = entityHead(view, link.source)
  const hit = (column: Head): Hit => ({ row, column, lead: link, links: [link] })
  const kind = entityKindOf(link.target)
  if (grouping !== 'country') return kind === grouping ? [hit(entityHead(view, link.target))] : []
  if (kind === 'region') return [hit(entityHead(view, link.target))]
  return victimCountries(view, link.target).map((iso2) =>
    hit(entityHead(view, entityId('country', iso2))),
  )
}

function cellHits(view: CaseView, links: readonly CaseLink[]): readonly Hit[] {
  return victimCells(links).cells.map(({ source, sector, country, edge }) => ({
    row: entityHead(view, source),
    column: {
      id: `cell:${sector}×${country}`,
      entities: [sector, country],
      mark: 'victim-cell',
      label: `${nameOf(view, sector)} in ${nameOf(view, country)}`,
    },
    ...edge,
  }))
}

function entityHead(view: CaseView, id: EntityId): Head {
  const entity = view.entities.get(id)
  return {
    id,
    entities: [id],
    mark: entity ? markKindOf(entity) : entityKindOf(id),
    label: nameOf(view, id),
  }
}

function nameOf(view: CaseView, id: EntityId): string {
  return view.entities.get(id)?.name ?? id.slice(id.indexOf(':') + 1)
}

type Groups = ReadonlyMap<string, readonly Hit[]>

function draftsOf(hits: readonly Hit[]) {
  return {
    rows: new Map(hits.map(({ row }) => [row.id, row])),
    columns: new Map(hits.map(({ column }) => [column.id, column])),
    cells: groupBy(hits, ({ row, column }) => `${row.id}\n${column.id}`),
  }
}

/** A first order that depends on nothing but the names. */
function placed(heads: Head[], order: MatrixOrderName): readonly Head[] {
  return heads.sort((a, b) => (order === 'name' ? compareNames(a, b) : compareIds(a.id, b.id)))
}

function compareNames(a: Head, b: Head): number {
  return collator.compare(a.label, b.label) || compareIds(a.id, b.id)
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function arranged(
  rows: readonly Head[],
  columns: readonly Head[],
  cells: Groups,
  order: MatrixOrderName,
) {
  const indexOf = (heads: readonly Head[]) => new Map(heads.map(({ id }, i) => [id, i]))
  const [rowIndex, columnIndex] = [indexOf(rows), indexOf(columns)]
  const filled = [...cells.values()].flatMap(([hit]) => {
    const row = hit && rowIndex.get(hit.row.id)
    const column = hit && columnIndex.get(hit.column.id)
    return row === undefined || column === undefined ? [] : [[row, column, 1] as const]
  })
  const natural = (heads: readonly Head[]) => heads.map((_, i) => i)
  if (order === 'name') return { rowOrder: natural(rows), columnOrder: natural(columns) }
  if (order === 'similarity') {
    const found = orderBySimilarity(rows.length, columns.length, filled)
    return { rowOrder: found.rows, columnOrder: found.columns }
  }
  const bySize = (heads: readonly Head[], side: 0 | 1) => {
    const size = new Map<number, number>()
    for (const cell of filled) size.set(cell[side], (size.get(cell[side]) ?? 0) + 1)
    return natural(heads).sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || a - b)
  }
  return { rowOrder: bySize(rows, 0), columnOrder: bySize(columns, 1) }
}

function cellOf(group: readonly Hit[], row: number, column: number): MatrixCell {
  const [strongest] = group
    .map(({ lead }) => lead)
    .sort((a, b) => rank(a) - rank(b) || compareIds(a.id, b.id))
  const links = [
    ...new Map(group.flatMap((hit) => hit.links).map((link) => [link.id, link])).values(),
  ]
  return {
    row,
    column,
    links: links.map(({ id }) => id).sort(compareIds),
    outcome: strongest?.outcome ?? 'targeted',
    hedged: strongest?.hedged ?? false,
    denied: strongest?.polarity === 'denied',
    byPerson: links.some(({ review }) => review === 'accepted'),
    origins: new Set(links.flatMap(({ origins }) => origins)).size,
    documents: new Set(links.flatMap(({ documents }) => documents)).size,
  }
}

function headOf(
  head: Head | undefined,
  side: 'row' | 'column',
  cells: Groups,
): readonly MatrixHead[] {
  if (!head) return []
  const own = sumsOf(cells)[side].get(head.id)
  return [
    {
      ...head,
      filled: own?.filled ?? 0,
      compromised: own?.compromised ?? 0,
      links: own?.links ?? 0,
    },
  ]
}

interface Sums {
  filled: number
  compromised: number
  links: number
}

const knownSums = new WeakMap<
  Groups,
  { readonly row: Map<string, Sums>; readonly column: Map<string, Sums> }
>()

/** Sums of all rows and columns, found in one pass; denials are no victims. */
function sumsOf(cells: Groups) {
  const known = knownSums.get(cells)
  if (known) return known
  const sums = { row: new Map<string, Sums>(), column: new Map<string, Sums>() }
  for (const group of cells.values()) {
    const [first] = group
    if (!first) continue
    const cell = cellOf(group, 0, 0)
    for (const side of ['row', 'column'] as const) {
      const id = first[side].id
      const sum = sums[side].get(id) ?? { filled: 0, compromised: 0, links: 0 }
      sum.filled += cell.denied ? 0 : 1
      sum.compromised += !cell.denied && !cell.hedged && cell.outcome === 'compromised' ? 1 : 0
      sum.links += cell.links.length
      sums[side].set(id, sum)
    }
  }
  knownSums.set(cells, sums)
  return sums
}
