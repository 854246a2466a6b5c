import type { BlockKind, SourceText } from '../../model/source-text'
import type { Span } from '../../model/span'

/** A paragraph, heading, list item or table row: lines of one block that belong together. */
export interface Unit extends Span {
  readonly block: BlockKind
  /** Index of the block; units of one block stand close together on the page. */
  readonly blockIndex: number
  readonly text: string
}

/** Cuts blocks into units: a line break inside a block parts two units unless the text is merely wrapped there. */
export function layoutUnits(source: SourceText): Unit[] {
  const units: Unit[] = []
  source.blocks.forEach((block, blockIndex) => {
    const all = linesOf(source.text, block)
    // Thousands of lines of a few letters each are no paragraphs: dumps and hostile text.
    const lines = all.length > 3000 && (block.end - block.start) / all.length < 8 ? [block] : all
    const width = wrapWidth(source.text, lines)
    let open: Span | undefined
    const close = (): void => {
      if (open)
        units.push({
          ...open,
          block: block.kind,
          blockIndex,
          text: source.text.slice(open.start, open.end),
        })
      open = undefined
    }
    for (const line of lines) {
      if (open && wraps(source.text, open, line, width)) open = { start: open.start, end: line.end }
      else {
        close()
        open = line
      }
    }
    close()
  })
  return units
}

function linesOf(text: string, block: Span): Span[] {
  const lines: Span[] = []
  let from = block.start
  while (from < block.end) {
    let to = text.indexOf('\n', from)
    if (to < 0 || to > block.end) to = block.end
    let start = from
    let end = to
    while (start < end && text.charCodeAt(start) <= 32) start++
    while (end > start && text.charCodeAt(end - 1) <= 32) end--
    if (end > start) lines.push({ start, end })
    from = to + 1
  }
  return lines
}

/** Column at which the lines of a block are wrapped, or 0 where each line stands for itself. */
function wrapWidth(text: string, lines: readonly Span[]): number {
  if (lines.length < 2) return 0
  let longest = 0
  for (const line of lines) longest = Math.max(longest, line.end - line.start)
  if (longest < 40 || longest > 140) return 0
  const inner = lines.length - 1
  let full = 0
  let open = 0
  for (let i = 0; i < inner; i++) {
    const line = lines[i]
    if (!line) break
    if (line.end - line.start >= longest * 0.72) full++
    if (!closing.includes(text.charAt(line.end - 1))) open++
  }
  return full >= inner * 0.7 && open >= inner * 0.6 ? longest : 0
}

const closing = '.!?:;…"”»)'

const itemStart =
  /^(?:[-–—•*·▪‣∙◦●○+△▲►→※]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|\([ivx]{1,5}\)\s|\[\d)/

const rowMark = /\s\|\s|\t|\s\/\s.{0,200}\s\/\s/
const clock = /^\[?\d{1,2}[:.]\d{2}\]?\s/

/** Rows of a table, and items that begin with a time, stand for themselves. */
function isRow(text: string, line: Span): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + 300))
  return (holdsRowSign(words) && rowMark.test(words)) || clock.test(words)
}

function holdsRowSign(words: string): boolean {
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i)
    if (code === 124 || code === 9 || code === 47) return true
  }
  return false
}

function wraps(text: string, open: Span, line: Span, width: number): boolean {
  const lastLine = text.lastIndexOf('\n', open.end - 1)
  const length = open.end - Math.max(open.start, lastLine + 1)
  const head = text.slice(line.start, line.start + 12)
  const goesOn = width > 0 ? length >= width * 0.6 : length > 30 && goesOnInSmall(text, open, head)
  return goesOn && !itemStart.test(head) && !isRow(text, open) && !isRow(text, line)
}

/** A line that goes on in lower case after no full stop: one sentence over two lines. */
function goesOnInSmall(text: string, open: Span, head: string): boolean {
  const last = text.slice(Math.max(open.start, open.end - 1), open.end)
  return /^\p{Ll}/u.test(head) && !/^\p{Ll}+\p{Lu}/u.test(head) && /[\p{L},\d]/u.test(last)
}
