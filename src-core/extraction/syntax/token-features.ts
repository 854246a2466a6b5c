import { foldedCode, hashFolded, mix } from './hashing'
import type { Lexicon } from './lexicon'

/**
 * What the tagger and the parser see of a sentence's words: hashes, one entry a token, padded with PAD tokens so that windows need no
 * bounds checks (`at(i)` is `i + PAD`).
 */
export const PAD = 3

export interface TokenFeatures {
  readonly length: number
  /** Folded word. */
  readonly word: Int32Array
  /** Folded word where training has seen it often enough, else a class by ending and shape. */
  readonly known: Int32Array
  readonly shape: Int32Array
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
  readonly prefix3: Int32Array
  /** Set of tags the word had in training, or a class by ending and shape. */
  readonly ambiguity: Int32Array
  /** Tags that a general lexicon gives the word, or a class by ending and shape. */
  readonly possible: Int32Array
  /** Joint tag when training saw hardly any other, else -1. */
  readonly certain: Int16Array
  /** Word classes by distribution, coarse and fine; 0: no vector known. */
  readonly coarse: Int32Array
  readonly fine: Int32Array
}

const BEFORE = 0x51ed270b
const AFTER = 0x2545f491

export function tokenFeatures(tokens: readonly string[], lexicon: Lexicon): TokenFeatures {
  const length = tokens.length
  const size = length + 2 * PAD
  const make = (): Int32Array => {
    const array = new Int32Array(size)
    array.fill(BEFORE, 0, PAD)
    array.fill(AFTER, size - PAD)
    return array
  }
  const features = {
    length,
    word: make(),
    known: make(),
    shape: make(),
    suffix1: make(),
    suffix2: make(),
    suffix3: make(),
    suffix4: make(),
    prefix3: make(),
    ambiguity: make(),
    possible: make(),
    certain: new Int16Array(size).fill(-1),
    coarse: make(),
    fine: make(),
  }
  const styled = isTitleCase(tokens)
  for (let i = 0; i < length; i++)
    describeToken(tokens[i] ?? '', i + PAD, styled, features, lexicon)
  return features
}

function describeToken(
  text: string,
  at: number,
  styled: boolean,
  into: TokenFeatures,
  lexicon: Lexicon,
): void {
  // Nothing a feature needs lies past 64 characters: a 500 KB word costs no more than a long one.
  const end = Math.min(text.length, 64)
  const tail = text.length
  const word = hashFolded(text, 0, end)
  const shape = shapeOf(text, end, styled)
  const suffix3 = hashFolded(text, Math.max(0, tail - 3), tail)
  into.word[at] = word
  into.shape[at] = shape
  into.suffix1[at] = foldedCode(text.charCodeAt(tail - 1))
  into.suffix2[at] = hashFolded(text, Math.max(0, tail - 2), tail)
  into.suffix3[at] = suffix3
  into.suffix4[at] = hashFolded(text, Math.max(0, tail - 4), tail)
  into.prefix3[at] = hashFolded(text, 0, Math.min(3, tail))
  const entry = lexicon.find(word)
  const isFrequent = lexicon.ambiguityOf(entry) > 0
  const possible = lexicon.possibleOf(entry)
  const byForm = mix(shape, suffix3)
  into.known[at] = isFrequent ? word : mix(mix(shape, into.suffix2[at] ?? 0), possible)
  into.possible[at] = possible > 0 ? possible : byForm
  into.ambiguity[at] = isFrequent
    ? lexicon.ambiguityOf(entry)
    : possible > 0
      ? mix(possible, 77)
      : byForm
  into.certain[at] = styled ? -1 : lexicon.certainOf(entry)
  into.coarse[at] = lexicon.coarseOf(entry)
  into.fine[at] = lexicon.fineOf(entry)
}

const LOWER = 1
const UPPER = 2
const DIGIT = 3
const HYPHEN = 4
const OTHER = 5

/** Runs of letter kinds, at most two long: "Xx", "XX0", "xx-xx". In a title-case line capitals say nothing, so they are folded. */
function shapeOf(text: string, end: number, styled: boolean): number {
  let hash = 17
  let last = 0
  let run = 0
  for (let i = 0; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i), styled && i === 0)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) hash = mix(hash, kind)
  }
  return styled ? mix(hash, 99) : hash
}

function kindOf(code: number, folded: boolean): number {
  if (code >= 97 && code <= 122) return LOWER
  if (code >= 65 && code <= 90) return folded ? LOWER : UPPER
  if (code >= 48 && code <= 57) return DIGIT
  if (code === 45 || (code >= 0x2010 && code <= 0x2015)) return HYPHEN
  if (code < 192) return OTHER
  if (code < 0x250)
    return String.fromCharCode(code).toLowerCase().charCodeAt(0) === code || folded ? LOWER : UPPER
  return OTHER
}

/** A headline in title case: four words or more, and nearly all that could be small are not. */
function isTitleCase(tokens: readonly string[]): boolean {
  let words = 0
  let capital = 0
  for (const token of tokens) {
    if (token.length < 4 || words > 60) continue
    const code = token.charCodeAt(0)
    const isLower = code >= 97 && code <= 122
    const isUpper = code >= 65 && code <= 90
    if (isLower || isUpper) words++
    if (isUpper) capital++
  }
  return words >= 4 && capital >= words * 0.85
}
