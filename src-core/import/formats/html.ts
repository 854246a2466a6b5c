import { fail, succeed } from '../../lib/result'
import type { ReportMetadata } from '../../model/report'
import type { SourceText } from '../../model/source-text'
import { decodeText } from '../decode-text'
import { findArticleRoot, type FindArticle } from '../html/find-article'
import { collectBlocks, type CollectedBlock } from '../html/collect-blocks'
import { collapse, type HtmlPage } from '../html/html-tree'
import { measurePage, type PageMeasures } from '../html/measure-page'
import { parseHtml } from '../html/parse-html'
import { firstTimeTag, readHtmlMetadata } from '../html/read-html-metadata'
import type { ImportFormat, ReadText } from '../import-format'
import { maxHtmlBytes } from '../limits'
import { findDateline } from '../metadata/find-dateline'
import { describeText } from '../text/describe-text'
import { asciiOf } from '../recognise-binary'
import { SourceBuilder } from '../source-builder'
import { looksLikeHtml } from '../html/looks-like-html'

/** Saved web pages. Nothing of a page runs or loads: it is only ever text. */
export const htmlFormat: ImportFormat = {
  id: 'html',
  label: 'Web page',
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  maxBytes: maxHtmlBytes,
  recognise: ({ text }) => text !== null && looksLikeHtml(text),
  read: async (file, ports, context) => {
    const decoded = decodeText(file.bytes, ports, declaredEncoding(file.bytes))
    if (!decoded.ok) return fail({ code: 'damaged', format: 'html', detail: 'not text' })
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const page = parseHtml(decoded.value.text)
    context.report(1, 2)
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    return succeed(readPage(page, ports.findArticle, file.name))
  },
}

/** A page that is parsed already, as text with what it says about itself. */
export function readPage(page: HtmlPage, findArticle: FindArticle, fileName: string): ReadText {
  const measures = measurePage(page)
  const root = findArticleRoot(page, measures, findArticle)
  const { headline, title, ...stated } = readHtmlMetadata(page)
  const name = chooseTitle(headline, title)
  const source = compose(collectBlocks(root, measures), name)
  const described = describeText(source.text, source.blocks, fileName)
  const metadata: ReportMetadata = {
    ...described,
    ...(described.publishedFrom !== 'dateline' && dateOnPage(page, measures)),
    ...stated,
    title: name ?? described.title,
  }
  return { source, metadata, pageCount: 0 }
}

/** The headline as it is set, unless it is but a number or a rubric and the page's title says more. */
function chooseTitle(headline: string | undefined, title: string | undefined): string | undefined {
  if (headline === undefined || title === undefined) return headline ?? title
  const isRubric = headline.length < 30 && title.length > headline.length + 10
  return isRubric ? title : headline
}

/** The date often stands above the article, beside its author. */
function dateOnPage(
  page: HtmlPage,
  measures: PageMeasures,
): Pick<ReportMetadata, 'published' | 'publishedFrom'> | undefined {
  const above = collectBlocks(page.root, measures).slice(0, 60)
  const dateline = findDateline(above.map(({ text }) => text))
  if (dateline !== undefined) return { published: dateline, publishedFrom: 'dateline' }
  const time = firstTimeTag(page)
  return time === undefined ? undefined : { published: time, publishedFrom: 'time tag' }
}

/** The headline leads, once, wherever on the page it stood. */
function compose(blocks: readonly CollectedBlock[], title: string | undefined): SourceText {
  const builder = new SourceBuilder()
  const wanted = title === undefined ? undefined : collapse(title)
  const at = blocks.findIndex(({ kind, text }) => kind === 'heading' && collapse(text) === wanted)
  if (wanted) builder.add('title', wanted)
  blocks.forEach(({ kind, text }, i) => {
    if (i !== at) builder.add(kind, text)
  })
  return builder.build()
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const match =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,80}encoding\s*=\s*["']([\w:.-]+)/i.exec(
      asciiOf(bytes.subarray(0, 4096)),
    )
  return match?.[1] ?? match?.[2]
}
