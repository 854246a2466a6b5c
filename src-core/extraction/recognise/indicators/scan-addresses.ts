import { atSignAt, dotAt, refang, schemeEndAt, schemeOf } from './defang'
import { classifyHost, isIpv4 } from './classify-host'

export type AddressKind = 'ipv4' | 'cidr' | 'domain' | 'url' | 'email'

export interface Address {
  readonly start: number
  readonly end: number
  readonly kind: AddressKind
  /** Refanged. */
  readonly value: string
  readonly host: string
  readonly defanged: boolean
}

/**
 * Finds addresses by walking from label to label ("a.b.c"): each character is looked at a bounded number of times, so 1 MB of "a." costs no
 * more than 1 MB of prose.
 */
export function scanAddresses(text: string): Address[] {
  const found: Address[] = []
  let at = 0
  while (at < text.length) {
    if (!isLabelCode(text.charCodeAt(at))) {
      at++
      continue
    }
    const plainEnd = labelEnd(text, at)
    if (!joinsAt(text, plainEnd)) {
      at = plainEnd
      continue
    }
    const chain = readChain(text, at)
    const url = chain.labels === 1 ? readUrl(text, chain) : undefined
    const mail = url ? undefined : readMail(text, chain)
    const address = url ?? mail?.address ?? readBare(text, chain)
    if (address && address !== 'nothing') found.push(address)
    at = Math.max(chain.end, address && address !== 'nothing' ? address.end : 0, mail?.end ?? 0)
  }
  return found
}

/** What may stand between a label and the rest of an address; after anything else the word is a word. */
const mayJoin = (() => {
  const marks = new Uint8Array(0x10000)
  for (const mark of '.[({\\<@:_。．') marks[mark.charCodeAt(0)] = 1
  return marks
})()

function joinsAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 32) return mayJoin[code] === 1
  const next = text.charCodeAt(at + 1)
  return next === 91 || next === 40 || next === 123
}

interface Chain {
  readonly start: number
  readonly end: number
  readonly labels: number
  readonly defanged: boolean
}

/** Labels joined by dots of any spelling. */
function readChain(text: string, start: number): Chain {
  let end = labelEnd(text, start)
  let labels = 1
  let defanged = false
  for (;;) {
    const dot = dotAt(text, end)
    const next = end + dot.length
    if (dot.length === 0 || !isLabelCode(text.charCodeAt(next))) break
    defanged ||= dot.defanged
    end = labelEnd(text, next)
    labels++
  }
  return { start, end, labels, defanged }
}

function labelEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isLabelCode(text.charCodeAt(end))) end++
  return end
}

function isLabelCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95 ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  )
}

/** Hosts longer than this do not exist (RFC 1035). */
const longestHost = 300

function readUrl(text: string, scheme: Chain): Address | 'nothing' | undefined {
  if (scheme.end - scheme.start > 5) return undefined
  const name = schemeOf(text.slice(scheme.start, scheme.end))
  if (!name) return undefined
  const sign = schemeEndAt(text, scheme.end)
  if (sign.length === 0) return undefined
  const hostStart = scheme.end + sign.length
  if (!isLabelCode(text.charCodeAt(hostStart))) return undefined
  const host = readChain(text, hostStart)
  if (host.end - host.start > longestHost) return undefined
  const end = trimEnd(text, scheme.start, pathEnd(text, host.end))
  const writtenHost = refang(text.slice(host.start, host.end)).toLowerCase()
  const known = isIpv4(writtenHost) || host.labels > 1 || writtenHost === 'localhost'
  if (!known) return undefined
  const rest = text.slice(host.start, end)
  return {
    start: scheme.start,
    end,
    kind: 'url',
    value: `${name}://${refang(rest)}`,
    host: writtenHost,
    defanged: sign.defanged || host.defanged || /x/i.test(text.slice(scheme.start, scheme.end)),
  }
}

function readMail(
  text: string,
  local: Chain,
): { readonly address: Address | undefined; readonly end: number } | undefined {
  const sign = atSignAt(text, local.end)
  const next = local.end + sign.length
  if (sign.length === 0 || !isLabelCode(text.charCodeAt(next)) || local.end - local.start > 80)
    return undefined
  const host = readChain(text, next)
  if (host.labels < 2 || host.end - host.start > longestHost) return undefined
  const written = refang(text.slice(host.start, host.end)).toLowerCase()
  const defanged = sign.defanged || host.defanged
  if (
    classifyHost(written, text.slice(host.start, host.end), defanged || sign.length === 1) !==
    'domain'
  )
    return undefined
  const start = mailStart(text, local.start)
  return {
    end: host.end,
    address: {
      start,
      end: host.end,
      kind: 'email',
      value: `${refang(text.slice(start, local.end))}@${written}`,
      host: written,
      defanged,
    },
  }
}

/** "first+tag@…": the signs that labels of hosts cannot have. */
function mailStart(text: string, start: number): number {
  let from = start
  while (
    from > Math.max(0, start - 60) &&
    text[from - 1] === '+' &&
    isLabelCode(text.charCodeAt(from - 2))
  ) {
    from -= 1
    while (from > 0 && isLabelCode(text.charCodeAt(from - 1))) from--
  }
  return from
}

function readBare(text: string, chain: Chain): Address | undefined {
  if (chain.labels < 2 || chain.end - chain.start > longestHost) return undefined
  const written = text.slice(chain.start, chain.end)
  const host = refang(written).toLowerCase()
  const kind = classifyHost(host, written, chain.defanged)
  if (!kind) return undefined
  const mask =
    kind === 'ipv4' ? /^\/\d{1,2}(?![\d/.])/.exec(text.slice(chain.end, chain.end + 4)) : null
  if (mask) {
    const end = chain.end + mask[0].length
    return {
      start: chain.start,
      end,
      kind: 'cidr',
      value: host + mask[0],
      host,
      defanged: chain.defanged,
    }
  }
  const next = text.charCodeAt(chain.end)
  // A slash after a host that was made harmless, or after "www.", starts a path.
  if (
    next === 47 &&
    (chain.defanged || /^www\d?\./.test(host)) &&
    isPathCode(text.charCodeAt(chain.end + 1))
  ) {
    const end = trimEnd(text, chain.start, pathEnd(text, chain.end))
    return {
      start: chain.start,
      end,
      kind: 'url',
      value: refang(text.slice(chain.start, end)),
      host,
      defanged: chain.defanged,
    }
  }
  return { start: chain.start, end: chain.end, kind, value: host, host, defanged: chain.defanged }
}

function isPathCode(code: number): boolean {
  return (
    code > 32 &&
    code !== 60 &&
    code !== 62 &&
    code !== 34 &&
    code !== 0x201c &&
    code !== 0x201d &&
    code !== 124 &&
    code !== 96
  )
}

/** URLs are cut at this length: longer ones are payloads. */
const longestPath = 4096

function pathEnd(text: string, from: number): number {
  let end = from
  const limit = Math.min(text.length, from + longestPath)
  const port = /^:\d{1,5}|^\[:\]\d{1,5}/.exec(text.slice(end, end + 8))
  if (port) end += port[0].length
  const next = text[end]
  if (next !== '/' && next !== '?' && next !== '#' && !text.startsWith('[/]', end)) return end
  while (end < limit && isPathCode(text.charCodeAt(end)) && !isWide(text.charCodeAt(end))) {
    if (text.startsWith('](', end)) break
    end++
  }
  return end
}

const isWide = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x2019 ||
  code === 0x2018 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200b)

/** Punctuation of the sentence around, and brackets that were opened before the address. */
function trimEnd(text: string, start: number, to: number): number {
  let end = to
  let depth = 0
  for (let i = start; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 40 || code === 91) depth++
    else if (code === 41 || code === 93) depth--
  }
  while (end > start) {
    const mark = text[end - 1] ?? ''
    if ((mark === ')' || mark === ']') && depth < 0) depth++
    else if (!/[.,;:!?'"*]/.test(mark)) break
    end--
  }
  return end
}
