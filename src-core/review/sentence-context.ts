import type { SourceText } from '../model/source-text'
import type { Span } from '../model/span'

export interface SentenceContext {
  /** What stands before and after in the same blocks, cut at a word. */
  readonly before: Span
  readonly after: Span
}

/** Up to `room` characters on either side of a sentence, never beyond the blocks that it lies in. */
export function sentenceContext(source: SourceText, sentence: Span, room = 220): SentenceContext {
  const first = source.blocks.find((block) => block.end > sentence.start)
  const last = source.blocks.findLast((block) => block.start < sentence.end)
  const start = Math.max(first?.start ?? sentence.start, sentence.start - room)
  const end = Math.min(last?.end ?? sentence.end, sentence.end + room)
  return {
    before: {
      start: Math.min(wordStart(source.text, start, first?.start ?? start), sentence.start),
      end: sentence.start,
    },
    after: {
      start: sentence.end,
      end: Math.max(wordEnd(source.text, end, last?.end ?? end), sentence.end),
    },
  }
}

function wordStart(text: string, at: number, edge: number): number {
  if (at <= edge) return edge
  const space = text.slice(at).search(/\s/)
  return space < 0 ? at : at + space
}

function wordEnd(text: string, at: number, edge: number): number {
  if (at >= edge) return edge
  const space = text.lastIndexOf(' ', at)
  return space < 0 ? at : space
}
