import type { Sentence, Token } from '../stages'
import { shape } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import type { WordIndex } from './word-index'

/** Neighbouring capitalised words of one sentence, with the small words that names hold inside ("Bank of the Republic"). */
export interface CapitalRun {
  /** Half-open range in the word index. */
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** Begins its sentence: the first capital may be the sentence's. */
  readonly initial: boolean
  /** In a headline in Title Case or capitals: capitals say nothing there. */
  readonly loud: boolean
}

const inner = wordClass(
  "of for the and de del della des du da do dos das la le les el al di van von der den y e et 's ’s & und für och og",
)

export function capitalRuns(
  words: WordIndex,
  sentences: readonly Sentence[],
  loudness: Uint8Array,
): CapitalRun[] {
  const runs: CapitalRun[] = []
  for (let s = 0; s < sentences.length; s++) {
    const first = words.firstOf[s] ?? 0
    const last = words.firstOf[s + 1] ?? first
    const loud = loudness[s] === 1
    let i = first
    while (i < last) {
      if (!isCapital(words.tokens[i])) {
        i++
        continue
      }
      let to = i + 1
      for (let j = to; j < last; j++) {
        const token = words.tokens[j]
        if (!token) break
        if (isCapital(token) || (isNumberPart(token) && j === to)) to = j + 1
        else if (!inner.has(token) || j - to >= 3) break
      }
      runs.push({ from: i, to, sentence: s, initial: startsHere(words, first, i), loud })
      i = to
    }
  }
  return runs
}

/** Quotation marks, bullets and numbers before the first word do not count. */
function startsHere(words: WordIndex, first: number, i: number): boolean {
  for (let j = first; j < i; j++) if (startsWithLetter(words.tokens[j])) return false
  return true
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && (token.shape & shape.capital) !== 0
}

const isNumberPart = (token: Token): boolean =>
  (token.shape & shape.allDigits) !== 0 && token.text.length <= 4

export function isLoud(tokens: readonly Token[]): boolean {
  let words = 0
  let capitals = 0
  for (const token of tokens) {
    if (token.end - token.start < 4 || !startsWithLetter(token)) continue
    words++
    if (isCapital(token)) capitals++
  }
  // A full stop at the end: prose full of names, unless it shouts throughout.
  const closed = tokens.at(-1)?.text === '.'
  return words >= 4 && capitals >= words * (closed ? 0.97 : 0.8)
}

const startsWithLetter = (token: Token | undefined): boolean =>
  token !== undefined && (token.shape & shape.letterFirst) !== 0
