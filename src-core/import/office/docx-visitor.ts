import type { BlockKind } from '../../model/source-text'
import type { XmlAttributes, XmlVisitor } from '../xml/scan-xml'
import type { DocumentCollector } from './document-blocks'
import type { DocxStyles } from './docx-styles'

/** Taken out by a reviewer, kept for old programs, or a command and not a text. */
const skipped = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'pict-data',
  'binData',
  'posOffset',
  'align',
  'pctWidth',
  'pctHeight',
])

interface OpenParagraph {
  readonly parts: string[]
  kind?: BlockKind
  styleSize: number
  /** Characters by size of their type in half points. */
  readonly sizes: Map<number, number>
}

/** Walks `word/document.xml`, or notes, and hands over paragraphs and rows. */
export class DocxVisitor implements XmlVisitor {
  readonly #collector: DocumentCollector
  readonly #styles: DocxStyles
  /** Notes are of one kind, whatever their style. */
  readonly #always: BlockKind | undefined
  /** Text boxes stand inside paragraphs and hold paragraphs themselves. */
  readonly #paragraphs: OpenParagraph[] = []
  #skipping = 0
  #inText = false
  #inRun = false
  #inParagraphProperties = false
  #inCellProperties = false
  #isHidden = false
  #isSeparator = false
  #size = 0

  constructor(collector: DocumentCollector, styles: DocxStyles, always?: BlockKind) {
    this.#collector = collector
    this.#styles = styles
    this.#always = always
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#skipping > 0 || skipped.has(name)) {
      if (skipped.has(name)) this.#skipping += 1
      return
    }
    if (name === 'p') this.#openParagraph()
    else if (name === 'tbl') this.#collector.openTable()
    else if (name === 'tr') this.#collector.openRow()
    else if (name === 'tc') this.#collector.openCell()
    else if (name === 'r') this.#openRun()
    else if (name === 'pPr') this.#inParagraphProperties = true
    else if (name === 't') this.#inText = true
    else if (name === 'footnote' || name === 'endnote')
      this.#isSeparator = /separator/i.test(attributes.get('type') ?? '')
    else if (name === 'tcPr') this.#inCellProperties = true
    else if (this.#inCellProperties) this.#cellProperty(name, attributes)
    else if (this.#inParagraphProperties) this.#paragraphProperty(name, attributes)
    else if (this.#inRun) this.#runElement(name, attributes)
  }

  close(name: string): void {
    if (skipped.has(name)) {
      this.#skipping = Math.max(0, this.#skipping - 1)
      return
    }
    if (this.#skipping > 0) return
    if (name === 'p') this.#closeParagraph()
    else if (name === 'tc') this.#collector.closeCell()
    else if (name === 'tbl') this.#collector.closeTable()
    else if (name === 'tcPr') this.#inCellProperties = false
    else if (name === 'pPr') this.#inParagraphProperties = false
    else if (name === 'sectPr') this.#collector.endSection()
    else if (name === 't') this.#inText = false
    else if (name === 'r') this.#inRun = false
  }

  text(text: string): void {
    if (this.#skipping > 0 || !this.#inText || this.#isHidden) return
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    paragraph.parts.push(text)
    const size = this.#size > 0 ? this.#size : paragraph.styleSize
    paragraph.sizes.set(size, (paragraph.sizes.get(size) ?? 0) + text.length)
  }

  #openParagraph(): void {
    const normal = this.#styles.get('Normal')?.size ?? 0
    this.#paragraphs.push({ parts: [], styleSize: normal, sizes: new Map() })
    this.#inRun = false
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph || this.#isSeparator) return
    const [size] = [...paragraph.sizes].toSorted((a, b) => b[1] - a[1])[0] ?? [0]
    this.#collector.paragraph({
      kind: this.#always ?? paragraph.kind ?? 'paragraph',
      text: paragraph.parts.join(''),
      size: size / 2,
    })
  }

  #openRun(): void {
    this.#inRun = true
    this.#isHidden = false
    this.#size = 0
  }

  #paragraphProperty(name: string, attributes: XmlAttributes): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    if (name === 'pStyle') {
      const style = this.#styles.get(attributes.get('val') ?? '')
      if (style?.kind && paragraph.kind !== 'list-item') paragraph.kind = style.kind
      if (style?.size !== undefined) paragraph.styleSize = style.size
    } else if (name === 'numPr' && paragraph.kind === undefined) paragraph.kind = 'list-item'
    else if (name === 'outlineLvl' && Number(attributes.get('val')) < 9) paragraph.kind = 'heading'
  }

  #cellProperty(name: string, attributes: XmlAttributes): void {
    const value = attributes.get('val')
    const isDrawn = value !== undefined && value !== 'nil' && value !== 'none'
    if (name === 'gridSpan')
      this.#collector.placeCell({ span: Math.min(1000, Math.max(1, Number(value) || 1)) })
    else if (name === 'vMerge')
      this.#collector.placeCell({ merge: value === 'restart' ? 'restart' : 'continue' })
    else if (name === 'bottom') this.#collector.placeCell({ bottom: isDrawn })
    else if (name === 'right' || name === 'end') this.#collector.placeCell({ right: isDrawn })
  }

  #runElement(name: string, attributes: XmlAttributes): void {
    const parts = this.#paragraphs.at(-1)?.parts
    if (name === 'sz') this.#size = Number(attributes.get('val')) || 0
    else if (name === 'vanish') this.#isHidden = !/^(?:0|false)$/.test(attributes.get('val') ?? '')
    else if (name === 'tab' || name === 'ptab') parts?.push(' ')
    else if (name === 'br' || name === 'cr') parts?.push('\n')
    else if (name === 'noBreakHyphen') parts?.push('-')
    else if (name === 'sym') parts?.push(symbol(attributes.get('char')))
  }
}

/** Symbol fonts lie in the private area; only what stands where it stands in any font is a character. */
function symbol(hex: string | undefined): string {
  const code = parseInt(hex ?? '', 16)
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : ''
}
