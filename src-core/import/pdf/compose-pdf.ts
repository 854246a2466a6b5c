import type { BlockKind, SourceText } from '../../model/source-text'
import { SourceBuilder } from '../source-builder'
import { looksLikeHeading } from '../text/split-paragraphs'
import { partsOf, type Line, type RegionPart } from './find-tables'
import { joinLines, vocabularyOf, type Vocabulary } from './join-lines'
import { median, readingOrder } from './reading-order'
import type { SegmentedPage } from './running-heads'

interface OpenBlock {
  readonly kind: BlockKind
  readonly text: string
  readonly first: Line
  readonly last: Line
}

interface Manner {
  /** Size of running text. */
  readonly body: number
  /** Distance of lines in running text, in font sizes. */
  readonly leading: number
  /** Largest type of the first page, where it is clearly larger than running text. */
  readonly title: number
  readonly vocabulary: Vocabulary
}

const bullet = /^[-–—•‣▪●◦·*\u25a0\uf0b7\uf0a7] ?|^o (?=\S)|^\(?\d{1,3}[.)] |^\(?[a-z][.)] /
const ends = /[.!?:;。！？]["'”’)\]]*\d{0,3}$/

/** Pages to one text in reading order: paragraphs whole over lines, columns and pages, with the page of every part known. */
export function composePdf(pages: readonly SegmentedPage[]): SourceText {
  const composer = new Composer(mannerOf(pages))
  pages.forEach((page, i) => {
    for (const region of readingOrder(page.segments)) {
      const right = Math.max(...region.map((segment) => segment.right))
      for (const part of partsOf(region)) composer.add(part, right, i === 0)
      composer.endRegion()
    }
    composer.endPage(i + 1)
  })
  return composer.finish()
}

class Composer {
  readonly #builder = new SourceBuilder()
  readonly #manner: Manner
  #open: OpenBlock | undefined
  /** Last block of the page before, which may go on. */
  #carried: BlockKind | undefined
  #hasTitle = false

  constructor(manner: Manner) {
    this.#manner = manner
  }

  add(part: RegionPart, right: number, isFirstPage: boolean): void {
    if (part.type === 'row') {
      this.#close()
      const cells = part.row.cells.map((lines) =>
        lines.reduce((text, line) => joinLines(text, line, this.#manner.vocabulary), ''),
      )
      this.#emit('table-row', cells.join(' | '))
      return
    }
    const { line } = part
    if (this.#open && this.#goesOn(this.#open, line, right)) {
      const { kind, text, first } = this.#open
      const joined =
        kind === 'preformatted'
          ? `${text}\n${line.text}`
          : joinLines(text, line.text, this.#manner.vocabulary)
      this.#open = { kind, text: joined, first, last: line }
      return
    }
    this.#close()
    this.#open = { kind: this.#kindOf(line, isFirstPage), text: line.text, first: line, last: line }
  }

  endRegion(): void {
    // A paragraph may go on in the next column: judged there by its first line, as across pages.
    this.#close()
  }

  endPage(number: number): void {
    this.#close()
    this.#builder.endPage(number)
  }

  finish(): SourceText {
    this.#close()
    return this.#builder.build()
  }

  #close(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const { body } = this.#manner
    const isHeading =
      open.kind === 'paragraph' &&
      (open.first.size > 1.12 * body || /^[^\p{Ll}]{4,}$/u.test(open.text)) &&
      looksLikeHeading(open.text)
    this.#emit(isHeading ? 'heading' : open.kind, open.text)
  }

  #emit(kind: BlockKind, text: string): void {
    const content = text.trim()
    if (content === '') return
    if (
      this.#carried === kind &&
      (kind === 'paragraph' || kind === 'list-item') &&
      /^[\p{Ll}(]/u.test(content) &&
      !bullet.test(content)
    ) {
      this.#builder.extend(` ${content}`)
    } else this.#builder.add(kind, content)
    const mayGoOn = (kind === 'paragraph' || kind === 'list-item') && !ends.test(content)
    this.#carried = mayGoOn ? kind : undefined
    if (kind === 'title') this.#hasTitle = true
  }

  #kindOf(line: Line, isFirstPage: boolean): BlockKind {
    const { body, title } = this.#manner
    if (line.isMono) return 'preformatted'
    if (isFirstPage && !this.#hasTitle && title > 0 && line.size >= 0.95 * title) return 'title'
    if (bullet.test(line.text)) return 'list-item'
    if (/^(?:figure|fig\.|table|exhibit)\s+\d+/i.test(line.text)) return 'caption'
    if (line.size < 0.88 * body && /^\d{1,3}\s?\S/.test(line.text)) return 'footnote'
    return 'paragraph'
  }

  #goesOn(open: OpenBlock, line: Line, right: number): boolean {
    const { leading, body } = this.#manner
    const { last, first, kind } = open
    if (line.isMono !== last.isMono) return false
    if (Math.abs(line.size - last.size) > 0.12 * last.size) return false
    if (line.y - last.y > Math.max(1.3, 1.18 * leading) * last.size) return false
    if (kind === 'preformatted' || kind === 'title') return true
    if (bullet.test(line.text)) return false
    if (kind === 'list-item') return line.x > first.x + 0.3 * body
    if (kind === 'caption' && ends.test(last.text)) return false
    const width = right - first.x
    const wasFull = last.right > right - 0.2 * width
    if (!wasFull && (ends.test(last.text) || isShortLine(last, width))) return false
    // A first line that is set in begins a paragraph.
    return !(line.x > last.x + 0.9 * body && line.x > first.x && wasFull)
  }
}

/** A line that stops well before the edge though the next word would have had room: the end of something. */
function isShortLine(line: Line, width: number): boolean {
  return line.right - line.x < 0.6 * width
}

function mannerOf(pages: readonly SegmentedPage[]): Manner {
  const segments = pages.flatMap((page) => page.segments)
  const body = commonestSize(segments)
  const gaps: number[] = []
  for (const page of pages) {
    const sorted = page.segments.toSorted((a, b) => a.y - b.y)
    sorted.forEach((segment, i) => {
      const next = sorted
        .slice(i + 1, i + 6)
        .find(({ x, y }) => Math.abs(x - segment.x) < 2 && y > segment.y + 1)
      if (next && next.y - segment.y < 2.2 * segment.size)
        gaps.push((next.y - segment.y) / segment.size)
    })
  }
  const largest = Math.max(
    0,
    ...(pages[0]?.segments ?? [])
      .filter(({ text }) => /\p{L}{3}/u.test(text))
      .map(({ size }) => size),
  )
  return {
    body,
    leading: gaps.length > 0 ? median(gaps) : 1.2,
    title: largest > 1.25 * body ? largest : 0,
    vocabulary: vocabularyOf(segments.map(({ text }) => text)),
  }
}

/** By characters, to the half point. */
function commonestSize(
  segments: readonly { readonly size: number; readonly text: string }[],
): number {
  const weights = new Map<number, number>()
  for (const { size, text } of segments) {
    const rounded = Math.round(size * 2) / 2
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length)
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}
