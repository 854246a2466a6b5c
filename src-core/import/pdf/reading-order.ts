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
    if (areColumns(run.left, run.right)) {
      if (plain.length > 0) regions.push(plain)
      plain = []
      regions.push(...readingOrder(run.left), ...readingOrder(run.right))
    } else for (const band of bands.slice(at, run.end)) plain.push(...band.segments)
    at = run.end
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

interface GutterRun {
  readonly left: readonly Segment[]
  readonly right: readonly Segment[]
  /** The band behind the last one. */
  readonly end: number
}

/**
 * As many bands from `from` on as one gutter runs through, and what stands on its sides. It is judged as a whole: a part of a table may
 * look like columns of text. Without a gutter in the first three bands the run is one band, and all of it is left.
 */
function gutterRun(bands: readonly Band[], from: number): GutterRun {
  const first = bands[from]?.segments ?? []
  const size = median(first.map((segment) => segment.size))
  let inside: Segment[] = []
  let run: GutterRun = { left: first, right: [], end: from + 1 }
  for (let end = from; end < bands.length; end++) {
    inside = inside.concat(bands[end]?.segments ?? [])
    const gutter = widestGutter(inside, gutterWidth * size)
    if (gutter === undefined && end >= from + 2) break
    if (gutter === undefined) continue
    const left = inside.filter((segment) => segment.right <= gutter)
    const right = inside.filter((segment) => segment.right > gutter)
    run = { left, right, end: end + 1 }
  }
  return run
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
  if (isScattered(left) || isScattered(right)) return false
  if (isProse(left) && isProse(right)) return true
  // A sidebar: lines on one side do not sit on the lines of the other, as those of a table's row do.
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  const aligned = few.filter((a) => many.some((b) => Math.abs(a.y - b.y) < 0.2 * a.size))
  return aligned.length < few.length * 0.4 && (isProse(left) || isProse(right))
}

/** Cells of a table's column stand apart, each as high as the row's highest cell; lines of a column of text follow one another. */
function isScattered(segments: readonly Segment[]): boolean {
  const lines = segments.toSorted((a, b) => a.y - b.y)
  const steps = lines.slice(1).map(({ y, size }, i) => (y - (lines[i]?.y ?? y)) / size)
  return steps.filter((step) => step > 1.9).length > steps.length * 0.4
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
