import { fail, succeed } from '../../lib/result'
import { parseHtml } from '../html/parse-html'
import type { ImportFormat } from '../import-format'
import { maxMailBytes } from '../limits'
import { decodeWords } from '../mail/decode-words'
import { textOfPart } from '../mail/mail-body'
import { mailDate } from '../mail/compose-mail'
import { parseMime, type MimePart } from '../mail/parse-mime'
import { asciiOf } from '../recognise-binary'
import { readPage } from './html'
import { headNames } from './mail'

/** Pages that a browser saved as one file (RFC 2557): the first HTML part is the page, the rest its pictures and frames. */
export const mhtmlFormat: ImportFormat = {
  id: 'mhtml',
  label: 'Web archive',
  extensions: ['.mht', '.mhtml'],
  maxBytes: maxMailBytes,
  recognise: ({ text }) => {
    if (text === null) return false
    const names = headNames(text)
    if (!names.includes('mime-version') || names.includes('received') || names.includes('to'))
      return false
    const head = text.slice(0, 16_384)
    return /^content-type:\s*multipart\/related/im.test(head)
  },
  read: async (file, ports, context) => {
    const archive = parseMime(asciiOf(file.bytes))
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const root = firstPage(archive)
    if (!root) return fail({ code: 'damaged', format: 'mhtml', detail: 'there is no page in it' })
    const read = readPage(parseHtml(textOfPart(root, ports)), ports.findArticle, file.name)
    const address =
      archive.headers.get('snapshot-content-location') ?? root.headers.get('content-location')
    const subject = decodeWords(archive.headers.get('subject') ?? '', ports)
    const saved = mailDate(archive.headers.get('date') ?? '')
    const { metadata } = read
    return succeed({
      ...read,
      metadata: {
        ...metadata,
        ...(metadata.title === '' && subject !== '' && { title: subject }),
        ...(metadata.published === undefined &&
          saved !== undefined && { published: saved, publishedFrom: 'day it was saved' }),
        ...(metadata.sourceUrl === undefined &&
          address !== undefined &&
          /^https?:\/\/\S+$/i.test(address) && { sourceUrl: address }),
      },
    })
  },
}

function firstPage(part: MimePart): MimePart | undefined {
  if (part.type === 'text/html' || part.type === 'application/xhtml+xml') return part
  for (const child of part.children) {
    const found = firstPage(child)
    if (found) return found
  }
  return undefined
}
