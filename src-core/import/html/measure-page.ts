import type { HtmlElement, HtmlPage } from './html-tree'
import { isChrome } from './is-chrome'

/** How much text each element of a page holds, by `HtmlElement.index`; furniture counts for nothing. */
export interface PageMeasures {
  /** Characters of text, chrome left out. */
  readonly text: Int32Array
  /** Of these, characters inside links. */
  readonly linked: Int32Array
  /** 1: not to be read, with all below it. */
  readonly chrome: Uint8Array
}

/** Linear: parents stand before their children, so one pass forwards and one back suffice. */
export function measurePage({ elements }: HtmlPage): PageMeasures {
  const all = new Int32Array(elements.length)
  for (const element of elements) all[element.index] = ownText(element)
  addToParents(elements, all)
  const total = Math.max(1, all[0] ?? 1)

  const chrome = new Uint8Array(elements.length)
  const inLink = new Uint8Array(elements.length)
  const text = new Int32Array(elements.length)
  const linked = new Int32Array(elements.length)
  for (const element of elements) {
    const { index, parent } = element
    const above = parent ? chrome[parent.index] === 1 : false
    chrome[index] = above || isChrome(element, (all[index] ?? 0) / total) ? 1 : 0
    inLink[index] = element.tag === 'a' || (parent && inLink[parent.index] === 1) ? 1 : 0
    if (chrome[index] === 1) continue
    text[index] = ownText(element)
    linked[index] = inLink[index] === 1 ? (text[index] ?? 0) : 0
  }
  addToParents(elements, text)
  addToParents(elements, linked)
  return { text, linked, chrome }
}

function ownText(element: HtmlElement): number {
  if (element.tag === 'script' || element.tag === 'style') return 0
  let length = 0
  for (const child of element.children)
    if (typeof child === 'string') length += visibleLength(child)
  return length
}

/** Length without leading and trailing white space: indentation is not text. */
function visibleLength(text: string): number {
  return text.trim().length
}

function addToParents(elements: readonly HtmlElement[], sums: Int32Array): void {
  for (let i = elements.length - 1; i > 0; i--) {
    const parent = elements[i]?.parent
    if (parent) sums[parent.index] = (sums[parent.index] ?? 0) + (sums[i] ?? 0)
  }
}
