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
    const columns = columnsFrom(bands, at)
    if (columns) {
      if (plain.length > 0) regions.push(plain)
      plain = []
      for (const column of columns.sides) regions.push(...readingOrder(column))
      at = columns.end
    } else {
      plain.push(...(bands[at]?.segments ?? []))
      at++
    }
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

/** Columns that begin at band `from`: as many bands as one gutter runs through. */
function columnsFrom(
  bands: readonly Band[],
  from: number,
): { readonly sides: readonly Segment[][]; readonly end: number } | undefined {
  const size = median((bands[from]?.segments ?? []).map((segment) => segment.size))
  let inside: Segment[] = []
  let best: { sides: Segment[][]; end: number } | undefined
  for (let end = from; end < bands.length; end++) {
    inside = inside.concat(bands[end]?.segments ?? [])
    const gutter = widestGutter(inside, gutterWidth * size)
    if (end > from + 2 && gutter === undefined) break
    if (gutter === undefined) continue
    const left = inside.filter((segment) => segment.right <= gutter)
    const right = inside.filter((segment) => segment.right > gutter)
    if (areColumns(left, right)) best = { sides: [left, right], end: end + 1 }
  }
  return best
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

function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length < leastLines || right.length < leastLines) return false
  if (isProse(left) && isProse(right)) return true
  // A sidebar: lines on one side do not sit on the lines of the other, as those of a table's row do.
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  const aligned = few.filter((a) => many.some((b) => Math.abs(a.y - b.y) < 0.2 * a.size))
  return aligned.length < few.length * 0.4 && (isProse(left) || isProse(right))
}

/** Lines that mostly fill their column with words. */
function isProse(segments: readonly Segment[]): boolean {
  const width =
    Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ x }) => x))
  const filled = segments.filter(
    ({ x, right, text }) => right - x > 0.7 * width && text.length >= 24,
  )
  return filled.length >= segments.length * 0.55
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
