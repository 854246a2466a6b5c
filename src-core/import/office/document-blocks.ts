import type { BlockKind } from '../../model/source-text'

/** A paragraph or row of a word processor's document, with what its look says. */
export interface DocumentBlock {
  readonly kind: BlockKind
  readonly text: string
  /** Size of most of its type in points; 0 where nothing states it. */
  readonly size: number
}

/** Puts paragraphs, cells and rows together, however deep tables and text boxes are nested. */
export class DocumentCollector {
  readonly blocks: DocumentBlock[] = []
  /** How many blocks stood before each end of a section: a document made from paper has one a page. */
  readonly sectionEnds: number[] = []
  readonly #cells: OpenCell[] = []
  readonly #rows: OpenRow[] = []

  paragraph(block: DocumentBlock): void {
    const text = tidy(block.text)
    if (text === '') return
    const cell = this.#cells.at(-1)
    if (cell) cell.blocks.push({ ...block, text })
    else this.blocks.push({ ...block, text })
  }

  endSection(): void {
    this.sectionEnds.push(this.blocks.length)
  }

  openRow(): void {
    this.#rows.push({ cells: [] })
  }

  openCell(): void {
    this.#cells.push({ blocks: [] })
  }

  closeCell(): void {
    const cell = this.#cells.pop()
    if (cell) this.#rows.at(-1)?.cells.push(cell)
  }

  /** A row of one cell, or of cells that hold pages of text, lays out the page: its paragraphs stand for themselves. */
  closeRow(): void {
    const filled = (this.#rows.pop()?.cells ?? []).filter(({ blocks }) => blocks.length > 0)
    const texts = filled.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'))
    const isLayout = filled.length < 2 || texts.some((text) => text.length > 3000)
    const into = this.#cells.at(-1)?.blocks ?? this.blocks
    if (isLayout) for (const { blocks } of filled) for (const block of blocks) into.push(block)
    else into.push({ kind: 'table-row', text: texts.join(' | '), size: 0 })
  }
}

interface OpenCell {
  readonly blocks: DocumentBlock[]
}

interface OpenRow {
  readonly cells: OpenCell[]
}

/** White space as it is seen; marks that nobody sees are taken out. */
function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
