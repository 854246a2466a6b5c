import { createHash } from 'node:crypto'
import type { ReadInput } from '@core/extraction/stages'
import { reportId } from '@core/model/ids'
import type { Block } from '@core/model/source-text'

/** A plain text as the intake gives it: one paragraph block a paragraph, the first line as its title. */
export function inputOf(text: string, published?: string): ReadInput {
  const blocks: Block[] = []
  const paragraph = /[^\n](?:.|\n(?!\s*\n))*/g
  for (const match of text.matchAll(paragraph)) {
    const start = match.index
    blocks.push({ start, end: start + match[0].length, kind: 'paragraph' })
  }
  const title =
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  return {
    reportId: reportId(createHash('sha256').update(text).digest('hex')),
    source: { text, pages: [], blocks },
    metadata: { title, language: 'en', ...(published !== undefined && { published }) },
  }
}
