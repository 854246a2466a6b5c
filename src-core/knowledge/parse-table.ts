import type { TableName } from './knowledge-tables'

/** First line of every table; the number changes when the format does. */
export const tableFormat = '# gnomon-table 1'

export interface TableHeader {
  readonly title: string
  /** Where the facts come from, and under which licence. */
  readonly origin: string
  readonly licence: string
  /** YYYY-MM-DD of the newest source. */
  readonly date: string
}

/** One line of a table. A class, so that thirty thousand rows share their methods: loading is on the way to the first window. */
export class TableRow<Column extends string> {
  constructor(
    private readonly table: TableName,
    private readonly columns: readonly Column[],
    private readonly cells: readonly string[],
    /** Counted from 1, as editors do. */
    readonly line: number,
  ) {}

  cell(column: Column): string {
    return this.cells[this.columns.indexOf(column)] ?? ''
  }

  /** Cells that hold a list, parted by `|`; an empty cell is an empty list. */
  list(column: Column): readonly string[] {
    const cell = this.cell(column)
    return cell === '' ? emptyList : cell.includes('|') ? cell.split('|') : [cell]
  }

  /** Throws a `KnowledgeError` that names this table and line. */
  reject(reason: string): never {
    throw new KnowledgeError(this.table, this.line, reason)
  }
}

const emptyList: readonly string[] = []

export interface ParsedTable<Column extends string> {
  readonly header: TableHeader
  readonly rows: readonly TableRow<Column>[]
}

/** A table is not as it must be; the message names the table and the line. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError'
  constructor(
    readonly table: TableName,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`knowledge table "${table}", line ${line}: ${reason}`)
  }
}

const headerFields = ['title', 'origin', 'licence', 'date'] as const

/**
 * Reads one table: a header of `# field: value` lines, a line of column names, then one row a line, cells parted by tabs. The columns must be
 * the expected ones, in that order. Throws `KnowledgeError`.
 */
export function parseTable<Column extends string>(
  table: TableName,
  text: string,
  columns: readonly Column[],
): ParsedTable<Column> {
  const lines = text.split(text.includes('\r') ? /\r?\n/ : '\n')
  const at = (index: number) => lines[index] ?? ''
  const reject = (line: number, reason: string): never => {
    throw new KnowledgeError(table, line, reason)
  }
  if (at(0) !== tableFormat) reject(1, `does not begin with "${tableFormat}"`)
  const found = new Map<string, string>()
  let index = 1
  for (; at(index).startsWith('#'); index += 1) {
    const field = /^# ([a-z]+): (.+)$/.exec(at(index))
    if (field?.[1] === undefined || field[2] === undefined)
      return reject(index + 1, 'is not a "# field: value" line')
    found.set(field[1], field[2])
  }
  const [title, origin, licence, date] = headerFields.map(
    (field) => found.get(field) ?? reject(index, `the header lacks "${field}"`),
  )
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')) reject(index, 'the date is not YYYY-MM-DD')
  if (at(index) !== columns.join('\t')) reject(index + 1, `columns are not ${columns.join(', ')}`)
  const rows: TableRow<Column>[] = []
  for (index += 1; index < lines.length; index += 1) {
    const line = at(index)
    if (line === '') continue
    const cells = line.split('\t')
    if (cells.length !== columns.length)
      reject(index + 1, `has ${cells.length} cells, not ${columns.length}`)
    rows.push(new TableRow(table, columns, cells, index + 1))
  }
  return {
    header: { title: title ?? '', origin: origin ?? '', licence: licence ?? '', date: date ?? '' },
    rows,
  }
}

/** Rows of a table as a map; refuses empty and repeated keys. */
export function byKey<Column extends string, Value>(
  rows: readonly TableRow<Column>[],
  keyColumn: NoInfer<Column>,
  read: (row: TableRow<Column>, key: string) => Value,
): Map<string, Value> {
  const found = new Map<string, Value>()
  for (const row of rows) {
    const key = row.cell(keyColumn)
    if (key === '') row.reject(`"${keyColumn}" is empty`)
    if (found.has(key)) row.reject(`"${key}" stands twice`)
    found.set(key, read(row, key))
  }
  return found
}

/** The cell as one of the allowed words. */
export function oneOf<Column extends string, Word extends string>(
  row: TableRow<Column>,
  column: NoInfer<Column>,
  words: readonly Word[],
): Word {
  const cell = row.cell(column)
  return (
    words.find((word) => word === cell) ??
    row.reject(`"${column}" is "${cell}", not one of ${words.join(', ')}`)
  )
}

/** The cell as a number. */
export function numberIn<Column extends string>(
  row: TableRow<Column>,
  column: NoInfer<Column>,
): number {
  const value = Number(row.cell(column))
  return row.cell(column) !== '' && Number.isFinite(value)
    ? value
    : row.reject(`"${column}" is not a number`)
}
