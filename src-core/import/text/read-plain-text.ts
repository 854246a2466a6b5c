import type { ReadText } from '../import-format'
import { describeText } from './describe-text'
import { splitParagraphs } from './split-paragraphs'

/** A text that is at hand already, as it is: spans index exactly what came in. */
export function readPlainText(text: string, name: string): ReadText {
  const blocks = splitParagraphs(text)
  return {
    source: { text, pages: [], blocks },
    metadata: describeText(text, blocks, name),
    pageCount: 0,
  }
}
