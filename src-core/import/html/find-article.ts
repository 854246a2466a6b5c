import { closest, type HtmlElement, type HtmlPage } from './html-tree'
import type { PageMeasures } from './measure-page'
import { serialiseForFinder } from './serialise-for-finder'

/** Says which of a page's elements an article finder keeps, by the numbers in their `data-gnomon` attributes; null where it finds none. */
export type FindArticle = (html: string) => readonly number[] | null

/** Above these the finder, which is not linear, is not asked. Each character reference is a node to its parser. */
const maxFinderElements = 20_000
const maxFinderDepth = 200
const maxFinderLength = 4_000_000
const maxFinderReferences = 20_000

/**
 * The smallest element that holds the whole article. Two opinions, the page's own marks (`main`, `article`) with text density, and an
 * article finder's; where they differ, the element that holds both: a line of furniture too much does less harm than a lost table.
 */
export function findArticleRoot(
  page: HtmlPage,
  measures: PageMeasures,
  findArticle: FindArticle,
): HtmlElement {
  const own = densestElement(page, measures)
  if (page.elements.length > maxFinderElements || isDeep(page)) return own
  const html = serialiseForFinder(page, measures)
  if (html.length > maxFinderLength || html.split('&').length > maxFinderReferences) return own
  const kept = findArticle(html) ?? []
  const found = commonAncestor(
    kept.flatMap((index) => {
      const element = page.elements[index]
      return element && measures.chrome[index] === 0 ? [element] : []
    }),
  )
  return found ? (commonAncestor([own, found]) ?? own) : own
}

/** Goes down from the root as long as one child holds nearly all of the text that is not links. */
function densestElement({ root, elements }: HtmlPage, measures: PageMeasures): HtmlElement {
  const prose = ({ index }: HtmlElement) =>
    measures.chrome[index] === 1
      ? 0
      : (measures.text[index] ?? 0) - 0.8 * (measures.linked[index] ?? 0)
  const marked = elements.filter(isMarkedArticle).sort((a, b) => prose(b) - prose(a))[0]
  let at = marked && prose(marked) > 0.5 * prose(root) ? marked : root
  for (;;) {
    const children = at.children.filter((child) => typeof child !== 'string')
    const heaviest = children.reduce<HtmlElement | undefined>(
      (best, child) => (!best || prose(child) > prose(best) ? child : best),
      undefined,
    )
    if (!heaviest || !isContainer(heaviest) || prose(heaviest) < 0.9 * prose(at)) return at
    at = heaviest
  }
}

function isMarkedArticle({ tag, attributes }: HtmlElement): boolean {
  return (
    tag === 'article' ||
    tag === 'main' ||
    attributes.get('role') === 'main' ||
    attributes.get('itemprop') === 'articleBody'
  )
}

function isContainer({ tag }: HtmlElement): boolean {
  return ['html', 'body', 'div', 'main', 'article', 'section', 'form', 'center'].includes(tag)
}

function isDeep({ elements }: HtmlPage): boolean {
  const depth = new Int32Array(elements.length)
  return elements.some(({ index, parent }) => {
    depth[index] = parent ? (depth[parent.index] ?? 0) + 1 : 0
    return (depth[index] ?? 0) > maxFinderDepth
  })
}

function commonAncestor(elements: readonly HtmlElement[]): HtmlElement | null {
  const [first, ...rest] = elements
  if (!first) return null
  let common: HtmlElement | null = first
  for (const element of rest) {
    const above = new Set<HtmlElement>()
    for (let at: HtmlElement | null = element; at; at = at.parent) above.add(at)
    common = common && closest(common, (candidate) => above.has(candidate))
  }
  return common
}
