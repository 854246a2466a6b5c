import type { Token } from '../../stages'
import type { Day, Interval } from './calendar'

/** What relative words are counted from. */
export interface DateAnchor {
  /** The report's date. */
  readonly published?: Required<Day>
  /** The last date that the text gave: for "that year", "a month later". */
  readonly previous?: Interval
}

export interface ParsedDate {
  /** One past the last token. */
  readonly end: number
  /** Missing where relative words have nothing to be counted from. */
  readonly interval?: Interval
  readonly rule: 'absolute' | 'no-year' | 'relative' | 'anaphoric'
}

export interface Cursor {
  readonly tokens: readonly Token[]
  readonly limit: number
  readonly anchor: DateAnchor
}

/** Lower-case word at a place, empty past the end. */
export const word = (c: Cursor, at: number): string =>
  at < c.limit ? (c.tokens[at]?.lower ?? '') : ''
