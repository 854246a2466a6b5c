import type { BlockKind, SourceText } from '../../model/source-text'
import { SourceBuilder } from '../source-builder'
import { looksLikeHeading } from '../text/split-paragraphs'
import { partsOf, type Line, type RegionPart } from './find-tables'
import { joinLines } from './join-lines'
import { mannerOf, type Manner } from './manner'
import { readingOrder } from './reading-order'
import type { SegmentedPage } from './running-heads'

interface OpenBlock {
  readonly kind: BlockKind
  readonly text: string
  readonly first: Line
  readonly last: Line
}

interface PageBlock {
  readonly kind: BlockKind
  readonly text: string
  readonly size: number
}

const bullet =
  /^[-–—•‣▪●◦·*\u25a0\u25a1\u2610\u2611\uf0b7\uf0a7] ?(?=\S)|^o (?=\S)|^\d{1,2}[.)] |^\(\d{1,2}\) |^\(?[a-z][.)] /
/** A line of a table of contents. */
const leaders = /(?:\s?[.…]){4,}\s*\d{1,4}$/
const ends = /[.!?:;。！？]["'”’)\]]*\d{0,3}$/

/** Pages to one text in reading order: paragraphs whole over lines, columns and pages, with the page of every part known. */
export function composePdf(pages: readonly SegmentedPage[]): SourceText {
  const manner = mannerOf(pages)
  const builder = new SourceBuilder()
  let goesOn: BlockKind | undefined
  let hasTitle = false
  pages.forEach((page, i) => {
    const composer = new PageComposer(manner, i === 0 && !hasTitle)
    for (const region of readingOrder(page.segments)) {
      const right = Math.max(...region.map((segment) => segment.right))
      for (const part of partsOf(region)) composer.add(part, right)
      composer.endRegion()
    }
    for (const { kind, text } of footnotesFirst(composer.blocks, manner)) {
      if (goesOn === kind && /^[\p{Ll}(]/u.test(text) && !bullet.test(text))
        builder.extend(joinLines('…', text, manner.vocabulary).slice(1))
      else builder.add(kind, text)
      const mayGoOn = (kind === 'paragraph' || kind === 'list-item') && !ends.test(text)
      goesOn = mayGoOn ? kind : undefined
      hasTitle ||= kind === 'title'
    }
    builder.endPage(i + 1)
  })
  return builder.build()
}

/** Notes at the foot of a page step before a paragraph that goes on overleaf, so that it is read in one piece. */
function footnotesFirst(blocks: readonly PageBlock[], { body }: Manner): readonly PageBlock[] {
  let from = blocks.length
  while (from > 0 && (blocks[from - 1]?.size ?? body) < 0.93 * body) from--
  const last = blocks[from - 1]
  if (from === blocks.length || !last) return blocks
  const notes = blocks
    .slice(from)
    .map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'footnote' as const } : block))
  return ends.test(last.text)
    ? [...blocks.slice(0, from), ...notes]
    : [...blocks.slice(0, from - 1), ...notes, last]
}

class PageComposer {
  readonly blocks: PageBlock[] = []
  readonly #manner: Manner
  readonly #mayHaveTitle: boolean
  #open: OpenBlock | undefined

  constructor(manner: Manner, mayHaveTitle: boolean) {
    this.#manner = manner
    this.#mayHaveTitle = mayHaveTitle
  }

  add(part: RegionPart, right: number): void {
    if (part.type === 'row') {
      this.endRegion()
      const cells = part.row.cells.map((lines) =>
        lines.reduce((text, line) => joinLines(text, line, this.#manner.vocabulary), ''),
      )
      this.#keep('table-row', cells.join(' | '), this.#manner.body)
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
    this.endRegion()
    this.#open = { kind: this.#kindOf(line), text: line.text, first: line, last: line }
  }

  /** A paragraph may go on in the next column: that is judged by its first line, as across pages. */
  endRegion(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const isHeading = open.kind === 'paragraph' && this.#isHeading(open)
    this.#keep(isHeading ? 'heading' : open.kind, open.text, open.first.size)
  }

  #keep(kind: BlockKind, text: string, size: number): void {
    const content = text.trim()
    // Rules and ornaments drawn as characters.
    if (/[\p{L}\p{N}]/u.test(content)) this.blocks.push({ kind, text: content, size })
  }

  /** Larger than running text, in another font than it, or all in capitals. */
  #isHeading({ first, last, text }: OpenBlock): boolean {
    const { body, font } = this.#manner
    if (!looksLikeHeading(text)) return false
    const isOneLine = first === last
    return (
      first.size > 1.12 * body ||
      /^[^\p{Ll}]{4,}$/u.test(text) ||
      (isOneLine &&
        first.font !== font &&
        first.size >= 0.95 * body &&
        /^[\p{Lu}\p{N}]/u.test(text))
    )
  }

  #kindOf(line: Line): BlockKind {
    const { body, title } = this.#manner
    const hasTitle = this.blocks.some(({ kind }) => kind === 'title')
    if (this.#mayHaveTitle && !hasTitle && title > 0 && line.size >= 0.95 * title) return 'title'
    if (bullet.test(line.text) || leaders.test(line.text)) return 'list-item'
    if (line.isMono) return 'preformatted'
    if (/^(?:figure|fig\.|table|exhibit)\s+\d+/i.test(line.text)) return 'caption'
    if (line.size < 0.88 * body && /^\d{1,3}\s?\S/.test(line.text)) return 'footnote'
    return 'paragraph'
  }

  #goesOn({ first, last, kind }: OpenBlock, line: Line, right: number): boolean {
    const { leading, body } = this.#manner
    const step = (line.y - last.y) / last.size
    if (Math.abs(line.size - last.size) > 0.12 * last.size) return false
    if (kind === 'preformatted') return line.isMono && step < 2.5 && !/^[•o] /.test(line.text)
    if (step > Math.max(1.3, 1.18 * leading)) return false
    if (kind === 'title') return true
    if (bullet.test(line.text) || leaders.test(line.text) || leaders.test(last.text)) return false
    if (kind === 'list-item') return line.x > first.x + 0.3 * body
    if (line.isMono !== last.isMono || isOtherFont(first, last, line)) return false
    if (kind === 'caption' && ends.test(last.text)) return false
    const width = right - first.x
    const wasFull = last.right > right - 0.2 * width
    if (!wasFull && (ends.test(last.text) || isShort(last, width))) return false
    // A first line that is set in begins a paragraph.
    return !(line.x > last.x + 0.9 * body && line.x > first.x && wasFull)
  }
}

/** A headline directly above its paragraph: one short line in a font of its own. */
function isOtherFont(first: Line, last: Line, line: Line): boolean {
  return (
    first === last &&
    last.font !== line.font &&
    looksLikeHeading(last.text) &&
    last.right < line.right
  )
}

/** A line that stops well before the edge: the end of something. */
function isShort(line: Line, width: number): boolean {
  return line.right - line.x < 0.6 * width
}
