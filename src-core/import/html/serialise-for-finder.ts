import type { HtmlElement, HtmlNode, HtmlPage } from './html-tree'
import type { PageMeasures } from './measure-page'

/** Attributes that an article finder weighs. */
const weighed = ['class', 'id', 'role', 'itemprop', 'href']

/** The page without its furniture, each element numbered by `data-gnomon`, so that what the finder keeps can be found again in our tree. */
export function serialiseForFinder({ root }: HtmlPage, measures: PageMeasures): string {
  const parts: string[] = []
  const open: (HtmlNode | { readonly end: string })[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') parts.push(escape(node))
    else if ('end' in node) parts.push(`</${node.end}>`)
    else if (measures.chrome[node.index] === 0) {
      const isRoot = node === root
      if (!isRoot) parts.push(startTag(node), node.tag === 'br' || node.tag === 'hr' ? '' : '')
      if (!isRoot && node.tag !== 'br' && node.tag !== 'hr' && node.tag !== 'img')
        open.push({ end: node.tag })
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i]
        if (child !== undefined) open.push(child)
      }
    }
  }
  return parts.join('')
}

function startTag({ tag, index, attributes }: HtmlElement): string {
  const kept = weighed.flatMap((name) => {
    const value = attributes.get(name)
    return value === undefined ? [] : [` ${name}="${escape(value).replace(/"/g, '&quot;')}"`]
  })
  return `<${tag} data-gnomon="${index}"${kept.join('')}>`
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
