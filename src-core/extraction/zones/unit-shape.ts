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
    words: (head.match(/\S+/g) ?? []).length,
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
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  const capitals = head.match(/\p{Lu}/gu)?.length ?? 0
  return letters >= 3 && capitals >= letters * 0.8
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
