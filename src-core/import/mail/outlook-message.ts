import type { Member } from '../import-format'
import type { ImportPorts } from '../import-ports'
import type { CompoundStream } from './compound-file'
import { decompressRtf } from './decompress-rtf'
import { bytesOf } from './transfer-encoding'
import { safeName, type MailBody } from './mail-body'
import type { MailHead } from './compose-mail'

/** Property tags of [MS-OXPROPS]. */
const tag = {
  subject: '0037',
  submitted: '0039',
  senderName: '0c1a',
  senderAddress: '5d01',
  delivered: '0e06',
  body: '1000',
  compressedRtf: '1009',
  html: '1013',
  data: '3701',
  shortName: '3704',
  longName: '3707',
} as const

export interface OutlookMessage {
  readonly head: MailHead
  readonly body: MailBody
  /** Where the message has neither HTML nor plain text: Rich Text, one character a byte. */
  readonly rtf?: string
}

/** An Outlook message (MS-OXMSG) from its streams. A message inside it is an attachment: its text, as a file of its own. */
export function readOutlookMessage(
  streams: readonly CompoundStream[],
  ports: ImportPorts,
  root = '',
): OutlookMessage {
  const properties = new Properties(streams, root, ports)
  const html = properties.bytes(tag.html)
  const htmlText =
    properties.text(tag.html) ?? (html && ports.decodeBytes(html, 'utf-8', false)) ?? undefined
  const plain = properties.text(tag.body)
  const packed = properties.bytes(tag.compressedRtf)
  const rtf = packed && decompressRtf(packed)
  const shown = htmlText
    ? [{ type: 'html' as const, text: htmlText }]
    : plain
      ? [{ type: 'plain' as const, text: plain }]
      : []
  return {
    head: {
      subject: properties.text(tag.subject) ?? '',
      from: `${properties.text(tag.senderName) ?? ''} <${properties.text(tag.senderAddress) ?? ''}>`,
      date: properties.time(tag.submitted) ?? properties.time(tag.delivered) ?? '',
    },
    body: { shown, attachments: attachmentsOf(streams, root, ports) },
    ...(shown.length === 0 && rtf !== undefined && { rtf }),
  }
}

function attachmentsOf(
  streams: readonly CompoundStream[],
  root: string,
  ports: ImportPorts,
): Member[] {
  const folder = new RegExp(
    `^${root.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(__attach_version1\\.0_#[0-9A-F]{8})/`,
    'i',
  )
  const folders = new Set(streams.flatMap(({ path }) => folder.exec(path)?.[1] ?? []))
  return [...folders].toSorted().flatMap((name) => {
    const place = `${root}${name}/`
    const properties = new Properties(streams, place, ports)
    const stated = properties.text(tag.longName) ?? properties.text(tag.shortName)
    const bytes = properties.bytes(tag.data)
    if (bytes && bytes.length > 0)
      return [
        {
          name: safeName(stated ?? 'attachment.bin'),
          size: bytes.length,
          content: { type: 'bytes' as const, bytes },
        },
      ]
    return embedded(streams, `${place}__substg1.0_3701000D/`, ports)
  })
}

/** A message inside a message, written as the mail that it was; its own attachments are left with it. */
function embedded(streams: readonly CompoundStream[], root: string, ports: ImportPorts): Member[] {
  if (root.length > 200 || !streams.some(({ path }) => path.startsWith(root))) return []
  const { head, body } = readOutlookMessage(streams, ports, root)
  const [first] = body.shown
  const type = first?.type === 'html' ? 'text/html' : 'text/plain'
  const mail = `From: ${head.from}\r\nSubject: ${head.subject}\r\nDate: ${head.date}\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${first?.text ?? ''}`
  const bytes = bytesOf(utf8(mail))
  const name = `${safeName(head.subject || 'message').slice(0, 80)}.eml`
  return [{ name, size: bytes.length, content: { type: 'bytes', bytes } }, ...body.attachments]
}

/** One character a byte, of the UTF-8 form. */
function utf8(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) return character
    const tail = (shift: number) => String.fromCharCode(0x80 | ((code >> shift) & 0x3f))
    if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6)) + tail(0)
    if (code < 0x10000) return String.fromCharCode(0xe0 | (code >> 12)) + tail(6) + tail(0)
    return String.fromCharCode(0xf0 | (code >> 18)) + tail(12) + tail(6) + tail(0)
  }).join('')
}

class Properties {
  readonly #streams: ReadonlyMap<string, CompoundStream>
  readonly #root: string
  readonly #ports: ImportPorts

  constructor(streams: readonly CompoundStream[], root: string, ports: ImportPorts) {
    this.#streams = new Map(
      streams
        .filter(({ path }) => path.startsWith(root))
        .map((stream) => [stream.path.slice(root.length).toLowerCase(), stream]),
    )
    this.#root = root
    this.#ports = ports
  }

  text(id: string): string | undefined {
    const wide = this.#streams.get(`__substg1.0_${id}001f`)?.read()
    if (wide) return clean(this.#ports.decodeBytes(wide, 'utf-16le', false) ?? '')
    const narrow = this.#streams.get(`__substg1.0_${id}001e`)?.read()
    return narrow && clean(this.#ports.decodeBytes(narrow, 'windows-1252', false) ?? '')
  }

  bytes(id: string): Uint8Array | undefined {
    return this.#streams.get(`__substg1.0_${id}0102`)?.read()
  }

  /** A FILETIME of the fixed properties, as an ISO date. */
  time(id: string): string | undefined {
    const stream = this.#streams.get('__properties_version1.0')?.read()
    if (!stream) return undefined
    const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
    const wanted = (parseInt(id, 16) << 16) | 0x0040
    for (let at = this.#root === '' ? 32 : 24; at + 16 <= stream.length; at += 16) {
      if (view.getUint32(at, true) !== wanted >>> 0) continue
      // A hundred nanoseconds since 1601.
      return isoDay(Number(view.getBigUint64(at + 8, true) / 10_000_000n) - 11_644_473_600)
    }
    return undefined
  }
}

function clean(text: string): string {
  return text.replace(/\0+$/, '')
}

/** Civil date of Unix seconds (Howard Hinnant's algorithm): core has no clock, and needs none for this. */
function isoDay(seconds: number): string {
  const days = Math.floor(seconds / 86_400) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
