import type { TableName } from '@core/knowledge/knowledge-tables'

/** Rows of one file of facts; each row answers for a column. */
export type Facts = (name: string) => readonly Fact[]
export type Fact = (column: string) => string

export interface MadeTable {
  readonly name: TableName
  readonly title: string
  readonly origin: string
  readonly licence: string
  readonly date: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const licences = {
  mitre: 'MITRE ATT&CK terms of use (see NOTICE)',
  misp: 'CC0 1.0 (MISP galaxy)',
  microsoft: 'CC BY 4.0 (Microsoft)',
  geonames: 'CC BY 4.0 (GeoNames)',
  own: 'MIT, as Gnomon',
} as const

export const list = (cell: string) =>
  cell
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '')

export const joined = (items: readonly string[]) => [...new Set(items)].join('|')

/** Lower-case letters and digits, hyphens between: the key of a thing without an id. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/** Gives each name its key; a second taker of a key gets a number. */
export function keyGiver(): (name: string) => string {
  const given = new Map<string, number>()
  return (name) => {
    const key = keyOf(name) || 'sign'
    const before = given.get(key) ?? 0
    given.set(key, before + 1)
    return before === 0 ? key : `${key}-${before + 1}`
  }
}

/** The order of code units: the same on every machine. */
export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Rows by one column, in their order. (Node 20 has no `Map.groupBy`.) */
export function groupBy(rows: readonly Fact[], column: string): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const row of rows) {
    const group = groups.get(row(column))
    if (group) group.push(row)
    else groups.set(row(column), [row])
  }
  return groups
}
