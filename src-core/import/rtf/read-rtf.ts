import type { DocumentProperties } from '../office/compose-document'
import { DocumentCollector } from '../office/document-blocks'
import { isHiddenGroup, infoField, specialCharacter, type InfoField } from './rtf-words'
import { RtfScanner } from './rtf-scanner'

export interface RtfDocument {
  readonly collector: DocumentCollector
  readonly properties: DocumentProperties
}

interface Group {
  hidden: boolean
  /** Characters that stand for one `\u` in old programs: so many are skipped after it. */
  fallback: number
  field: InfoField | undefined
  size: number
  isFootnote: boolean
}

/**
 * Rich Text (version 1.9.1): text, tables and footnotes, character sets by code page. `bytes` as one character each, so that code pages can be
 * decoded afterwards by `decode`. Groups are a stack of our own: depth costs memory for a few flags, never the call stack.
 */
export function readRtf(
  raw: string,
  decode: (bytes: readonly number[], codePage: number) => string,
): RtfDocument {
  return new RtfReader(raw, decode).read()
}

class RtfReader {
  readonly #scanner: RtfScanner
  readonly #decode: (bytes: readonly number[], codePage: number) => string
  readonly #collector = new DocumentCollector()
  readonly #info = new Map<InfoField, string>()
  readonly #stack: Group[] = []
  readonly #footnotes: string[] = []
  #group: Group = { hidden: false, fallback: 1, field: undefined, size: 24, isFootnote: false }
  #codePage = 1252
  #pending: number[] = []
  #parts: string[] = []
  #footnote: string[] = []
  #sizes = new Map<number, number>()
  #skip = 0
  #isList = false
  #isHeading = false
  #inTable = false
  #rowOpen = false
  #tableOpen = false

  constructor(raw: string, decode: (bytes: readonly number[], codePage: number) => string) {
    this.#scanner = new RtfScanner(raw)
    this.#decode = decode
  }

  read(): RtfDocument {
    for (let token = this.#scanner.next(); token; token = this.#scanner.next()) {
      if (token.type === 'byte') this.#byte(token.value)
      else {
        this.#settle()
        if (token.type === 'open') this.#stack.push({ ...this.#group })
        else if (token.type === 'close') this.#closeGroup()
        else if (token.type === 'text') this.#text(token.value)
        else this.#word(token.name, token.parameter)
      }
    }
    this.#settle()
    this.#endTable()
    this.#endParagraph()
    for (const text of this.#footnotes)
      this.#collector.paragraph({ kind: 'footnote', text, size: 0 })
    return {
      collector: this.#collector,
      properties: {
        title: this.#info.get('title')?.trim(),
        author: this.#info.get('author')?.trim(),
        publisher: this.#info.get('company')?.trim(),
      },
    }
  }

  #closeGroup(): void {
    const wasFootnote = this.#group.isFootnote
    this.#group = this.#stack.pop() ?? this.#group
    if (wasFootnote && !this.#group.isFootnote)
      this.#footnotes.push(this.#footnote.splice(0).join(''))
  }

  #word(name: string, parameter: number | undefined): void {
    const group = this.#group
    if (name === '*') {
      // What a program may leave out if it does not know it: nothing of that is text.
      group.hidden = true
    } else if (isHiddenGroup(name)) group.hidden = true
    else if (name === 'footnote') group.isFootnote = true
    else if (infoField(name) !== undefined) {
      group.field = infoField(name)
      group.hidden = false
    } else if (name === 'ansicpg') this.#codePage = parameter ?? 1252
    else if (name === 'uc') group.fallback = parameter ?? 1
    else if (name === 'u') this.#unicode(parameter ?? 0)
    else if (name === 'v') group.hidden = parameter !== 0
    else if (name === 'fs') group.size = parameter ?? 24
    else if (name === 'bin') this.#scanner.skip(parameter ?? 0)
    else this.#layout(name, parameter)
  }

  #layout(name: string, parameter: number | undefined): void {
    if (this.#group.hidden) return
    if (name === 'par' || name === 'sect') this.#paragraphMark()
    else if (name === 'page') this.#text('\n')
    else if (name === 'line') this.#text('\n')
    else if (name === 'pard') this.#plainParagraph()
    else if (name === 'ls' || name === 'pnlvlblt') this.#isList = true
    else if (name === 'outlinelevel') this.#isHeading = (parameter ?? 9) < 9
    else if (name === 'intbl') this.#inTable = true
    else if (name === 'cell' || name === 'nestcell') this.#endCell()
    else if (name === 'row' || name === 'nestrow') this.#endRow()
    else {
      const character = specialCharacter(name)
      if (character !== undefined) this.#text(character)
    }
  }

  #unicode(code: number): void {
    this.#text(String.fromCharCode(code < 0 ? code + 0x10000 : code))
    this.#skip = this.#group.fallback
  }

  #byte(value: number): void {
    if (this.#skip > 0) this.#skip -= 1
    else this.#pending.push(value)
  }

  /** Bytes in a row are decoded together: two may be one character. */
  #settle(): void {
    if (this.#pending.length === 0) return
    const text = this.#decode(this.#pending, this.#codePage)
    this.#pending = []
    this.#put(text)
  }

  #text(text: string): void {
    const from = Math.min(this.#skip, text.length)
    this.#skip -= from
    this.#put(from > 0 ? text.slice(from) : text)
  }

  #put(text: string): void {
    const { hidden, field, size, isFootnote } = this.#group
    if (field !== undefined)
      this.#info.set(field, ((this.#info.get(field) ?? '') + text).slice(0, 500))
    else if (hidden) return
    else if (isFootnote) this.#footnote.push(text)
    else {
      this.#parts.push(text)
      this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + text.length)
    }
  }

  /** Rich Text has no tables, only rows: what is not one ends them. */
  #endTable(): void {
    if (this.#tableOpen) this.#collector.closeTable()
    this.#tableOpen = false
    this.#rowOpen = false
  }

  #plainParagraph(): void {
    this.#isList = false
    this.#isHeading = false
    this.#inTable = false
  }

  #paragraphMark(): void {
    if (this.#group.isFootnote) this.#footnote.push('\n')
    else if (this.#inTable) this.#parts.push('\n')
    else {
      this.#endTable()
      this.#endParagraph()
    }
  }

  #endParagraph(): void {
    const [size] = [...this.#sizes].toSorted((a, b) => b[1] - a[1])[0] ?? [0]
    this.#collector.paragraph({
      kind: this.#isHeading ? 'heading' : this.#isList ? 'list-item' : 'paragraph',
      text: this.#parts.splice(0).join(''),
      size: size / 2,
    })
    this.#sizes = new Map()
  }

  #endCell(): void {
    if (!this.#tableOpen) this.#collector.openTable()
    this.#tableOpen = true
    if (!this.#rowOpen) this.#collector.openRow()
    this.#rowOpen = true
    this.#collector.openCell()
    this.#endParagraph()
    this.#collector.closeCell()
  }

  #endRow(): void {
    this.#rowOpen = false
  }
}
