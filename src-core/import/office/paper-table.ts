import type { TableCell } from './document-blocks'

/**
 * A table that a program drew after a page of paper: each printed line is a row, each run of type a cell, most cells are empty, and lines
 * are ruled by the cells themselves. Gives the rows and columns that a reader sees, by the rules between them; undefined for any other table.
 */
export function readPaperTable(
  rows: readonly (readonly TableCell[])[],
): readonly (readonly string[])[] | undefined {
  const placed = placeCells(rows)
  const all = rows.reduce((sum, cells) => sum + cells.length, 0)
  if (rows.length < 6 || placed.filter(({ text }) => text !== '').length > 0.4 * all)
    return undefined
  const separators = ruledColumns(placed, rows.length)
  const bands = ruledBands(rows)
  if (separators.length === 0 || bands.length < 2) return undefined
  return bands
    .map(({ from, to }) => columnsOf(placed, separators, from, to))
    .filter((texts) => texts.length > 0)
}

interface Placed {
  readonly row: number
  /** Last row that it covers. */
  bottom: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly hasRight: boolean
}

function placeCells(rows: readonly (readonly TableCell[])[]): Placed[] {
  const placed: Placed[] = []
  const open = new Map<number, Placed>()
  rows.forEach((cells, row) => {
    let start = 0
    for (const { blocks, place } of cells) {
      const end = start + place.span
      const above = place.merge === 'continue' ? open.get(start) : undefined
      if (above) above.bottom = row
      const text = blocks.map((block) => block.text).join(' ')
      const cell = { row, bottom: row, start, end, text, hasRight: place.right === true }
      placed.push(cell)
      if (place.merge === 'restart') open.set(start, cell)
      else if (place.merge === undefined) open.delete(start)
      start = end
    }
  })
  return placed
}

/** Grid lines that are ruled in most rows, the outer one left out. */
function ruledColumns(placed: readonly Placed[], rowCount: number): number[] {
  const counts = new Map<number, number>()
  const width = placed.reduce((most, { end }) => Math.max(most, end), 0)
  for (const { hasRight, end } of placed)
    if (hasRight && end < width) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= 0.5 * rowCount)
    .map(([line]) => line)
    .sort((a, b) => a - b)
}

/** Rows between rules that go across most of the table. */
function ruledBands(
  rows: readonly (readonly TableCell[])[],
): { readonly from: number; readonly to: number }[] {
  const bands: { from: number; to: number }[] = []
  let from = 0
  rows.forEach((cells, row) => {
    const width = cells.reduce((sum, { place }) => sum + place.span, 0)
    const ruled = cells.reduce((sum, { place }) => sum + (place.bottom ? place.span : 0), 0)
    if (ruled < 0.5 * width && row < rows.length - 1) return
    bands.push({ from, to: row })
    from = row + 1
  })
  return bands
}

function columnsOf(
  placed: readonly Placed[],
  separators: readonly number[],
  from: number,
  to: number,
): string[] {
  const columns: Placed[][] = [[], ...separators.map(() => [])]
  for (const cell of placed) {
    if (cell.text === '' || cell.row < from || cell.row > to) continue
    columns[separators.filter((line) => line <= cell.start).length]?.push(cell)
  }
  return columns.map(textOfColumn).filter((text) => text !== '')
}

/** Cells that share a row are one printed line, from left to right. */
function textOfColumn(cells: readonly Placed[]): string {
  const lines: Placed[][] = []
  let bottom = -1
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.start - b.start)) {
    if (cell.row > bottom) lines.push([])
    lines.at(-1)?.push(cell)
    bottom = Math.max(bottom, cell.bottom)
  }
  return lines
    .map((line) =>
      line
        .toSorted((a, b) => a.start - b.start)
        .map(({ text }) => text)
        .join(' '),
    )
    .join(' ')
    .replace(/ +([.,;:])(?= |$)/g, '$1')
}
