import { fail, succeed } from '../../lib/result'
import type { ContainerFormat, FileSample } from '../import-format'
import { maxMailBytes } from '../limits'
import { composeMail } from '../mail/compose-mail'
import { decodeWords } from '../mail/decode-words'
import { mailBody } from '../mail/mail-body'
import { parseMime } from '../mail/parse-mime'
import { asciiOf } from '../recognise-binary'

/** Messages as files (RFC 5322): the body is a report, each attachment another. */
export const mailFormat: ContainerFormat = {
  id: 'mail',
  label: 'Mail message',
  extensions: ['.eml'],
  maxBytes: maxMailBytes,
  recognise: isMail,
  open: async (file, ports, context) => {
    const message = parseMime(asciiOf(file.bytes))
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const header = (name: string) => decodeWords(message.headers.get(name) ?? '', ports)
    const body = mailBody(message, ports)
    const head = { subject: header('subject'), from: header('from'), date: header('date') }
    return succeed({
      text: { format: 'email', read: composeMail(head, body, file.name) },
      members: body.attachments,
      refused: [],
    })
  },
}

const mailHeaders = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'return-path',
  'mime-version',
  'delivered-to',
  'reply-to',
])

/** At least three headers that only mail has, from the first line on; a text that quotes a mail begins otherwise. */
function isMail({ text, extension }: FileSample): boolean {
  if (text === null || extension === '.txt' || extension === '.md') return false
  const names = headNames(text)
  const found = new Set(names.filter((name) => mailHeaders.has(name)))
  return found.size >= 3 && (found.has('from') || found.has('received') || found.has('subject'))
}

/** Names of the header lines that a text begins with; empty where it begins with anything else. */
export function headNames(text: string): string[] {
  const names: string[] = []
  const lines = text
    .slice(0, 32_768)
    .replace(/^\ufeff?(?:From [^\n]*\n)?/, '')
    .split(/\r?\n/)
  for (const line of lines) {
    if (line === '') break
    const name = /^([A-Za-z][\w-]{0,60}):/.exec(line)?.[1]
    if (name === undefined && !/^[ \t]/.test(line)) return names.length >= 6 ? names : []
    if (name !== undefined) names.push(name.toLowerCase())
  }
  return names
}
