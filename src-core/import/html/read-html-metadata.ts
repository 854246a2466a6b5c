import { parseDate, isoDate } from '../metadata/parse-date'
import { textOf, type HtmlElement, type HtmlPage } from './html-tree'

/** What the page's own head and structured data say; the caller adds what only the text says. */
export interface HtmlMetadata {
  readonly title?: string
  readonly headline?: string
  readonly publisher?: string
  readonly author?: string
  readonly published?: string
  readonly publishedFrom?: string
  readonly language?: string
  readonly sourceUrl?: string
}

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
]

export function readHtmlMetadata({ elements }: HtmlPage): HtmlMetadata {
  const metas = metaContents(elements)
  const data = structuredData(elements)
  const first = (...names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined && value !== '')
  const published = publishedDate(metas, data, elements)
  return definedOnly({
    title:
      first('og:title', 'twitter:title', 'dc.title', 'dcterms.title') ??
      data.headline ??
      titleTag(elements),
    headline: headline(elements),
    publisher:
      first('og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name') ??
      data.publisher,
    author:
      readableName(
        first(
          'author',
          'article:author',
          'dc.creator',
          'dcterms.creator',
          'parsely-author',
          'sailthru.author',
        ),
      ) ?? data.author,
    published: published?.date,
    publishedFrom: published?.from,
    language: language(elements, first('og:locale', 'content-language', 'dc.language')),
    sourceUrl:
      webAddress(linkHref(elements, 'canonical') ?? first('og:url', 'twitter:url')) ??
      savedFrom(elements),
  })
}

/** Drops the absent fields, so that `exactOptionalPropertyTypes` holds. */
function definedOnly(fields: {
  readonly [Name in keyof HtmlMetadata]-?: string | undefined
}): HtmlMetadata {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  )
}

function metaContents(elements: readonly HtmlElement[]): ReadonlyMap<string, string> {
  const contents = new Map<string, string>()
  for (const { tag, attributes } of elements) {
    if (tag !== 'meta') continue
    const name =
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      attributes.get('http-equiv')
    const content = attributes.get('content')?.trim()
    if (name && content && !contents.has(name.toLowerCase()))
      contents.set(name.toLowerCase(), content)
  }
  return contents
}

interface StructuredData {
  readonly headline?: string
  readonly published?: string
  readonly author?: string
  readonly publisher?: string
}

/** schema.org JSON-LD. Read by pattern, not parsed: it is often broken, and only four strings of it matter. */
function structuredData(elements: readonly HtmlElement[]): StructuredData {
  const json = elements
    .filter(({ tag }) => tag === 'script')
    .map(({ children }) => children.filter((child) => typeof child === 'string').join(''))
    .join('\n')
    .slice(0, 200_000)
  const text = (pattern: RegExp) => {
    const value = pattern.exec(json)?.[1]
    return value === undefined ? undefined : unescapeJson(value)
  }
  const headlineText = text(/"headline"\s*:\s*"((?:[^"\\]|\\.)*)"/)
  const published = text(/"datePublished"\s*:\s*"([^"]*)"/)
  const author = text(/"author"\s*:\s*[[{\s]*[^\]}]*?"name"\s*:\s*"((?:[^"\\]|\\.)*)"/)
  const publisher = text(/"publisher"\s*:\s*[[{\s]*[^\]}]*?"name"\s*:\s*"((?:[^"\\]|\\.)*)"/)
  return {
    ...(headlineText !== undefined && { headline: headlineText }),
    ...(published !== undefined && { published }),
    ...(author !== undefined && { author }),
    ...(publisher !== undefined && { publisher }),
  }
}

function unescapeJson(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1')
    .trim()
}

function publishedDate(
  metas: ReadonlyMap<string, string>,
  data: StructuredData,
  elements: readonly HtmlElement[],
): { readonly date: string; readonly from: string } | undefined {
  for (const name of publishedNames) {
    const date = dateOf(metas.get(name))
    if (date) return { date, from: 'meta tag' }
  }
  const structured = dateOf(data.published)
  if (structured) return { date: structured, from: 'structured data' }
  const time = elements.find(
    ({ tag, attributes }) =>
      tag === 'time' &&
      attributes.has('datetime') &&
      (attributes.has('pubdate') ||
        /publish/i.test(`${attributes.get('itemprop') ?? ''} ${attributes.get('class') ?? ''}`)),
  )
  const date = dateOf(time?.attributes.get('datetime'))
  return date ? { date, from: 'time tag' } : undefined
}

/** The first machine-readable time of a page, whatever it stands for: better than a file's name, worse than a dateline. */
export function firstTimeTag({ elements }: HtmlPage): string | undefined {
  const time = elements.find(({ tag, attributes }) => tag === 'time' && attributes.has('datetime'))
  return dateOf(time?.attributes.get('datetime'))
}

function dateOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(value)
  return compact ? isoDate(compact[1], Number(compact[2]), compact[3]) : parseDate(value)
}

function headline(elements: readonly HtmlElement[]): string | undefined {
  const [only, second] = elements
    .filter(({ tag }) => tag === 'h1')
    .map(textOf)
    .filter((text) => text !== '')
  return second === undefined ? only : undefined
}

/** "The article - The site" without the site, where a separator with spaces shows it. */
function titleTag(elements: readonly HtmlElement[]): string | undefined {
  const title = elements.find(({ tag }) => tag === 'title')
  const text = title && textOf(title)
  if (!text) return undefined
  const parts = text.split(/\s+[|–—»·-]\s+/)
  const [longest] = parts.toSorted((a, b) => b.length - a.length)
  return longest && longest.length > text.length * 0.4 && longest.length > 15 ? longest : text
}

function readableName(value: string | undefined): string | undefined {
  return value === undefined || /^https?:/i.test(value) ? undefined : value
}

function language(
  elements: readonly HtmlElement[],
  declared: string | undefined,
): string | undefined {
  const value = elements.find(({ tag }) => tag === 'html')?.attributes.get('lang') ?? declared
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(value ?? '')?.[0].toLowerCase()
}

function linkHref(elements: readonly HtmlElement[], rel: string): string | undefined {
  return elements
    .find(({ tag, attributes }) => tag === 'link' && attributes.get('rel')?.toLowerCase() === rel)
    ?.attributes.get('href')
}

function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : undefined
}

/** Browsers write where a page was saved from into a comment, which the parser drops, or into the base tag. */
function savedFrom(elements: readonly HtmlElement[]): string | undefined {
  return webAddress(elements.find(({ tag }) => tag === 'base')?.attributes.get('href'))
}
