import type { HtmlElement } from './html-tree'

const droppedTags = new Set(
  'script style noscript template svg math iframe object embed canvas audio video picture map nav aside button input select option textarea dialog head title meta link'.split(
    ' ',
  ),
)
const droppedRoles = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist'.split(
    ' ',
  ),
)

/** Words in class and id that name page furniture. */
const furniture =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|newsletter|subscri(?:be|ption)|sharing|share(?:-(?:bar|buttons?|links?|icons?))?|social(?:-\w+)*|related(?:-(?:posts?|articles?|stories|content|links?|news))?|recommend(?:ed|ations?)|breadcrumbs?|sidebar|popup|modal|advert(?:s|ise\w*)?|ads?|sponsor(?:ed)?|promo(?:tion)?s?|comments?|disqus|pagination|pager|navbar|navigation|menu|skip-(?:link|nav|to-\w+)|site-(?:header|footer)|usa-banner|toolbar|language-(?:switcher|link)|visually-hidden|sr-only|screen-reader-text|author-(?:bio|box)|most-(?:read|popular)|trending|feedback)(?:$|[\s_-])/i

/** What may be longer than the article and is still no part of it. */
const longFurniture =
  /(?:^|[\s_-])(?:cookie-?(?:s|banner|consent|notice|policy|bar|dialog)?|consent|gdpr|onetrust|comments(?:-(?:area|list|section|container))?|comment-list|disqus(?:-thread)?)(?:$|[\s_-])/i

/** Content that a click unfolds is hidden in a saved page and still part of the article. */
const folded = /accordion|collaps|tab-?pane|tab-?content|expand|toggle|details|panel|spoiler/i

/**
 * Whether an element is never read: program, page furniture, or hidden. `share` is its part of the page's text (0..1): what its class calls
 * furniture but holds much of the text is a wrapper ("has-sidebar"), not furniture.
 */
export function isChrome(element: HtmlElement, share: number): boolean {
  if (droppedTags.has(element.tag)) return element.tag !== 'aside' || share < 0.3
  if (element.tag === 'footer' || element.tag === 'header') return isPageBand(element, share)
  const { attributes } = element
  if (attributes.size === 0) return false
  const role = attributes.get('role')
  if (role !== undefined && droppedRoles.has(role) && share < 0.3) return true
  const names = wordsOf(`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`)
  if (isHidden(attributes) && !folded.test(names) && share < 0.5) return true
  if (!isBlock(element.tag)) return false
  return (share < 0.3 && furniture.test(names)) || (share < 0.7 && longFurniture.test(names))
}

/** "cookieBanner" in the form "cookie-Banner". */
function wordsOf(names: string): string {
  return names.replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** A header or footer of the page, not one that holds the article's own headline or much of its text. */
function isPageBand(element: HtmlElement, share: number): boolean {
  if (share >= 0.3) return false
  if (element.tag === 'footer') return true
  return !holdsHeadline(element)
}

function holdsHeadline(element: HtmlElement): boolean {
  const open: HtmlElement[] = [element]
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.tag === 'h1' || at.tag === 'time') return true
    for (const child of at.children) if (typeof child !== 'string') open.push(child)
  }
  return false
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return (
    (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') ||
    attributes.get('aria-hidden') === 'true' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get('style') ?? '')
  )
}

function isBlock(tag: string): boolean {
  return ![
    'a',
    'span',
    'b',
    'i',
    'em',
    'strong',
    'code',
    'body',
    'html',
    'main',
    'article',
    'td',
    'tr',
    'th',
    'table',
    'tbody',
  ].includes(tag)
}
