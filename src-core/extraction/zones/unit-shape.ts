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
  const head = unit.text.slice(0, 600)
  const [separator, separators] = mainSeparator(head)
  return {
    words: countWords(head),
    length: unit.text.length,
    closed: /[.!?…]["'”’»)\]]{0,2}$/.test(unit.text.slice(-4)),
    shouted: isShouted(head),
    marker: markerOf(head),
    separator,
    separators,
    indicators: (head.match(indicatorLike) ?? []).length,
  }
}

function isShouted(head: string): boolean {
  let small = 0
  let capitals = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    if (code >= 97 && code <= 122) small++
    else if (code >= 65 && code <= 90) capitals++
    else if (code > 0xbf) {
      const letter = head.charAt(i)
      if (letter !== letter.toUpperCase()) small++
      else if (letter !== letter.toLowerCase()) capitals++
    }
  }
  return capitals + small >= 3 && capitals >= (capitals + small) * 0.8
}

function markerOf(head: string): 'bullet' | 'number' | undefined {
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

function countWords(head: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < head.length; i++) {
    const blank = head.charCodeAt(i) <= 32
    if (!blank && !inside) words++
    inside = !blank
  }
  return words
}
