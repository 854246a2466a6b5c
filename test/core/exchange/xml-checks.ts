import { DOMParser } from 'linkedom'

export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

/** The parts of linkedom's elements that we read. */
interface ParsedElement {
  readonly localName: string
  readonly nodeName: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  readonly children: Iterable<ParsedElement>
  readonly textContent: string
}

/** Well-formed XML as plain data; throws where tags do not match, which linkedom itself forgives. */
export function parseXml(text: string): XmlNode {
  checkWellFormed(text)
  const document = new DOMParser().parseFromString(text, 'text/xml')
  // linkedom's own types lack the documentElement of XML documents.
  return nodeOf(document.documentElement)
}

function nodeOf(element: ParsedElement): XmlNode {
  return {
    name: element.nodeName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.children].map(nodeOf),
    text: element.textContent,
  }
}

function checkWellFormed(text: string): void {
  const open: string[] = []
  const body = text.replace(/^<\?xml[^>]*\?>\s*/, '')
  const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g
  let last = 0
  for (const match of body.matchAll(tag)) {
    checkText(body.slice(last, match.index))
    last = match.index + match[0].length
    if (match[1] === '/') {
      if (open.pop() !== match[2]) throw new Error(`Unexpected </${match[2] ?? ''}>`)
    } else if (match[4] === '') open.push(match[2] ?? '')
  }
  checkText(body.slice(last))
  if (open.length > 0) throw new Error(`Not closed: ${open.join(', ')}`)
}

function checkText(text: string): void {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text))
    throw new Error(`Not XML text: ${text.slice(0, 60)}`)
}

/** What an element may hold and must carry: the XSD's content model, as far as a file of ours uses it. */
export interface ElementRule {
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  readonly children?: readonly string[]
}

export function faultsAgainst(
  rules: Readonly<Record<string, ElementRule>>,
  node: XmlNode,
): readonly string[] {
  const rule = rules[node.name]
  if (!rule) return [`<${node.name}> is not in the schema`]
  const { required = [], optional = [], children = [] } = rule
  const attributes = Object.keys(node.attributes)
  return [
    ...required
      .filter((name) => !attributes.includes(name))
      .map((name) => `<${node.name}> lacks ${name}`),
    ...attributes
      .filter(
        (name) =>
          ![...required, ...optional].includes(name) &&
          !name.startsWith('xmlns') &&
          !name.startsWith('xsi:'),
      )
      .map((name) => `<${node.name}> may not have ${name}`),
    ...node.children.flatMap((child) =>
      children.includes(child.name)
        ? faultsAgainst(rules, child)
        : [`<${node.name}> may not hold <${child.name}>`],
    ),
  ]
}
