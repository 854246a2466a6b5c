import type { BlockKind } from '../../model/source-text'
import { textOf, type HtmlElement, type HtmlNode } from './html-tree'
import type { PageMeasures } from './measure-page'

export interface CollectedBlock {
  readonly kind: BlockKind
  readonly text: string
}

const inlineTags = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** What a block is by the nearest of these around it. */
const kindByTag: ReadonlyMap<string, BlockKind> = new Map([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'list-item'],
  ['dd', 'list-item'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['pre', 'preformatted'],
  ['blockquote', 'quotation'],
])

/** Text blocks below `root` in document order, furniture left out. Without recursion but for cells of tables of data, which hold none. */
export function collectBlocks(root: HtmlElement, measures: PageMeasures): CollectedBlock[] {
  const collector = new BlockCollector()
  const open: (HtmlNode | { readonly leave: HtmlElement })[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') collector.text(node)
    else if ('leave' in node) collector.leave(node.leave)
    else if (measures.chrome[node.index] === 0) {
      if (isMenu(node, measures)) continue
      if (node.tag === 'tr' && isDataRow(node, measures)) {
        collector.row(cellsOf(node).map((cell) => cellText(cell, measures)))
        continue
      }
      if (!collector.enter(node)) continue
      open.push({ leave: node })
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child !== undefined) open.push(child)
      }
    }
  }
  return collector.finish()
}

class BlockCollector {
  readonly #blocks: CollectedBlock[] = []
  readonly #kinds: BlockKind[] = []
  readonly #parts: string[] = []

  text(text: string): void {
    this.#parts.push(
      this.#kinds.at(-1) === 'preformatted' ? text : text.replace(/[\s\u00a0]+/g, ' '),
    )
  }

  /** False where nothing below the element is to be visited. */
  enter(element: HtmlElement): boolean {
    const { tag } = element
    if (tag === 'br') this.#parts.push('\n')
    if (tag === 'br' || tag === 'img') return false
    if (inlineTags.has(tag)) return true
    this.#flush()
    const kind = isFootnote(element) ? 'footnote' : kindByTag.get(tag)
    if (kind) this.#kinds.push(kind)
    return true
  }

  leave(element: HtmlElement): void {
    if (inlineTags.has(element.tag)) return
    this.#flush()
    if (isFootnote(element) || kindByTag.has(element.tag)) this.#kinds.pop()
  }

  row(cells: readonly string[]): void {
    this.#flush()
    const text = cells.join(' | ').replace(/^(?:[\s|]*\|)?\s*|\s*(?:\|[\s|]*)?$/g, '')
    if (text !== '') this.#blocks.push({ kind: 'table-row', text })
  }

  finish(): CollectedBlock[] {
    this.#flush()
    return this.#blocks
  }

  #flush(): void {
    if (this.#parts.length === 0) return
    const kind = this.#kinds.at(-1) ?? 'paragraph'
    const whole = this.#parts.join('').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    this.#parts.length = 0
    if (kind === 'preformatted') {
      const text = whole.replace(/\r\n?/g, '\n').replace(/^\s*\n|\s+$/g, '')
      if (/\S/.test(text)) this.#blocks.push({ kind, text: text.trim() })
      return
    }
    // Two line breaks in a row are how older pages part paragraphs.
    for (const part of whole.split(/ *\n *\n\s*/)) {
      const text = part
        .replace(/ *\n */g, '\n')
        .replace(/ {2,}/g, ' ')
        .trim()
      if (text !== '') this.#blocks.push({ kind, text })
    }
  }
}

/** A row of data, not of a table that lays out the page: two cells or more, none of them a page of its own. */
function isDataRow(row: HtmlElement, measures: PageMeasures): boolean {
  const cells = cellsOf(row)
  if (cells.length < 2) return false
  return cells.every((cell) => {
    const isLong = (measures.text[cell.index] ?? 0) > 3000
    return !isLong && !holds(cell, ['table', 'h1', 'h2', 'article'])
  })
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter(
    (child): child is HtmlElement =>
      typeof child !== 'string' && (child.tag === 'td' || child.tag === 'th'),
  )
}

/** Paragraphs and items of a cell stand on lines of their own. */
function cellText(cell: HtmlElement, measures: PageMeasures): string {
  return collectBlocks(cell, measures)
    .map(({ text }) => text)
    .join('\n')
}

function holds(element: HtmlElement, tags: readonly string[]): boolean {
  const open: HtmlElement[] = [element]
  for (let at = open.pop(); at; at = open.pop()) {
    if (at !== element && tags.includes(at.tag)) return true
    for (const child of at.children) if (typeof child !== 'string') open.push(child)
  }
  return false
}

function isFootnote({ attributes }: HtmlElement): boolean {
  const role = attributes.get('role')
  return (
    role === 'doc-footnote' ||
    role === 'doc-endnote' ||
    /(?:^|\s)footnotes?(?:\s|$)/.test(attributes.get('class') ?? '')
  )
}

/** A list of short links and nothing else, and none that holds a figure: a menu. Lists of addresses and hashes hold figures. */
function isMenu(element: HtmlElement, measures: PageMeasures): boolean {
  if (element.tag !== 'ul' && element.tag !== 'ol') return false
  const text = measures.text[element.index] ?? 0
  const linked = measures.linked[element.index] ?? 0
  const items = element.children.filter((child) => typeof child !== 'string')
  if (items.length < 4 || linked < 0.85 * text || text > items.length * 28) return false
  return !items.some((item) => /\d|\[\.\]|hxxp/.test(textOf(item)))
}
