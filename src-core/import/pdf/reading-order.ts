import { looksLikeHeading } from '../text/split-paragraphs'
import type { Segment } from './segments'

/** Segments of one stretch of a page that is read from the top down: the whole width, or one column. */
export type Region = readonly Segment[]

/** Least width of the white between columns, in font sizes. */
const gutterWidth = 1
const leastLines = 4

interface Band {
  readonly top: number
  readonly bottom: number
  readonly segments: readonly Segment[]
}

/**
 * Cuts a page into regions in reading order, as an XY-cut does: where a white gutter runs down through several lines and prose stands on
 * both sides, the left side is read before the right; a line across the gutter ends the columns. Tables have gutters too, but not prose on
 * both sides of each, and stay whole.
 */
export function readingOrder(segments: readonly Segment[]): Region[] {
  const bands = bandsOf(segments)
  const regions: Region[] = []
  let plain: Segment[] = []
  let at = 0
  while (at < bands.length) {
    const run = gutterRun(bands, at)
    const columns = columnsOf(bands, run)
    for (const band of bands.slice(at, columns?.start ?? run.end)) plain.push(...band.segments)
    if (columns) {
      if (plain.length > 0) regions.push(plain)
      plain = []
      regions.push(...readingOrder(columns.left), ...readingOrder(columns.right))
    }
    at = columns?.end ?? run.end
  }
  if (plain.length > 0) regions.push(plain)
  return regions
}

/** Horizontal strips with white between them. */
function bandsOf(segments: readonly Segment[]): Band[] {
  const bands: { top: number; bottom: number; segments: Segment[] }[] = []
  for (const segment of segments.toSorted((a, b) => a.y - 0.75 * a.size - (b.y - 0.75 * b.size))) {
    const top = segment.y - 0.75 * segment.size
    const bottom = segment.y + 0.2 * segment.size
    const band = bands.at(-1)
    if (band && top < band.bottom) {
      band.bottom = Math.max(band.bottom, bottom)
      band.segments.push(segment)
    } else bands.push({ top, bottom, segments: [segment] })
  }
  return bands
}

/** Bands `start` to `end` (the one behind the last), through which one gutter runs. */
interface GutterRun {
  readonly start: number
  readonly end: number
  readonly gutter: number | undefined
}

interface Columns {
  readonly start: number
  readonly end: number
  readonly left: readonly Segment[]
  readonly right: readonly Segment[]
}

/**
 * As many bands from `start` on as one gutter runs through. The run is judged as a whole: a part of a table may look like columns of
 * text. Without a gutter in the first three bands it is one band.
 */
function gutterRun(bands: readonly Band[], start: number): GutterRun {
  const size = median((bands[start]?.segments ?? []).map((segment) => segment.size))
  let inside: Segment[] = []
  let run: GutterRun = { start, end: start + 1, gutter: undefined }
  for (let end = start; end < bands.length; end++) {
    inside = inside.concat(bands[end]?.segments ?? [])
    const gutter = widestGutter(inside, gutterWidth * size)
    if (gutter === undefined && end >= start + 2) break
    if (gutter !== undefined) run = { start, end: end + 1, gutter }
  }
  return run
}

/** The run as two columns, if it is that, without a headline above them or below that stands on one side only. */
function columnsOf(bands: readonly Band[], { start, end, gutter }: GutterRun): Columns | undefined {
  if (gutter === undefined) return undefined
  const hasRight = ({ segments }: Band) => segments.some(({ right }) => right > gutter)
  const run = bands.slice(start, end)
  const first = run.findIndex(hasRight)
  const last = run.findLastIndex(hasRight)
  const kept = run.slice(Math.max(first, 0), isHeadline(run.slice(last)) ? last + 1 : undefined)
  const inside = kept.flatMap(({ segments }) => segments)
  const left = inside.filter((segment) => segment.right <= gutter)
  const right = inside.filter((segment) => segment.right > gutter)
  if (first < 0 || !areColumns(linesOf(left), linesOf(right))) return undefined
  return { start: start + first, end: start + first + kept.length, left, right }
}

/** What follows the first of these bands: a line or two that stand apart and are no sentence. */
function isHeadline([above, ...below]: readonly Band[]): boolean {
  const [next] = below
  if (!above || !next || below.length > 2 || next.top - above.bottom < 6) return false
  return below.every(({ segments }) => segments.every(({ text }) => looksLikeHeading(text)))
}

/** Middle of the widest white stripe between segments, or undefined where none is wide enough. */
function widestGutter(segments: readonly Segment[], least: number): number | undefined {
  let right = -Infinity
  let widest = least
  let middle: number | undefined
  for (const segment of segments.toSorted((a, b) => a.x - b.x)) {
    const gap = segment.x - right
    if (right > -Infinity && gap > widest) {
      widest = gap
      middle = right + gap / 2
    }
    right = Math.max(right, segment.right)
  }
  return middle
}

/** What stands on one baseline of a side: in a justified line the words may stand far apart. */
interface SideLine {
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly length: number
}

function linesOf(segments: readonly Segment[]): SideLine[] {
  const lines: SideLine[] = []
  for (const { x, right, y, size, text } of segments.toSorted((a, b) => a.y - b.y)) {
    const last = lines.at(-1)
    if (!last || y - last.y > 0.4 * size) lines.push({ x, right, y, size, length: text.length })
    else
      lines[lines.length - 1] = {
        x: Math.min(last.x, x),
        right: Math.max(last.right, right),
        y: last.y,
        size: Math.max(last.size, size),
        length: last.length + 1 + text.length,
      }
  }
  return lines
}

function areColumns(left: readonly SideLine[], right: readonly SideLine[]): boolean {
  if (left.length < leastLines || right.length < leastLines) return false
  if (isScattered(left) || isScattered(right)) return false
  if (isProse(left) && isProse(right)) return true
  // A sidebar: lines on one side do not sit on the lines of the other, as those of a table's row do.
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  const aligned = few.filter((a) => many.some((b) => Math.abs(a.y - b.y) < 0.2 * a.size))
  return aligned.length < few.length * 0.4 && (isProse(left) || isProse(right))
}

/** Cells of a table's column stand apart, each as high as the row's highest cell; lines of a column of text follow one another. */
function isScattered(lines: readonly SideLine[]): boolean {
  const steps = lines.slice(1).map(({ y, size }, i) => (y - (lines[i]?.y ?? y)) / size)
  return steps.filter((step) => step > 1.9).length > steps.length * 0.4
}

/** Lines that mostly fill their column with words. */
function isProse(lines: readonly SideLine[]): boolean {
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x))
  const filled = lines.filter(({ x, right, length }) => right - x > 0.7 * width && length >= 24)
  return filled.length >= lines.length * 0.55
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
