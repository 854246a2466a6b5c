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
  readonly font: string
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
  const edge = Math.max(...region.map(({ right }) => right))
  const lines: Segment[][] = []
  for (const segment of region.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = lines.at(-1)
    const first = last?.[0]
    if (first && Math.abs(first.y - segment.y) <= 0.4 * Math.min(first.size, segment.size))
      last.push(segment)
    else lines.push([segment])
  }
  return lines.map((line) => lineOf(line, edge))
}

function lineOf(unsorted: readonly Segment[], edge: number): Line {
  const labelled = withLabels(unsorted.toSorted((a, b) => a.x - b.x))
  const segments = isJustified(labelled, edge) ? [merged(labelled)] : labelled
  return {
    segments,
    text: segments.map(({ text }) => text).join(' '),
    x: Math.min(...segments.map(({ x }) => x)),
    right: Math.max(...segments.map(({ right }) => right)),
    y: median(segments.map(({ y }) => y)),
    size: Math.max(...segments.map(({ size }) => size)),
    isMono: segments.every(({ isMono }) => isMono),
    font: segments[0]?.font ?? '',
  }
}

/** Words driven apart to fill a line: it ends at the edge, and its gaps are alike and not wide. Cells of a table leave gaps of any width. */
function isJustified(segments: readonly Segment[], edge: number): boolean {
  const last = segments.at(-1)
  if (!last || segments.length < 2 || last.right < edge - 0.5 * last.size) return false
  const gaps = segments.slice(1).map(({ x }, i) => x - (segments[i]?.right ?? x))
  const widest = Math.max(...gaps)
  return gaps.length === 1
    ? widest < 1.5 * last.size
    : widest < 2.5 * last.size && widest - Math.min(...gaps) < 0.4 * last.size
}

function merged(segments: readonly Segment[]): Segment {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) throw new Error('A line without text')
  return { ...first, text: segments.map(({ text }) => text).join(' '), right: last.right }
}

/** A bullet or number belongs to what stands behind it. */
function withLabels(segments: readonly Segment[]): Segment[] {
  const [first, second, ...rest] = segments
  if (!first || !second || !label.test(first.text) || second.x - first.right > 4 * second.size)
    return [...segments]
  return [{ ...second, text: `${first.text} ${second.text}`, x: first.x }, ...rest]
}

/**
 * Where the table that begins at `from` ends; `from` itself where none begins: two lines or more whose later cells stand under one
 * another. In justified text words stand apart too, but not under one another.
 */
function tableEnd(lines: readonly Line[], from: number): number {
  const first = lines[from]
  if (!first || first.segments.length < 2 || first.isMono) return from
  const cells = first.segments.slice(1)
  let starts = first.segments.map(({ x }) => x)
  let multiple = 1
  let end = from + 1
  for (; end < lines.length; end++) {
    const line = lines[end]
    const previous = lines[end - 1]
    if (!line || !previous || line.y - previous.y > 3.5 * line.size) break
    if (line.segments.length >= 2) {
      if (
        !line.segments.slice(1).some((segment) => cells.some((cell) => areAligned(segment, cell)))
      )
        break
      multiple++
      cells.push(...line.segments.slice(1))
      starts = [...starts, ...line.segments.map(({ x }) => x)]
    } else if (!isUnder(line, starts) || crosses(line, starts)) break
  }
  // Lines with one cell at the end belong to what follows unless they hang under a later column.
  while (end > from && isLoose(lines[end - 1], lines[end - 2], starts)) end--
  return multiple >= 2 ? end : from
}

/** Set flush left, flush right or centred one under the other. */
function areAligned(a: Segment, b: Segment): boolean {
  const near = (distance: number) => Math.abs(distance) < 0.3 * a.size
  return near(a.x - b.x) || near(a.right - b.right) || near((a.x + a.right - b.x - b.right) / 2)
}

function isUnder({ x, size }: Line, starts: readonly number[]): boolean {
  return starts.some((start) => Math.abs(start - x) < 0.8 * size)
}

/** A full line of prose: it runs over where the second column begins. */
function crosses({ x, right, size }: Line, starts: readonly number[]): boolean {
  return starts.some((start) => start > x + size && start < right - size)
}

function isLoose(
  line: Line | undefined,
  above: Line | undefined,
  starts: readonly number[],
): boolean {
  if (!line || line.segments.length > 1) return false
  return (
    Math.abs(line.x - Math.min(...starts)) < line.size && whiteAbove(line, above) > 0.5 * line.size
  )
}

/**
 * Rows are parted by padding: white between lines that is wider than between the lines of one cell. Where there is none, a row begins
 * with its first column.
 */
function rowsOf(lines: readonly Line[]): TableRow[] {
  const columns = columnStarts(lines)
  const whites = lines.map((line, i) => whiteAbove(line, lines[i - 1]))
  const inCell = tightest(lines, columns)
  const isPadded = (white: number, size: number) => white > inCell + 0.3 * size
  const hasPadding = lines.some(({ size }, i) => i > 0 && isPadded(whites[i] ?? 0, size))
  const rows: { cells: string[][]; y: number }[] = []
  lines.forEach((line, i) => {
    const startsFirst = line.segments.some(({ x }) => columnOf(x, columns) === 0)
    const white = whites[i] ?? 0
    const isNew = hasPadding
      ? isPadded(white, line.size) && (startsFirst || white > inCell + 0.6 * line.size)
      : startsFirst
    if (isNew || rows.length === 0) rows.push({ cells: columns.map(() => []), y: line.y })
    for (const segment of line.segments)
      rows.at(-1)?.cells[columnOf(segment.x, columns)]?.push(segment.text)
  })
  return rows.map(({ cells, y }) => ({ y, cells: cells.filter((cell) => cell.length > 0) }))
}

/** White between a line and the one above, negative where they overlap, as cells set to the middle of a row do. */
function whiteAbove(line: Line, above: Line | undefined): number {
  return above ? line.y - 0.75 * line.size - (above.y + 0.2 * above.size) : 0
}

/** White between two lines of one cell: about the least that occurs inside a column; a word in another font may widen it. */
function tightest(lines: readonly Line[], columns: readonly number[]): number {
  const last = new Map<number, Segment>()
  const whites: number[] = []
  for (const segment of lines.flatMap(({ segments }) => segments)) {
    const column = columnOf(segment.x, columns)
    const above = last.get(column)
    if (above) whites.push(segment.y - 0.75 * segment.size - (above.y + 0.2 * above.size))
    last.set(column, segment)
  }
  return whites.sort((a, b) => a - b)[Math.floor(whites.length / 5)] ?? Infinity
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
