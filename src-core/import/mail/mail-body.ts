import type { Member } from '../import-format'
import type { ImportPorts } from '../import-ports'
import { decodeText } from '../decode-text'
import { decodeWords } from './decode-words'
import type { MimePart } from './parse-mime'

export interface MailBody {
  /** What a mail program would show, as HTML or as plain text; several where parts follow each other. */
  readonly shown: readonly { readonly type: 'html' | 'plain'; readonly text: string }[]
  readonly attachments: readonly Member[]
}

/** Parts that are shown, and parts that are files: of alternatives the richest, of related parts the first. */
export function mailBody(message: MimePart, ports: ImportPorts): MailBody {
  const shown: { type: 'html' | 'plain'; text: string }[] = []
  const attachments: Member[] = []
  const waiting: MimePart[] = [message]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part.type === 'multipart/alternative') waiting.push(...richest(part.children))
    else if (part.type === 'multipart/related') waiting.push(...part.children.slice(0, 1))
    else if (part.children.length > 0) waiting.push(...part.children.toReversed())
    else if (isShown(part)) {
      const text = textOfPart(part, ports)
      if (/\S/.test(text)) shown.push({ type: part.type === 'text/html' ? 'html' : 'plain', text })
    } else if (!part.type.startsWith('multipart/')) attachments.push(attachment(part, ports))
  }
  return { shown, attachments: attachments.filter(({ size }) => size > 0) }
}

/** The last that can be shown is the richest (RFC 2046, 5.1.4). */
function richest(children: readonly MimePart[]): readonly MimePart[] {
  const best = children.findLast(
    ({ type, children: inner }) => type === 'text/html' || inner.length > 0,
  )
  const plain = children.find(({ type }) => type.startsWith('text/'))
  const chosen = best ?? plain ?? children[0]
  return chosen ? [chosen] : []
}

function isShown({ type, disposition, parameters, dispositionParameters }: MimePart): boolean {
  if (type !== 'text/plain' && type !== 'text/html') return false
  if (disposition === 'attachment') return false
  return !dispositionParameters.has('filename') && !parameters.has('name')
}

export function textOfPart(part: MimePart, ports: ImportPorts): string {
  const bytes = part.bytes()
  const label = part.parameters.get('charset')?.toLowerCase()
  const stated =
    label === undefined || label === 'us-ascii' ? null : ports.decodeBytes(bytes, label, false)
  if (stated !== null) return stated
  const decoded = decodeText(bytes, ports)
  return decoded.ok ? decoded.value.text : ''
}

function attachment(part: MimePart, ports: ImportPorts): Member {
  const bytes = part.bytes()
  const stated = part.dispositionParameters.get('filename') ?? part.parameters.get('name')
  const name = stated === undefined ? '' : safeName(decodeWords(stated, ports))
  return {
    name: name === '' ? unnamed(part.type) : name,
    size: bytes.length,
    content: { type: 'bytes', bytes },
  }
}

/** A name, never a path: an attachment that calls itself `../x` is called `x`. */
export function safeName(name: string): string {
  return name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .slice(0, 200)
}

function unnamed(type: string): string {
  return type === 'message/rfc822' ? 'message.eml' : `attachment.${type.split('/')[1] ?? 'bin'}`
}
