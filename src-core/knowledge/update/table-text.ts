import type { TableName } from '../knowledge-tables'
import { KnowledgeError, tableFormat } from '../parse-table'

/** One table as cells, with its header as it stood. */
export interface TableCells {
  readonly header: readonly string[]
  readonly columns: readonly string[]
  readonly rows: string[][]
}

/** Takes a table's text apart; throws `KnowledgeError` where it is none. */
export function readCells(name: TableName, text: string): TableCells {
  const lines = text.split(/\r?\n/)
  if (lines[0] !== tableFormat)
    throw new KnowledgeError(name, 1, `does not begin with "${tableFormat}"`)
  const first = lines.findIndex((line) => !line.startsWith('#'))
  const columns = (lines[first] ?? '').split('\t')
  const rows = lines
    .slice(first + 1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  return { header: lines.slice(0, first), columns, rows }
}

export function writeCells({ header, columns, rows }: TableCells): string {
  return [...header, columns.join('\t'), ...rows.map((row) => row.join('\t')), ''].join('\n')
}

/** The same table from a further source and of a newer date. */
export function withOrigin(
  table: TableCells,
  origin: string,
  date: string | undefined,
): TableCells {
  const clean = origin.replace(/[\t\r\n]/g, ' ')
  const header = table.header.map((line) => {
    if (line.startsWith('# origin: ') && !line.includes(clean)) return `${line}, ${clean}`
    return date !== undefined && line.startsWith('# date: ') && line < `# date: ${date}`
      ? `# date: ${date}`
      : line
  })
  return { ...table, header }
}
