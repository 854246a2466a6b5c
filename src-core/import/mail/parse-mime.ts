import { decodeTransfer } from './transfer-encoding'

/** One part of a message with its headers; `children` where it is a multipart. */
export interface MimePart {
  /** By lower-case name, unfolded; of several the first. */
  readonly headers: ReadonlyMap<string, string>
  /** Lower case, `text/plain` where nothing is said. */
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  /** As `Content-Disposition` says it; empty where it says nothing. */
  readonly disposition: string
  readonly dispositionParameters: ReadonlyMap<string, string>
  readonly children: readonly MimePart[]
  /** Decodes the body; for leaves. */
  readonly bytes: () => Uint8Array
}

/** Deeper nesting is an attack, and so are more parts. */
const maxDepth = 24
const maxParts = 4000

/** Takes a message apart (RFC 2045, 2046). `raw` has one character a byte. Each level is gone through once. */
export function parseMime(raw: string): MimePart {
  return parsePart({ raw, count: 0 }, 0, raw.length, 0)
}

interface Message {
  readonly raw: string
  count: number
}

function parsePart(message: Message, start: number, end: number, depth: number): MimePart {
  message.count += 1
  const { headers, bodyStart } = parseHeaders(message.raw, start, end)
  const content = parseParameters(headers.get('content-type') ?? 'text/plain')
  const placed = parseParameters(headers.get('content-disposition') ?? '')
  const boundary = content.parameters.get('boundary')
  const isMultipart = content.value.startsWith('multipart/') && boundary !== undefined
  const children =
    isMultipart && boundary !== '' && depth < maxDepth
      ? partsBetween(message.raw, bodyStart, end, boundary).flatMap((part) =>
          message.count < maxParts ? [parsePart(message, part.start, part.end, depth + 1)] : [],
        )
      : []
  const encoding = headers.get('content-transfer-encoding') ?? ''
  return {
    headers,
    type: content.value === '' ? 'text/plain' : content.value,
    parameters: content.parameters,
    disposition: placed.value,
    dispositionParameters: placed.parameters,
    children,
    bytes: () => decodeTransfer(message.raw.slice(bodyStart, end), encoding.trim().toLowerCase()),
  }
}

function parseHeaders(
  raw: string,
  start: number,
  end: number,
): { readonly headers: ReadonlyMap<string, string>; readonly bodyStart: number } {
  const headers = new Map<string, string>()
  let name = ''
  let at = start
  while (at < end) {
    let lineEnd = raw.indexOf('\n', at)
    if (lineEnd < 0 || lineEnd > end) lineEnd = end
    const line = raw.slice(at, lineEnd).replace(/\r$/, '')
    at = lineEnd + 1
    if (line === '') break
    if (/^[ \t]/.test(line)) {
      const value = headers.get(name)
      // A header as long as a book is no header.
      if (value !== undefined && value.length < 100_000) headers.set(name, value + line)
      continue
    }
    const colon = line.indexOf(':')
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : ''
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, bodyStart: Math.min(at, end) }
}

function partsBetween(
  raw: string,
  start: number,
  end: number,
  boundary: string,
): { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = []
  const mark = `--${boundary}`
  let open: number | undefined
  for (let at = raw.indexOf(mark, start); at >= 0 && at < end; at = raw.indexOf(mark, at + 1)) {
    if (at > start && raw[at - 1] !== '\n') continue
    if (open !== undefined) parts.push({ start: open, end: lineBreakBefore(raw, at) })
    open = undefined
    if (raw.startsWith('--', at + mark.length)) break
    const lineEnd = raw.indexOf('\n', at)
    if (lineEnd < 0) break
    open = lineEnd + 1
  }
  // A message that was cut off: what is there counts.
  if (open !== undefined && open < end) parts.push({ start: open, end })
  return parts
}

function lineBreakBefore(raw: string, at: number): number {
  return raw[at - 2] === '\r' ? at - 2 : at - 1
}

interface Parameters {
  /** Lower case. */
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

/** `text/html; charset="utf-8"`, with the continuations and character sets of RFC 2231 put together. */
function parseParameters(header: string): Parameters {
  const [value = ''] = header.split(';', 1)
  const parameters = new Map<string, string>()
  const pattern = /;\s*([\w*.-]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))/g
  for (const match of header.slice(0, 20_000).matchAll(pattern)) {
    const stated = (match[1] ?? '').toLowerCase()
    const text = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? ''
    const name = stated.replace(/\*.*$/, '')
    const isEncoded = stated.endsWith('*')
    const plain = isEncoded ? unescape2231(text) : text
    parameters.set(name, (stated.includes('*') ? (parameters.get(name) ?? '') : '') + plain)
  }
  return { value: value.trim().toLowerCase(), parameters }
}

/** `utf-8''na%C3%AFve`: the bytes stay bytes here, `decodeWords` finds what they mean. */
function unescape2231(text: string): string {
  return text
    .replace(/^[\w-]*'[\w-]*'/, '')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
