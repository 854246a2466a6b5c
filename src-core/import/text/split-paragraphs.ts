import type { Block, BlockKind } from '../../model/source-text'
import type { Span } from '../../model/span'

/** Longest line that a hard-wrapped paragraph has: mail and terminals wrap at 72 to 100. */
const widestWrap = 110

/** Blocks of a plain text, each a trimmed span of it: paragraphs (hard-wrapped ones too), bullets, headings. Linear. */
export function splitParagraphs(text: string): Block[] {
  const blocks: Block[] = []
  for (const group of lineGroups(text)) {
    for (const span of isWrapped(text, group) ? joinWrapped(text, group) : group)
      blocks.push({ ...span, kind: kindOf(text, span, group, blocks.length === 0) })
  }
  return blocks
}

/** Runs of lines between empty lines, each line trimmed. */
function* lineGroups(text: string): Generator<Span[]> {
  let group: Span[] = []
  let lineStart = 0
  while (lineStart <= text.length) {
    let lineEnd = text.indexOf('\n', lineStart)
    if (lineEnd < 0) lineEnd = text.length
    const line = trimSpan(text, lineStart, lineEnd)
    if (line.end > line.start) group.push(line)
    else if (group.length > 0) {
      yield group
      group = []
    }
    lineStart = lineEnd + 1
  }
  if (group.length > 0) yield group
}

/** Hard-wrapped: no long line, and all lines but a paragraph's last one are about full. */
function isWrapped(text: string, group: readonly Span[]): boolean {
  if (group.length < 2) return false
  const lengths = group.map(({ start, end }) => end - start)
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0)
  if (longest > widestWrap || longest < 50) return false
  const inner = group.slice(0, -1).filter((line) => !startsItem(text, line))
  if (inner.length === 0) return true
  const full = inner.filter(({ start, end }) => end - start > longest * 0.72)
  return full.length >= inner.length * 0.7
}

function joinWrapped(text: string, group: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const line of group) {
    const last = joined.at(-1)
    if (last && !startsItem(text, line))
      joined[joined.length - 1] = { start: last.start, end: line.end }
    else joined.push(line)
  }
  return joined
}

function kindOf(text: string, span: Span, group: readonly Span[], isFirst: boolean): BlockKind {
  if (startsItem(text, span)) return 'list-item'
  if (span.end - span.start > 160) return 'paragraph'
  const line = text.slice(span.start, span.end)
  if (line.includes('\t') || / \| /.test(line)) return 'table-row'
  const leads = group[0]?.start === span.start
  if (!leads || !looksLikeHeading(line)) return 'paragraph'
  if (isFirst) return 'title'
  return group.length === 1 || /^\P{Ll}+$/u.test(line) ? 'heading' : 'paragraph'
}

function startsItem(text: string, { start, end }: Span): boolean {
  return /^(?:[-*•‣▪●◦–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+\S/.test(
    text.slice(start, Math.min(end, start + 12)),
  )
}

/** A short line that no sentence ends in. */
export function looksLikeHeading(line: string): boolean {
  return (
    line.length <= 140 &&
    /\p{L}/u.test(line) &&
    !/[.,;:!…]["'”’)]*$/.test(line) &&
    line.split(/\s+/).length <= 22
  )
}

function trimSpan(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
  )
}
