import { decodeEntities } from './decode-entities'
import type { HtmlElement, HtmlNode, HtmlPage } from './html-tree'

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[]
}

const voidTags = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
/** Their content is no markup; it ends only at their own end tag. */
const rawTags = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))
const ignoredContent = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes'])
const closesParagraph = new Set(
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul'.split(
    ' ',
  ),
)
/** An element whose end tag is often left out, what ends it, and how far up to look for it. */
const impliedEnds: ReadonlyMap<
  string,
  { readonly ends: readonly string[]; readonly within: readonly string[] }
> = new Map([
  ['li', { ends: ['li'], within: ['ul', 'ol', 'menu'] }],
  ['dt', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['dd', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['tr', { ends: ['tr', 'td', 'th'], within: ['table'] }],
  ['td', { ends: ['td', 'th'], within: ['tr', 'table'] }],
  ['th', { ends: ['td', 'th'], within: ['tr', 'table'] }],
  ['thead', { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] }],
  ['tbody', { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] }],
  ['tfoot', { ends: ['thead', 'tbody', 'tfoot'], within: ['table'] }],
  ['option', { ends: ['option'], within: ['select'] }],
  ['body', { ends: ['head'], within: ['html'] }],
])
/** Stray end tags inside a cell must not close what is around the table. */
const scopes = new Set(['td', 'th', 'table', 'caption'])

const tagAt = /<(\/?)([A-Za-z][^\s/>]*)/y
const attributeAt = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y

/**
 * HTML to a tree, forgiving as browsers are, in one pass and without recursion: a page nested a hundred thousand deep costs no more than
 * a flat one. Comments, scripts and styles are left out; `script` elements of type JSON-LD keep their text, for the metadata.
 */
export function parseHtml(html: string): HtmlPage {
  const builder = new TreeBuilder()
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next < 0) {
      builder.text(html.slice(at))
      break
    }
    if (next > at) builder.text(html.slice(at, next))
    at = readMarkup(html, next, builder)
  }
  return builder.finish()
}

/** Reads what begins with "<" at `at`; returns where it ends. */
function readMarkup(html: string, at: number, builder: TreeBuilder): number {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 4)
  if (html.startsWith('<![CDATA[', at)) {
    const end = html.indexOf(']]>', at)
    builder.rawText(html.slice(at + 9, end < 0 ? undefined : end))
    return end < 0 ? html.length : end + 3
  }
  if (html[at + 1] === '!' || html[at + 1] === '?') return after(html, '>', at + 2)
  tagAt.lastIndex = at
  const tag = tagAt.exec(html)
  if (!tag) {
    builder.text('<')
    return at + 1
  }
  const name = (tag[2] ?? '').toLowerCase()
  if (tag[1] === '/') {
    builder.close(name)
    return after(html, '>', tagAt.lastIndex)
  }
  const { attributes, end, isClosed } = readAttributes(html, tagAt.lastIndex)
  builder.open(name, attributes, isClosed)
  return rawTags.has(name) && !isClosed ? readRaw(html, end, name, attributes, builder) : end
}

function readAttributes(
  html: string,
  from: number,
): { attributes: Map<string, string>; end: number; isClosed: boolean } {
  const attributes = new Map<string, string>()
  let at = from
  for (;;) {
    attributeAt.lastIndex = at
    const match = attributeAt.exec(html)
    if (!match) break
    const name = (match[1] ?? '').toLowerCase()
    if (!attributes.has(name))
      attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''))
    at = attributeAt.lastIndex
  }
  const close = html.indexOf('>', at)
  const end = close < 0 ? html.length : close + 1
  return {
    attributes,
    end,
    isClosed: html[end - 2] === '/' && /\s|"|'|\w/.test(html[end - 3] ?? ''),
  }
}

function readRaw(
  html: string,
  from: number,
  name: string,
  attributes: ReadonlyMap<string, string>,
  builder: TreeBuilder,
): number {
  const endTag = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  endTag.lastIndex = from
  const close = endTag.exec(html)
  const content = html.slice(from, close?.index)
  const isData = name === 'script' && /ld\+json/i.test(attributes.get('type') ?? '')
  if (isData) builder.rawText(content)
  else if (!ignoredContent.has(name)) builder.text(content)
  builder.close(name)
  return close ? after(html, '>', close.index) : html.length
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

class TreeBuilder {
  readonly #elements: OpenElement[] = []
  readonly #open: OpenElement[] = []
  /** How many elements of a tag are open, so that a stray end tag costs nothing however deep the page. */
  readonly #openCount = new Map<string, number>()

  constructor() {
    this.#push('#document', new Map())
  }

  text(source: string): void {
    this.rawText(decodeEntities(source))
  }

  rawText(text: string): void {
    this.#top().children.push(text)
  }

  open(tag: string, attributes: ReadonlyMap<string, string>, isClosed: boolean): void {
    if (closesParagraph.has(tag) && this.#has('p')) this.#closeWithin(['p'], scopes)
    const implied = impliedEnds.get(tag)
    if (implied?.ends.some((ended) => this.#has(ended)))
      this.#closeWithin(implied.ends, new Set(implied.within))
    // A second html or body tag is an error of the page; browsers merge it.
    if ((tag === 'html' || tag === 'body') && this.#has(tag)) return
    this.#push(tag, attributes)
    if (voidTags.has(tag) || (isClosed && (rawTags.has(tag) || this.#isForeign()))) this.#pop()
  }

  close(tag: string): void {
    if (!this.#has(tag) || tag === 'html' || tag === 'body') return
    const limits = scopes.has(tag) || tag === 'tr' ? new Set<string>() : scopes
    this.#closeWithin([tag], limits)
  }

  finish(): HtmlPage {
    const [root] = this.#elements
    if (!root) throw new Error('A page without a root')
    return { root, elements: this.#elements }
  }

  /** Pops up to and including the outermost of `tags` above the nearest element of `limits`; nothing where there is none. */
  #closeWithin(tags: readonly string[], limits: ReadonlySet<string>): void {
    let at = -1
    for (let i = this.#open.length - 1; i > 0; i--) {
      const { tag } = this.#open[i] ?? { tag: '' }
      if (tags.includes(tag)) at = i
      if (at === i && tags.length === 1) break
      if (limits.has(tag) && at !== i) break
    }
    if (at > 0) while (this.#open.length > at) this.#pop()
  }

  #push(tag: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#open.at(-1) ?? null
    const element: OpenElement = {
      index: this.#elements.length,
      tag,
      attributes,
      parent,
      children: [],
    }
    parent?.children.push(element)
    this.#elements.push(element)
    this.#open.push(element)
    this.#openCount.set(tag, (this.#openCount.get(tag) ?? 0) + 1)
  }

  #pop(): void {
    const element = this.#open.pop()
    if (element) this.#openCount.set(element.tag, (this.#openCount.get(element.tag) ?? 1) - 1)
  }

  #has(tag: string): boolean {
    return (this.#openCount.get(tag) ?? 0) > 0
  }

  /** "<path/>" closes itself inside drawings and formulas only; "<div/>" does not. */
  #isForeign(): boolean {
    return this.#has('svg') || this.#has('math')
  }

  #top(): OpenElement {
    const top = this.#open.at(-1)
    if (!top) throw new Error('The root is never closed')
    return top
  }
}
