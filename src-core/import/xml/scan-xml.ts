/** What the scanner tells of; names are local (`w:p` comes as `p`), because prefixes are the writer's choice. */
export interface XmlVisitor {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

export interface XmlAttributes {
  /** By local name. */
  readonly get: (name: string) => string | undefined
}

/**
 * One pass over an XML document, in time linear in its length and without recursion. A document type is skipped and none of its entities
 * exist, so that nothing can blow up; nothing outside the text is ever asked for. Broken markup is taken as far as it makes sense.
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    const end = open < 0 ? xml.length : open
    if (end > at) visitor.text(decodeXml(xml.slice(at, end)))
    if (open < 0) return
    at = takeMarkup(xml, open, visitor)
  }
}

/** Returns where the text goes on. */
function takeMarkup(xml: string, open: number, visitor: XmlVisitor): number {
  if (xml.startsWith('<!--', open)) return after(xml, '-->', open + 4)
  if (xml.startsWith('<![CDATA[', open)) {
    const end = xml.indexOf(']]>', open + 9)
    visitor.text(xml.slice(open + 9, end < 0 ? xml.length : end))
    return end < 0 ? xml.length : end + 3
  }
  if (xml.startsWith('<?', open)) return after(xml, '?>', open + 2)
  if (xml.startsWith('<!', open)) return afterDoctype(xml, open)
  const close = endOfTag(xml, open)
  const isEnd = xml.charCodeAt(open + 1) === slash
  const isEmpty = xml.charCodeAt(close - 1) === slash
  const inside = xml.slice(open + (isEnd ? 2 : 1), isEmpty ? close - 1 : close)
  const name = localName(/^[^\s/>]*/.exec(inside)?.[0] ?? '')
  if (name !== '') {
    if (isEnd) visitor.close(name)
    else {
      visitor.open(name, { get: (wanted) => attribute(inside, wanted) })
      if (isEmpty) visitor.close(name)
    }
  }
  return close + 1
}

const slash = 0x2f
const quote = 0x22
const apostrophe = 0x27
const greater = 0x3e

/** A `>` inside a quoted value does not end the tag. */
function endOfTag(xml: string, open: number): number {
  let quoted = 0
  for (let i = open + 1; i < xml.length; i++) {
    const code = xml.charCodeAt(i)
    if (quoted !== 0) {
      if (code === quoted) quoted = 0
    } else if (code === quote || code === apostrophe) quoted = code
    else if (code === greater) return i
  }
  return xml.length
}

/** `<!DOCTYPE x [ … ]>`: what stands in brackets goes with it. */
function afterDoctype(xml: string, open: number): number {
  const close = xml.indexOf('>', open)
  const bracket = xml.indexOf('[', open)
  if (bracket < 0 || close < bracket) return close < 0 ? xml.length : close + 1
  const end = xml.indexOf(']', bracket)
  return end < 0 ? xml.length : after(xml, '>', end)
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? xml.length : at + mark.length
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attribute(inside: string, wanted: string): string | undefined {
  for (const match of inside.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (match[1] === wanted) return decodeXml(match[2] ?? match[3] ?? '')
  return undefined
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

export function decodeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
