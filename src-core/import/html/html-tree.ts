/** A parsed page as plain data: no script of it has run and nothing of it was loaded. */
export interface HtmlElement {
  /** Place in document order; the root is 0. */
  readonly index: number
  /** Lower case. */
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: HtmlElement | null
  readonly children: readonly HtmlNode[]
}

export type HtmlNode = HtmlElement | string

export interface HtmlPage {
  readonly root: HtmlElement
  /** All elements in document order: a parent stands before its children. */
  readonly elements: readonly HtmlElement[]
}

/** Text of an element with white space collapsed. For small elements: titles, links, captions. */
export function textOf(element: HtmlElement): string {
  const parts: string[] = []
  const open: HtmlNode[] = [element]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') parts.push(node)
    else {
      if (node.tag === 'br') parts.push(' ')
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child !== undefined) open.push(child)
      }
    }
  }
  return collapse(parts.join(''))
}

/** White space as a browser shows it; also takes out marks that nobody sees (soft hyphens, zero-width spaces). */
export function collapse(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** Nearest element upwards, itself included, that passes. */
export function closest(
  element: HtmlElement,
  passes: (candidate: HtmlElement) => boolean,
): HtmlElement | null {
  for (let at: HtmlElement | null = element; at; at = at.parent) if (passes(at)) return at
  return null
}
