import type { Token } from '../stages'
import { capitalisedWordOf, hashSeed, hashStep, numberAt, numberOf, wordOf } from './vocabulary'

/** Facts about how a token is written, as bits of `Token.shape`: each is found once, when the token is cut. */
export const shape = {
  /** Begins with a capital letter: `^\p{Lu}`. */
  upperFirst: 1,
  /** May begin a name: a capital, or "eCitizen", "iPhone", "e-Albania". */
  capital: 2,
  /** `^\p{L}` */
  letterFirst: 4,
  /** `^\p{Ll}` */
  lowerFirst: 8,
  /** `^\d` */
  digitFirst: 16,
  /** `\d` */
  hasDigit: 32,
  /** `^\d+$` */
  allDigits: 64,
  /** `\p{Lu}` */
  hasUpper: 128,
  /** `\p{Ll}` */
  hasLower: 256,
  /** A capital that is not the first letter. */
  laterUpper: 512,
} as const

export const isShaped = (token: Token | undefined, bits: number): boolean =>
  token !== undefined && (token.shape & bits) !== 0

/** `^\p{Lu}` */
export const startsUpper = (token: Token | undefined): boolean => isShaped(token, shape.upperFirst)

/** The token over a span. Words that rules ask for share their strings, so that most tokens of a text need none of their own. */
export function makeToken(text: string, start: number, end: number): Token {
  let hash = hashSeed
  let uppers = 0
  let lowers = 0
  let digits = 0
  for (let i = start; i < end; i++) {
    let code = text.charCodeAt(i)
    if (code > 127) return otherToken(text, start, end)
    if (code >= 97 && code <= 122) lowers++
    else if (code >= 65 && code <= 90) {
      uppers++
      code |= 32
    } else if (code >= 48 && code <= 57) digits++
    hash = hashStep(hash, code)
  }
  const bits =
    firstBits(text, start, end) |
    (digits > 0 ? shape.hasDigit : 0) |
    (digits === end - start ? shape.allDigits : 0) |
    (uppers > 0 ? shape.hasUpper : 0) |
    (lowers > 0 ? shape.hasLower : 0) |
    (uppers > 1 || (uppers === 1 && !isUpper(text.charCodeAt(start))) ? shape.laterUpper : 0)
  const word = numberAt(text, start, end, hash)
  if (word === 0) {
    const written = text.slice(start, end)
    const lower = uppers === 0 ? written : written.toLowerCase()
    return { start, end, text: written, lower, word, shape: bits }
  }
  const lower = wordOf(word)
  const written =
    uppers === 0
      ? lower
      : uppers === 1 && (bits & shape.upperFirst) !== 0
        ? capitalisedWordOf(word)
        : text.slice(start, end)
  return { start, end, text: written, lower, word, shape: bits }
}

const isUpper = (code: number): boolean => code >= 65 && code <= 90

function firstBits(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  if (first >= 65 && first <= 90) return shape.upperFirst | shape.capital | shape.letterFirst
  if (first >= 48 && first <= 57) return shape.digitFirst
  if (first < 97 || first > 122) return 0
  return (
    shape.letterFirst | shape.lowerFirst | (hasLateCapital(text, start, end) ? shape.capital : 0)
  )
}

/** "eCitizen", "iPhone", "e-Albania", but not "fedpol". */
function hasLateCapital(text: string, start: number, end: number): boolean {
  const second = end - start > 1 ? text.charCodeAt(start + 1) : 0
  if (second >= 65 && second <= 90) return true
  const hyphen = second === 45 ? start + 1 : start + 2
  if (hyphen === start + 2 && !(second >= 97 && second <= 122)) return false
  if (hyphen + 1 >= end || text.charCodeAt(hyphen) !== 45) return false
  const after = text.charCodeAt(hyphen + 1)
  return after >= 65 && after <= 90
}

/** Few tokens have other letters than English ones: for them Unicode is asked. */
function otherToken(text: string, start: number, end: number): Token {
  const written = text.slice(start, end)
  const lower = written.toLowerCase()
  const first = written.charCodeAt(0)
  const second = written.charCodeAt(1)
  const upperFirst = /^\p{Lu}/u.test(written)
  const isSmall = first >= 97 && first <= 122
  const capital = isSmall
    ? (second >= 65 && second <= 90) || /^[a-z]{1,2}-\p{Lu}/u.test(written)
    : upperFirst
  const bits =
    (upperFirst ? shape.upperFirst : 0) |
    (capital ? shape.capital : 0) |
    (/^\p{L}/u.test(written) ? shape.letterFirst : 0) |
    (/^\p{Ll}/u.test(written) ? shape.lowerFirst : 0) |
    (/^\d/.test(written) ? shape.digitFirst : 0) |
    (/\d/.test(written) ? shape.hasDigit : 0) |
    (/\p{Lu}/u.test(written) ? shape.hasUpper : 0) |
    (/\p{Ll}/u.test(written) ? shape.hasLower : 0) |
    (/.\p{Lu}/u.test(written) ? shape.laterUpper : 0)
  return { start, end, text: written, lower, word: numberOf(lower), shape: bits }
}
