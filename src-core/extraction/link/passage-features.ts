import type { Sentence } from '../stages'
import type { SentenceAnalysis } from './analyse-sentence'
import type { ClassWriter } from './class-features'

/** What a sentence stands in: the one before it, and its line's layout. */
export interface Passage {
  /** Analysis of the sentence before, in the same story. */
  readonly before: SentenceAnalysis | undefined
  /** `cells`: a row of a table; `item`: behind a bullet or number; `prose`. */
  readonly layout: 'cells' | 'item' | 'prose'
  /** The line before, or the sentence's own beginning, ends with a colon. */
  readonly introduced: boolean
  readonly sameParagraph: boolean
}

const cellMarks = /^[|/–—·;]$/

export function passageOf(sentence: Sentence, before: SentenceAnalysis | undefined): Passage {
  const { tokens, zone } = sentence
  let marks = 0
  let introduced = before?.words.at(-1) === ':'
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? ''
    if (cellMarks.test(word)) marks++
    if (word === ':' && i < 6) introduced = true
  }
  const isItem =
    zone === 'list' || /^(?:[-*•—–]|\d{1,2}[.)]?|\([a-z\d]\))$/.test(tokens[0]?.text ?? '')
  return {
    before,
    layout:
      zone === 'table' || (marks >= 2 && tokens.length <= 40) ? 'cells' : isItem ? 'item' : 'prose',
    introduced,
    sameParagraph: before?.sentence.paragraph === sentence.paragraph,
  }
}

/** What the words of the sentence before tell, in the same paragraph: a denial, a relay, a police action. */
export function addEarlier(classes: ClassWriter, { before, sameParagraph }: Passage): void {
  if (!before || !sameParagraph) return
  let bits = 0
  for (const bit of before.bits) bits |= bit
  classes.add('earlier', bits)
}
