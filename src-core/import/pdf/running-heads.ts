import type { Segment } from './segments'

export interface SegmentedPage {
  readonly height: number
  readonly segments: readonly Segment[]
}

/** Parts of a page's height where headers and footers stand. */
const topBand = 0.12
const bottomBand = 0.86

/**
 * Pages without what repeats in their margins: headers, footers, page numbers. A line counts as repeated where the same words, whatever
 * their numbers, stand in the margins of at least a quarter of the pages and of three, or of all pages of a short document.
 */
export function dropRunningHeads(pages: readonly SegmentedPage[]): SegmentedPage[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const keys = new Set(page.segments.filter((segment) => inMargin(segment, page)).map(keyOf))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const needed = pages.length <= 3 ? Math.max(2, pages.length) : Math.max(3, pages.length * 0.25)
  return pages.map((page) => ({
    ...page,
    segments: page.segments.filter(
      (segment) =>
        !inMargin(segment, page) ||
        !((counts.get(keyOf(segment)) ?? 0) >= needed || isPageNumber(segment.text)),
    ),
  }))
}

function inMargin({ y }: Segment, { height }: SegmentedPage): boolean {
  return y < height * topBand || y > height * bottomBand
}

function keyOf({ text }: Segment): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()
}

function isPageNumber(text: string): boolean {
  return /^(?:[-–—]\s*)?(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i.test(text)
}
