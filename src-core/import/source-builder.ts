import type { Block, BlockKind, Page, SourceText } from '../model/source-text'

/** Lays pieces of text one after another and keeps where each lies. For formats whose text is composed, not stored as it is. */
export class SourceBuilder {
  readonly #parts: string[] = []
  readonly #blocks: Block[] = []
  readonly #pages: Page[] = []
  #length = 0
  #last: BlockKind | undefined

  get length(): number {
    return this.#length
  }

  /** `text` must be trimmed and not empty. Lists and tables are set tight, everything else stands apart by an empty line. Returns where it begins. */
  add(kind: BlockKind, text: string): number {
    if (this.#length > 0) this.#append(this.#last === kind && isTight(kind) ? '\n' : '\n\n')
    const start = this.#length
    this.#append(text)
    this.#blocks.push({ kind, start, end: this.#length })
    this.#last = kind
    return start
  }

  /** Continues the last block, as a paragraph that runs over a page break does. */
  extend(text: string): void {
    const last = this.#blocks.pop()
    if (!last) throw new Error('Nothing to extend')
    this.#append(text)
    this.#blocks.push({ ...last, end: this.#length })
  }

  /** Everything added since the last page, or since the start, lies on this one. */
  endPage(number: number): void {
    const start = this.#pages.at(-1)?.end ?? 0
    this.#pages.push({ number, start, end: this.#length })
  }

  build(): SourceText {
    return { text: this.#parts.join(''), pages: this.#pages, blocks: this.#blocks }
  }

  #append(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

function isTight(kind: BlockKind): boolean {
  return kind === 'list-item' || kind === 'table-row'
}
