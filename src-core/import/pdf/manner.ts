import { vocabularyOf, type Vocabulary } from './join-lines'
import { median } from './reading-order'
import type { SegmentedPage } from './running-heads'
import type { Segment } from './segments'

/** How a document is set. */
export interface Manner {
  /** Size and font of running text. */
  readonly body: number
  readonly font: string
  /** Distance of lines in running text, in font sizes. */
  readonly leading: number
  /** Largest type of the first page, 0 where it is not clearly larger than running text. */
  readonly title: number
  readonly vocabulary: Vocabulary
}

export function mannerOf(pages: readonly SegmentedPage[]): Manner {
  const segments = pages.flatMap((page) => page.segments)
  // To the half point: fitted text varies by hairs.
  const body = Number(commonest(segments, ({ size }) => String(Math.round(size * 2) / 2)) ?? 10)
  const titleSizes = (pages[0]?.segments ?? [])
    .filter(({ text }) => /\p{L}{3}/u.test(text))
    .map(({ size }) => size)
  const largest = Math.max(0, ...titleSizes)
  return {
    body,
    font: commonest(segments, (segment) => segment.font) ?? '',
    leading: leadingOf(pages),
    title: largest > 1.25 * body ? largest : 0,
    vocabulary: vocabularyOf(segments.map(({ text }) => text)),
  }
}

/** By characters set so. */
function commonest(
  segments: readonly Segment[],
  nameOf: (segment: Segment) => string,
): string | undefined {
  const weights = new Map<string, number>()
  for (const segment of segments) {
    const name = nameOf(segment)
    weights.set(name, (weights.get(name) ?? 0) + segment.text.length)
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** From each line to the next that begins at the same edge. */
function leadingOf(pages: readonly SegmentedPage[]): number {
  const steps: number[] = []
  for (const { segments } of pages) {
    const sorted = segments.toSorted((a, b) => a.y - b.y)
    sorted.forEach((segment, i) => {
      const next = sorted
        .slice(i + 1, i + 6)
        .find(({ x, y }) => Math.abs(x - segment.x) < 2 && y > segment.y + 1)
      const step = next ? (next.y - segment.y) / segment.size : Infinity
      if (step < 2.2) steps.push(step)
    })
  }
  return steps.length > 0 ? median(steps) : 1.2
}
