import { mendCharacters } from './mend-characters'
import type { PdfPage, PdfTextItem } from './pdf-content'

/** Glyph runs of one baseline that stand close together: part of a line, or a cell of a table. Points from the top left. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly isMono: boolean
  /** Of its first characters. */
  readonly font: string
}

/** A gap wider than this, in font sizes, may part columns or cells; in a justified line it may be the space between two words. */
const cellGap = 0.75
const wordGap = 0.15

/** Items to segments, from the top down and from the left. Text across the page (watermarks, labels in the margin) is left out. */
export function segmentsOf(page: PdfPage): Segment[] {
  const upright = page.items.filter((item) => item.angle === 0)
  const items = upright.length * 2 >= page.items.length ? upright : turned(page)
  const visible = items
    .map((item) => ({ ...item, text: mendCharacters(item.text) }))
    .filter((item) => item.text.trim() !== '' && item.size > 1)
  return baselines(visible).flatMap(segmentsOfLine)
}

/** A sheet set sideways: its commonest angle becomes upright. */
function turned({ items, width, height }: PdfPage): PdfTextItem[] {
  const counts = new Map<number, number>()
  for (const { angle } of items) counts.set(angle, (counts.get(angle) ?? 0) + 1)
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0]
  return items
    .filter(({ angle }) => angle === commonest)
    .map((item) =>
      commonest === 90
        ? { ...item, x: item.y, y: width - item.x }
        : commonest === 270
          ? { ...item, x: height - item.y, y: item.x }
          : item,
    )
}

/** Groups of items that share a baseline, sub- and superscripts with their line. */
function baselines(items: readonly PdfTextItem[]): PdfTextItem[][] {
  const lines: { y: number; size: number; items: PdfTextItem[] }[] = []
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    const size = Math.max(line?.size ?? 0, item.size)
    const isSame =
      line &&
      Math.abs(item.y - line.y) <=
        (item.size < 0.8 * line.size || line.size < 0.8 * item.size ? 0.45 : 0.3) * size
    if (!isSame) lines.push({ y: item.y, size: item.size, items: [item] })
    else {
      // The larger type gives the baseline.
      if (item.size > line.size) line.y = item.y
      line.size = size
      line.items.push(item)
    }
  }
  return lines.map((line) => line.items)
}

function segmentsOfLine(items: readonly PdfTextItem[]): Segment[] {
  const segments: Segment[] = []
  let last: PdfTextItem | undefined
  for (const item of items.toSorted((a, b) => a.x - b.x)) {
    if (last && isDrawnTwice(last, item)) continue
    const open = segments.at(-1)
    const gap = open ? item.x - open.right : 0
    const size = Math.max(item.size, last?.size ?? 0)
    if (open && gap <= cellGap * size) {
      const isApart = gap > wordGap * size && !open.text.endsWith(' ') && !item.text.startsWith(' ')
      segments[segments.length - 1] = {
        text: open.text + (isApart ? ' ' : '') + item.text,
        x: open.x,
        right: Math.max(open.right, item.x + item.width),
        y: open.size >= item.size ? open.y : item.y,
        size: Math.max(open.size, item.size),
        isMono: open.isMono && isMono(item),
        font: open.font,
      }
    } else {
      segments.push({
        text: item.text,
        x: item.x,
        right: item.x + item.width,
        y: item.y,
        size: item.size,
        isMono: isMono(item),
        font: item.font,
      })
    }
    last = item
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() }))
}

/** Poor man's bold: the same glyphs again, a hair further. */
function isDrawnTwice(a: PdfTextItem, b: PdfTextItem): boolean {
  return (
    a.text === b.text && Math.abs(a.x - b.x) < 0.2 * a.size && Math.abs(a.y - b.y) < 0.2 * a.size
  )
}

function isMono({ font }: PdfTextItem): boolean {
  return /mono|courier|consol/i.test(font)
}
