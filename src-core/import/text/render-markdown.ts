import type { BlockKind } from '../../model/source-text'
import { renderInline } from './render-inline'

export interface MarkdownBlock {
  readonly kind: BlockKind
  readonly text: string
}

export interface RenderedMarkdown {
  readonly blocks: readonly MarkdownBlock[]
  /** Front matter, keys in lower case. */
  readonly properties: ReadonlyMap<string, string>
}

const item = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/
const heading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/
const fence = /^ {0,3}(`{3,}|~{3,})/
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const tableRule = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
const definition = /^ {0,3}\[[^\]^][^\]]*\]:\s+\S/

/** The blocks of a Markdown text as they are read, markup gone. Line by line, one pass. */
export function renderMarkdown(source: string): RenderedMarkdown {
  const lines = source.split(/\r\n?|\n/)
  const properties = frontMatter(lines)
  const blocks: MarkdownBlock[] = []
  let open: { readonly kind: BlockKind; readonly lines: string[] } | undefined
  const close = () => {
    if (!open) return
    const whole = open.lines.join('\n').replace(/ *\n */g, open.kind === 'table-row' ? '\n' : ' ')
    const text = renderInline(whole).replace(/ {2,}/g, ' ').trim()
    if (text !== '') blocks.push({ kind: open.kind, text })
    open = undefined
  }
  for (let i = properties.lines; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/\t/g, '    ')
    const mark = fence.exec(line)?.[1]
    if (mark) {
      close()
      const end = endOfFence(lines, i + 1, mark)
      const code = lines.slice(i + 1, end).join('\n')
      if (/\S/.test(code))
        blocks.push({ kind: 'preformatted', text: code.replace(/^\s*\n/, '').trim() })
      i = end
    } else if (line.trim() === '' || rule.test(line) || definition.test(line)) {
      // "Title\n---" underlines a heading.
      if (/^ {0,3}-+\s*$/.test(line) && open?.kind === 'paragraph')
        open = { ...open, kind: 'heading' }
      close()
    } else if (/^ {0,3}=+\s*$/.test(line) && open?.kind === 'paragraph') {
      open = { ...open, kind: 'heading' }
      close()
    } else if (heading.test(line)) {
      close()
      open = { kind: 'heading', lines: [heading.exec(line)?.[2] ?? ''] }
      close()
    } else if (isTableRow(line, lines[i + 1], open?.kind ?? blocks.at(-1)?.kind)) {
      close()
      if (tableRule.test(line)) continue
      open = { kind: 'table-row', lines: [cells(line)] }
      close()
    } else if (item.test(line)) {
      close()
      open = { kind: 'list-item', lines: [item.exec(line)?.[1] ?? ''] }
    } else if (/^ {0,3}>/.test(line)) {
      if (open?.kind !== 'quotation') close()
      open ??= { kind: 'quotation', lines: [] }
      open.lines.push(line.replace(/^ {0,3}>\s?/, ''))
    } else if (/^\[\^[\w-]+\]:/.test(line)) {
      close()
      open = { kind: 'footnote', lines: [line.replace(/^\[\^[\w-]+\]:\s*/, '')] }
    } else {
      open ??= { kind: 'paragraph', lines: [] }
      open.lines.push(line.trim())
    }
  }
  close()
  return { blocks, properties: properties.values }
}

/** YAML front matter, its plain `key: value` lines. */
function frontMatter(lines: readonly string[]): {
  readonly lines: number
  readonly values: ReadonlyMap<string, string>
} {
  const values = new Map<string, string>()
  if (lines[0]?.trim() !== '---') return { lines: 0, values }
  const end = lines.slice(0, 100).findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0) return { lines: 0, values }
  for (const line of lines.slice(1, end)) {
    const match = /^([\w-]+)\s*:\s*(.+?)\s*$/.exec(line)
    if (match)
      values.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').replace(/^["'](.*)["']$/, '$1'))
  }
  return { lines: end + 1, values }
}

function endOfFence(lines: readonly string[], from: number, mark: string): number {
  for (let i = from; i < lines.length; i++)
    if ((lines[i] ?? '').trim().startsWith(mark) && /^[`~]+$/.test((lines[i] ?? '').trim()))
      return i
  return lines.length
}

function isTableRow(line: string, next: string | undefined, last: BlockKind | undefined): boolean {
  if (!line.includes('|')) return false
  return (
    /^\s*\|.*\|\s*$/.test(line) ||
    last === 'table-row' ||
    (next !== undefined && next.includes('|') && tableRule.test(next))
  )
}

function cells(line: string): string {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .join(' | ')
}
