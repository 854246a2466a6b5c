import type { Unit } from './layout-units'

/** What a unit looks like, cheap to ask: counted over its first 600 characters. */
export interface UnitShape {
  readonly words: number
  readonly length: number
  /** Ends as a sentence does. */
  readonly closed: boolean
  /** Most of its letters are capitals. */
  readonly shouted: boolean
  readonly marker: 'bullet' | 'number' | undefined
  readonly separators: number
  readonly separator: string
  readonly indicators: number
}

const indicatorLike =
  /\b[0-9a-f]{32,64}\b|\[\.\]|\(\.\)|\[:\]|\[dot\]|\bhxxps?:|\b(?:\d{1,3}\.){3}\d{1,3}\b/gi

export function unitShape(unit: Unit): UnitShape {
  const { text } = unit
  const head = text.slice(0, headLength)
  const seen = survey(head)
  const [separator, separators] = seen.separators ? mainSeparator(head) : noSeparator
  return {
    words: seen.words,
    length: text.length,
    closed: isClosed(text),
    shouted: seen.capitals + seen.small >= 3 && seen.capitals >= (seen.capitals + seen.small) * 0.8,
    marker: markerOf(head),
    separator,
    separators,
    indicators: seen.indicators ? (head.match(indicatorLike) ?? []).length : 0,
  }
}

const headLength = 600
const noSeparator = ['', 0] as const

function isClosed(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  if ((last >= 97 && last <= 122) || (last >= 48 && last <= 57)) return false
  return /[.!?…]["'”’»)\]]{0,2}$/.test(text.slice(-4))
}

interface Survey {
  readonly words: number
  readonly small: number
  readonly capitals: number
  /** Signs that may part the cells of a row stand in it. */
  readonly separators: boolean
  /** Signs without which there is no indicator stand in it. */
  readonly indicators: boolean
}

/** All that is counted, in one pass; patterns are tried only for what it has seen signs of. */
function survey(head: string): Survey {
  let words = 0
  let small = 0
  let capitals = 0
  let inside = false
  let separators = false
  let indicators = false
  let hex = 0
  let before = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    if (code <= 32) {
      inside = false
      hex = 0
      if (code === 9) separators = true
      before = code
      continue
    }
    if (!inside) words++
    inside = true
    if (code >= 97 && code <= 122) {
      small++
      hex = code <= 102 ? hex + 1 : 0
      // "hxxp", "[dot]"
      if ((code === 120 && (before | 32) === 120) || before === 91) indicators = true
    } else if (code >= 65 && code <= 90) {
      capitals++
      hex = code <= 70 ? hex + 1 : 0
      if ((code === 88 && (before | 32) === 120) || before === 91) indicators = true
    } else if (code >= 48 && code <= 57) {
      hex++
      if (before === 46) indicators = true
    } else {
      hex = 0
      // "[.", "(.", "[:"
      if ((code === 46 || code === 58) && (before === 91 || before === 40)) indicators = true
      if (code === 124 || code === 47 || code === 0x2014 || code === 0x2013) separators = true
      if (code > 0xbf) {
        const letter = head.charAt(i)
        if (letter !== letter.toUpperCase()) small++
        else if (letter !== letter.toLowerCase()) capitals++
      }
    }
    if (hex >= 32) indicators = true
    before = code
  }
  return { words, small, capitals, separators, indicators }
}

function markerOf(head: string): 'bullet' | 'number' | undefined {
  const first = head.charCodeAt(0)
  // Only "a)" begins with a letter.
  if (isLetter(first) && isLetter(head.charCodeAt(1))) return undefined
  if (/^(?:[-–—•*·▪‣∙◦●○+△▲►→※]|\(?[a-z][.)])\s/.test(head)) return 'bullet'
  if (/^(?:\(?\d{1,2}[.)]|\[\d{1,2}:\d\d\]|#\d{1,3}|\([ivx]{1,5}\))\s/.test(head)) return 'number'
  return undefined
}

function mainSeparator(head: string): readonly [string, number] {
  for (const [name, pattern] of separatorPatterns) {
    const count = (head.match(pattern) ?? []).length
    if (count > 0) return [name, count]
  }
  return ['', 0]
}

const separatorPatterns: readonly (readonly [string, RegExp])[] = [
  ['|', /\s\|\s/g],
  ['tab', /\t/g],
  ['/', /\s\/\s/g],
  ['—', /\s[—–]\s/g],
]

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
