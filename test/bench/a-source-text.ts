import type { SourceText } from '@core/model/source-text'

/** Plain text with one block a paragraph, as intake makes it. */
export function aSourceText(text: string): SourceText {
  const blocks: SourceText['blocks'][number][] = []
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)) {
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length })
  }
  return { text, pages: [], blocks }
}
