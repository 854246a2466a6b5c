import { median } from './reading-order'
import type { Segment } from './segments'

/** A line of a region: what stands on one baseline. */
export interface Line {
  readonly segments: readonly Segment[]
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly isMono: boolean
}

/** Rows of a table, each cell as the lines that it is set in. */
export interface TableRow {
  readonly cells: readonly (readonly string[])[]
  readonly y: number
}

export type RegionPart =
  { readonly type: 'line'; readonly line: Line } | { readonly type: 'row'; readonly row: TableRow }

const label = /^(?:[-–—•‣▪●◦·o*\u25a0\uf0b7\uf0a7]|\(?\d{1,3}[.)]?|\(?[a-zA-Z][.)])$/

/** Lines of a region from the top down, with tables taken together row by row. */
export function partsOf(region: readonly Segment[]): RegionPart[] {
  const lines = linesOf(region)
  const parts: RegionPart[] = []
  let at = 0
  while (at < lines.length) {
    const end = tableEnd(lines, at)
    if (end > at) {
      for (const row of rowsOf(lines.slice(at, end))) parts.push({ type: 'row', row })
      at = end
    } else {
      const line = lines[at]
      if (line) parts.push({ type: 'line', line })
      at++
    }
  }
  return parts
}

function linesOf(region: readonly Segment[]): Line[] {
  const lines: Segment[][] = []
  for (const segment of region.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    const first = last?.[0]
    if (first && Math.abs(first.y - segment.y) <= 0.4 * Math.min(first.size, segment.size))
      last.push(segment)
    else lines.push([segment])
  }
  return lines.map(lineOf)
}

function lineOf(unsorted: readonly Segment[]): Line {
  const segments = withLabels(unsorted.toSorted((a, b) => a.x - b.x))
  return {
    segments,
    text: segments.map(({ text }) => text).join(' '),
    x: Math.min(...segments.map(({ x }) => x)),
    right: Math.max(...segments.map(({ right }) => right)),
    y: median(segments.map(({ y }) => y)),
    size: Math.max(...segments.map(({ size }) => size)),
    isMono: segments.every(({ isMono }) => isMono),
  }
}

/** A bullet or number belongs to what stands behind it. */
function withLabels(segments: readonly Segment[]): Segment[] {
  const [first, second, ...rest] = segments
  if (!first || !second || !label.test(first.text) || second.x - first.right > 4 * second.size)
    return [...segments]
  return [{ ...second, text: `${first.text} ${second.text}`, x: first.x }, ...rest]
}

/** Where the table that begins at `from` ends; `from` itself where none begins: two lines or more with cells under one another. */
function tableEnd(lines: readonly Line[], from: number): number {
  if ((lines[from]?.segments.length ?? 0) < 2 || lines[from]?.isMono) return from
  let starts = (lines[from]?.segments ?? []).map(({ x }) => x)
  let multiple = 1
  let end = from + 1
  for (; end < lines.length; end++) {
    const line = lines[end]
    const previous = lines[end - 1]
    if (!line || !previous || line.isMono || line.y - previous.y > 3.5 * line.size) break
    if (
      !line.segments.some(({ x }) => starts.some((start) => Math.abs(start - x) < 0.8 * line.size))
    )
      break
    if (line.segments.length >= 2) {
      multiple++
      starts = [...starts, ...line.segments.map(({ x }) => x)]
    } else if (crosses(line, starts)) break
  }
  // Lines with one cell at the end belong to what follows unless they hang under a later column.
  while (end > from && isLoose(lines[end - 1], starts)) end--
  return multiple >= 2 ? end : from
}

/** A full line of prose: it runs over where the second column begins. */
function crosses({ x, right, size }: Line, starts: readonly number[]): boolean {
  return starts.some((start) => start > x + size && start < right - size)
}

function isLoose(line: Line | undefined, starts: readonly number[]): boolean {
  if (!line || line.segments.length > 1) return false
  return Math.abs(line.x - Math.min(...starts)) < line.size
}

function rowsOf(lines: readonly Line[]): TableRow[] {
  const columns = columnStarts(lines)
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0))
  const tight = Math.min(...gaps)
  const hasPadding = Math.max(...gaps) > 1.25 * tight
  const rows: { cells: string[][]; y: number }[] = []
  lines.forEach((line, i) => {
    const startsFirst = line.segments.some(({ x }) => columnOf(x, columns) === 0)
    const gap = gaps[i - 1] ?? Infinity
    const isNew = hasPadding ? gap > 1.15 * tight : startsFirst
    if (isNew || rows.length === 0) rows.push({ cells: columns.map(() => []), y: line.y })
    for (const segment of line.segments)
      rows.at(-1)?.cells[columnOf(segment.x, columns)]?.push(segment.text)
  })
  return rows.map(({ cells, y }) => ({ y, cells: cells.filter((cell) => cell.length > 0) }))
}

/** Left edges of the columns: where cells begin in two lines or more, or nothing stands near. */
function columnStarts(lines: readonly Line[]): number[] {
  const size = median(lines.map((line) => line.size))
  const edges = lines.flatMap(({ segments }) => segments.map(({ x }) => x)).sort((a, b) => a - b)
  const clusters: number[][] = []
  for (const edge of edges) {
    const cluster = clusters.at(-1)
    if (cluster && edge - (cluster.at(-1) ?? 0) < 1.5 * size) cluster.push(edge)
    else clusters.push([edge])
  }
  const solid = clusters.filter((cluster) => cluster.length >= 2)
  return (solid.length >= 2 ? solid : clusters).map((cluster) => cluster[0] ?? 0)
}

function columnOf(x: number, columns: readonly number[]): number {
  let column = 0
  columns.forEach((start, i) => {
    if (x >= start - 1) column = i
  })
  return column
}
