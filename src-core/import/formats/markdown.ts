import { fail, succeed } from '../../lib/result'
import { decodeText } from '../decode-text'
import type { FileSample, ImportFormat, ReadText } from '../import-format'
import { maxTextBytes } from '../limits'
import { parseDate } from '../metadata/parse-date'
import { SourceBuilder } from '../source-builder'
import { describeText } from '../text/describe-text'
import { renderMarkdown } from '../text/render-markdown'

/** Notes in Markdown. The stored text is what a reader sees, without marks, so that a name in bold is a name. */
export const markdownFormat: ImportFormat = {
  id: 'markdown',
  label: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  maxBytes: maxTextBytes,
  recognise: isMarkdown,
  read: async (file, ports, context) => {
    const decoded = decodeText(file.bytes, ports)
    if (!decoded.ok)
      return fail({ code: 'unknown-format', looksLike: 'binary data of an unknown kind' })
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    return succeed(readMarkdown(decoded.value.text, file.name))
  },
}

/** A `.txt` stays plain text whatever it holds; a name that says nothing needs clear structure. */
function isMarkdown({ extension, text }: FileSample): boolean {
  if (text === null) return false
  if (['.md', '.markdown', '.mdown', '.mkd'].includes(extension)) return true
  if (['.txt', '.text', '.log', '.csv', '.json', '.xml'].includes(extension)) return false
  const head = text.slice(0, 16_384)
  const headings = head.match(/^#{1,6} \S/gm)?.length ?? 0
  const links = head.match(/\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/g)?.length ?? 0
  const emphasis = head.match(/\*\*[^*\n]{1,200}\*\*/g)?.length ?? 0
  return headings >= 2 || (headings >= 1 && links + emphasis >= 1) || links >= 3
}

function readMarkdown(text: string, fileName: string): ReadText {
  const { blocks, properties } = renderMarkdown(text)
  const builder = new SourceBuilder()
  const stated = properties.get('title')
  if (stated !== undefined) builder.add('title', stated)
  blocks.forEach(({ kind, text: content }, i) => {
    const isTitle = stated === undefined && kind === 'heading' && i === 0
    if (i > 0 || content !== stated) builder.add(isTitle ? 'title' : kind, content)
  })
  const source = builder.build()
  const described = describeText(source.text, source.blocks, fileName)
  const published = parseDate(properties.get('date') ?? properties.get('published') ?? '')
  const author = properties.get('author')
  return {
    source,
    pageCount: 0,
    metadata: {
      ...described,
      ...(published !== undefined && { published, publishedFrom: 'front matter' }),
      ...(author !== undefined && { author }),
    },
  }
}
