import type { BlockKind } from '../../model/source-text'
import type { XmlAttributes, XmlVisitor } from '../xml/scan-xml'
import type { DocumentCollector } from './document-blocks'

const skipped = new Set([
  'annotation',
  'tracked-changes',
  'note-citation',
  'tracked-change',
  'title',
  'desc',
])

interface OpenParagraph {
  readonly parts: string[]
  readonly kind: BlockKind
}

/** Walks `content.xml` and hands over paragraphs and rows; notes come after the text that they belong to. */
export class OdtVisitor implements XmlVisitor {
  readonly #collector: DocumentCollector
  readonly #paragraphs: OpenParagraph[] = []
  readonly #notes: string[] = []
  #skipping = 0
  #lists = 0
  #inNote = 0

  constructor(collector: DocumentCollector) {
    this.#collector = collector
  }

  open(name: string, attributes: XmlAttributes): void {
    if (skipped.has(name)) this.#skipping += 1
    if (this.#skipping > 0) return
    if (name === 'p' || name === 'h')
      this.#paragraphs.push({ parts: [], kind: this.#kindOf(name, attributes) })
    else if (name === 'table') this.#collector.openTable()
    else if (name === 'table-row') this.#collector.openRow()
    else if (name === 'table-cell') this.#collector.openCell()
    else if (name === 'list-item') this.#lists += 1
    else if (name === 'note-body') this.#inNote += 1
    else if (name === 's') this.#add(' ')
    else if (name === 'tab') this.#add(' ')
    else if (name === 'line-break') this.#add('\n')
  }

  close(name: string): void {
    if (skipped.has(name)) {
      this.#skipping = Math.max(0, this.#skipping - 1)
      return
    }
    if (this.#skipping > 0) return
    if (name === 'p' || name === 'h') this.#closeParagraph()
    else if (name === 'table-cell') this.#collector.closeCell()
    else if (name === 'table') this.#collector.closeTable()
    else if (name === 'list-item') this.#lists = Math.max(0, this.#lists - 1)
    else if (name === 'note-body') this.#inNote = Math.max(0, this.#inNote - 1)
  }

  text(text: string): void {
    if (this.#skipping === 0) this.#add(text)
  }

  finish(): void {
    for (const text of this.#notes.splice(0))
      this.#collector.paragraph({ kind: 'footnote', text, size: 0 })
  }

  #add(text: string): void {
    this.#paragraphs.at(-1)?.parts.push(text)
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const text = paragraph.parts.join('')
    if (this.#inNote > 0) this.#notes.push(text)
    else this.#collector.paragraph({ kind: paragraph.kind, text, size: 0 })
  }

  #kindOf(name: string, attributes: XmlAttributes): BlockKind {
    if (name === 'h') return 'heading'
    const style = attributes.get('style-name') ?? ''
    if (/^title$/i.test(style)) return 'title'
    if (/^(?:subtitle|heading)/i.test(style)) return 'heading'
    if (/^(?:caption|illustration|table_20_caption)/i.test(style)) return 'caption'
    if (/^(?:quotations)/i.test(style)) return 'quotation'
    if (/^preformatted/i.test(style)) return 'preformatted'
    return this.#lists > 0 ? 'list-item' : 'paragraph'
  }
}
