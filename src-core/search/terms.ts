import type { Span } from '../model/span'

/** A term as the index knows it, and where it stands in the text that was given. */
export interface TermAt extends Span {
  readonly term: string
}

/** Han, kana, Hangul syllables: written without spaces, or with endings grown on. */
const cjk = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]/
const words = /[\p{L}\p{N}\p{M}_]+/gu
const cjkRuns =
  /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+|[^\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+/g
/** Longer runs of letters are encoded data, which nobody searches whole. */
const longestTerm = 64

/**
 * Words, folded: case and accents make no difference. Runs of CJK become pairs of neighbours, so that a word is found where no
 * space marks it; a run of one character stands alone.
 */
export function* termsIn(text: string): Generator<TermAt> {
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!cjk.test(word)) {
      if (word.length <= longestTerm)
        yield { term: foldTerm(word), start: index, end: index + word.length }
      continue
    }
    for (const { 0: run, index: at } of word.matchAll(cjkRuns)) {
      const start = index + at
      if (!cjk.test(run)) yield { term: foldTerm(run), start, end: start + run.length }
      else if (run.length === 1) yield { term: run, start, end: start + 1 }
      else
        for (let i = 0; i + 1 < run.length; i += 1)
          yield { term: run.slice(i, i + 2), start: start + i, end: start + i + 2 }
    }
  }
}

export function foldTerm(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export function isCjk(term: string): boolean {
  return cjk.test(term)
}
