import type { Token } from '../../stages'
import type { Day, Interval } from './calendar'
import type { DateAnchor, ParsedDate } from './date-cursor'
import { parseDate, yearAt } from './parse-date'
import { months } from './date-words'

export interface ParsedPeriod {
  readonly start: number
  readonly end: number
  readonly interval?: Interval
  readonly rule: string
}

const joiners = new Set(['to', 'and', 'until', 'till', 'through', 'thru', '–', '-', '—', 'up'])
const openers: Readonly<Record<string, 'from' | 'to' | 'range' | 'plain'>> = {
  since: 'from',
  'as of': 'from',
  starting: 'from',
  beginning: 'from',
  from: 'range',
  between: 'range',
  until: 'to',
  till: 'to',
  'up to': 'to',
  by: 'to',
  before: 'to',
  through: 'to',
}

/** Reads the period that begins at a token: "since 2019", "between November last year and April", "March and April", "in May 2021". */
export function parsePeriod(
  tokens: readonly Token[],
  at: number,
  limit: number,
  anchor: DateAnchor,
): ParsedPeriod | undefined {
  const opener = openerAt(tokens, at, limit)
  const first = parseDate(tokens, at + (opener?.length ?? 0), limit, anchor)
  if (!first) return undefined
  const second = secondEnd(
    tokens,
    first,
    limit,
    anchor,
    opener?.kind === 'range' && opener.word === 'between',
  )
  if (second)
    return {
      start: at,
      end: second.end,
      rule: 'range',
      ...(second.interval && { interval: second.interval }),
    }
  if (opener?.kind === 'to' && opener.word === 'by') return plain(at + opener.length, first)
  if (opener?.kind === 'from' || opener?.word === 'from') {
    const onward =
      opener.word !== 'from' || /^(?:on|onwards?)$/.test(tokens[first.end]?.lower ?? '')
    const end = opener.word === 'from' && onward ? first.end + 1 : first.end
    if (!onward) return plain(at + opener.length, first)
    return {
      start: at,
      end,
      rule: 'since',
      ...(first.interval?.from && { interval: { from: first.interval.from } }),
    }
  }
  if (opener?.kind === 'to')
    return {
      start: at,
      end: first.end,
      rule: 'until',
      ...(first.interval?.to && { interval: { to: first.interval.to } }),
    }
  if (opener) return plain(at + opener.length, first)
  return plain(at, first)
}

const plain = (start: number, date: ParsedDate): ParsedPeriod => ({
  start,
  end: date.end,
  rule: date.rule,
  ...(date.interval && { interval: date.interval }),
})

function openerAt(
  tokens: readonly Token[],
  at: number,
  limit: number,
): { kind: string; length: number; word: string } | undefined {
  const one = tokens[at]?.lower ?? ''
  if (one === 'as' || one === 'up') {
    const two = at + 1 < limit ? `${one} ${tokens[at + 1]?.lower ?? ''}` : ''
    const kind = openers[two]
    return kind ? { kind, length: 2, word: two } : undefined
  }
  const kind = Object.hasOwn(openers, one) ? openers[one] : undefined
  if (!kind) return undefined
  return { kind, length: 1, word: one }
}

/** The other end of a range: it may lend its year or month to the first. */
function secondEnd(
  tokens: readonly Token[],
  first: ParsedDate,
  limit: number,
  anchor: DateAnchor,
  between: boolean,
): ParsedDate | undefined {
  let i = first.end
  const joiner = tokens[i]?.lower ?? ''
  if (i >= limit || !joiners.has(joiner)) return undefined
  i++
  if (tokens[i]?.lower === 'to' && joiner === 'up') i++
  if (i < limit && (tokens[i]?.lower === 'in' || tokens[i]?.lower === 'at')) i++
  const from = first.interval?.from
  const local: DateAnchor = { ...anchor, ...(first.interval && { previous: first.interval }) }
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens[i]?.lower ?? '')
  const noun = tokens[i + 1]?.lower ?? ''
  if (day && from?.day !== undefined && !months.has(noun)) {
    let end = i + 1
    let year = from.year
    const given = yearAt(
      tokens[end]?.text === ',' ? (tokens[end + 1]?.text ?? '') : (tokens[end]?.text ?? ''),
    )
    if (given !== undefined) {
      end += tokens[end]?.text === ',' ? 2 : 1
      year = given
    }
    const start: Day = { ...from, year }
    return {
      end,
      rule: 'absolute',
      interval: { from: start, to: { ...start, day: Number(day[1]) } },
    }
  }
  const second = parseDate(tokens, i, limit, local)
  if (!second) return undefined
  if (joiner === 'and' && !between && !sameGrain(first, second)) return undefined
  const to = second.interval?.to ?? second.interval?.from
  if (!from || !to) return { end: second.end, rule: second.rule }
  return {
    end: second.end,
    rule: second.rule,
    interval: { from: lendYear(first, from, to), to },
  }
}

/** "March and April 2021" is one period, "2016 and last week" is two dates. */
function sameGrain(first: ParsedDate, second: ParsedDate): boolean {
  const a = first.interval?.from
  const b = second.interval?.from
  return (
    (a?.month === undefined) === (b?.month === undefined) &&
    (a?.day === undefined) === (b?.day === undefined) &&
    a?.month !== undefined
  )
}

/** A first month without a year takes the second's: "January to August 2024", "November to March 2024" begins the year before. */
function lendYear(first: ParsedDate, from: Day, to: Day): Day {
  if (first.rule !== 'no-year' || from.month === undefined) return from
  const months = to.month ?? 12
  return { ...from, year: from.month > months ? to.year - 1 : to.year }
}
