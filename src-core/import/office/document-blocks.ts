import type { BlockKind } from '../../model/source-text'
import { readPaperTable } from './paper-table'

/** A paragraph or row of a word processor's document, with what its look says. */
export interface DocumentBlock {
  readonly kind: BlockKind
  readonly text: string
  /** Size of most of its type in points; 0 where nothing states it. */
  readonly size: number
}

/** Where a cell lies in the grid of its table, and how it is drawn. */
export interface CellPlace {
  /** Grid columns that it covers. */
  readonly span: number
  /** Vertically merged: begins a merged cell, or goes on with it. */
  readonly merge?: 'restart' | 'continue'
  /** Ruled by a line of its own at the bottom, at the right. */
  readonly bottom?: boolean
  readonly right?: boolean
}

export interface TableCell {
  readonly blocks: readonly DocumentBlock[]
  readonly place: CellPlace
}

/** Puts paragraphs, cells and rows together, however deep tables and text boxes are nested. */
export class DocumentCollector {
  readonly blocks: DocumentBlock[] = []
  /** How many blocks stood before each end of a section: a document made from paper has one a page. */
  readonly sectionEnds: number[] = []
  readonly #cells: OpenCell[] = []
  readonly #tables: OpenTable[] = []

  paragraph(block: DocumentBlock): void {
    const text = tidy(block.text)
    if (text !== '') this.#add({ ...block, text })
  }

  endSection(): void {
    this.sectionEnds.push(this.blocks.length)
  }

  openTable(): void {
    this.#tables.push({ rows: [] })
  }

  openRow(): void {
    if (this.#tables.length === 0) this.openTable()
    this.#tables.at(-1)?.rows.push([])
  }

  openCell(): void {
    this.#cells.push({ blocks: [], place: { span: 1 } })
  }

  placeCell(place: Partial<CellPlace>): void {
    const cell = this.#cells.at(-1)
    if (cell) cell.place = { ...cell.place, ...place }
  }

  closeCell(): void {
    const cell = this.#cells.pop()
    if (cell) this.#tables.at(-1)?.rows.at(-1)?.push(cell)
  }

  closeTable(): void {
    const rows = this.#tables.pop()?.rows ?? []
    const paper = readPaperTable(rows)
    if (paper) for (const cells of paper) this.#row(cells)
    else
      for (const cells of rows) {
        const filled = cells.filter(({ blocks }) => blocks.length > 0)
        const texts = filled.map(({ blocks }) => blocks.map(({ text }) => text).join('\n'))
        // A row of one cell, or of cells that hold pages of text, lays out the page: its paragraphs stand for themselves.
        if (filled.length < 2 || texts.some((text) => text.length > 3000))
          for (const { blocks } of filled) for (const block of blocks) this.#add(block)
        else this.#row(texts)
      }
  }

  #row(texts: readonly string[]): void {
    if (texts.length > 0) this.#add({ kind: 'table-row', text: texts.join(' | '), size: 0 })
  }

  #add(block: DocumentBlock): void {
    const blocks = this.#cells.at(-1)?.blocks ?? this.blocks
    blocks.push(block)
  }
}

interface OpenCell {
  readonly blocks: DocumentBlock[]
  place: CellPlace
}

interface OpenTable {
  readonly rows: OpenCell[][]
}

/** White space as it is seen; marks that nobody sees are taken out. */
function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
