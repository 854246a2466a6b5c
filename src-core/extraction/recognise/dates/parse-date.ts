import type { Token } from '../../stages'
import { addMonths, whole, type Day } from './calendar'
import { word, type Cursor, type DateAnchor, type ParsedDate } from './date-cursor'
import { months, ordinals, seasons, smallNumbers } from './date-words'
import { agoForm, anaphoric, bareDay, nearDay, relativeUnit, weekdayForm } from './relative-dates'

/** Reads one date expression that begins at a token; ranges are put together by `parsePeriod`. */
export function parseDate(
  tokens: readonly Token[],
  at: number,
  limit: number,
  anchor: DateAnchor,
): ParsedDate | undefined {
  const cursor: Cursor = { tokens, limit, anchor }
  for (const parse of forms) {
    const found = parse(cursor, at)
    if (found) return found
  }
  return undefined
}

const forms: readonly ((c: Cursor, at: number) => ParsedDate | undefined)[] = [
  numericDate,
  dayOfRange,
  dayFirst,
  monthForm,
  partOf,
  quarterForm,
  seasonForm,
  yearForm,
  relativeUnit,
  agoForm,
  weekdayForm,
  nearDay,
  bareDay,
  anaphoric,
]

export function yearAt(text: string): number | undefined {
  if (!/^(?:19[89]|20[0-3])\d$/.test(text)) return undefined
  return Number(text)
}

/** 2025-05-12, 2025.05.12, 12.05.2025, 12/05/2025; day first unless that cannot be. */
function numericDate(c: Cursor, at: number): ParsedDate | undefined {
  const text = word(c, at)
  if (text.length < 7 || text.length > 10) return undefined
  const iso = /^((?:19|20)\d\d)[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(text)
  if (iso)
    return absolute(at + 1, Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : undefined)
  const local = /^(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)$/.exec(text)
  if (!local) return undefined
  const [a, b] = [Number(local[1]), Number(local[2])]
  return b > 12
    ? absolute(at + 1, Number(local[3]), a, b)
    : absolute(at + 1, Number(local[3]), b, a)
}

function absolute(end: number, year: number, month: number, day?: number): ParsedDate | undefined {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined
  return {
    end,
    rule: 'absolute',
    interval: whole(day === undefined ? { year, month } : { year, month, day }),
  }
}

function dayNumber(text: string): number | undefined {
  const hit = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)
  const day = Number(hit?.[1])
  return day >= 1 && day <= 31 ? day : undefined
}

/** The first of "4 to 18 November 2024": its month comes after the second. */
function dayOfRange(c: Cursor, at: number): ParsedDate | undefined {
  const day = dayNumber(word(c, at))
  if (day === undefined || !/^(?:to|and|-|–|until|through)$/.test(word(c, at + 1))) return undefined
  const second = dayFirst(c, at + 2)
  const to = second?.interval?.to
  if (!to || to.day === undefined || to.day < day) return undefined
  return { end: at + 1, rule: second.rule, interval: whole({ ...to, day }) }
}

/** "7 April (2025)", "the 7th of April". */
function dayFirst(c: Cursor, at: number): ParsedDate | undefined {
  const from = word(c, at) === 'the' ? at + 1 : at
  const day = dayNumber(word(c, from))
  if (day === undefined) return undefined
  let next = from + 1
  if (word(c, next) === 'of') next++
  const month = months.get(word(c, next))
  if (month === undefined || !isMonthWord(c, next)) return undefined
  return withYear(c, next + 1, month, day)
}

/** "may" and "march" are months only as proper names, "mar", "sun" and the like not at all without their neighbours. */
function isMonthWord(c: Cursor, at: number): boolean {
  const text = c.tokens[at]?.text ?? ''
  return /^\p{Lu}/u.test(text)
}

/** "April 7, 2025", "April 2025", "April", "early April", "November last year", "October of this year". */
function monthForm(c: Cursor, at: number): ParsedDate | undefined {
  let i = at
  if (modifier(word(c, i)) && months.has(word(c, i + 1))) i++
  else if (
    /^(?:early|mid|late)-/.test(word(c, i)) &&
    months.has(word(c, i).slice(word(c, i).indexOf('-') + 1))
  )
    return withYear(c, i + 1, months.get(word(c, i).slice(word(c, i).indexOf('-') + 1)) ?? 1)
  const month = months.get(word(c, i))
  if (month === undefined || !isMonthWord(c, i)) return undefined
  const lower = word(c, i)
  if ((lower === 'may' || lower === 'march') && !monthNear(c, i)) return undefined
  const day = dayNumber(word(c, i + 1))
  if (day !== undefined && !/^\d{4}$/.test(word(c, i + 1)) && !countsOn(word(c, i + 2)))
    return withYear(c, i + 2, month, day)
  return withYear(c, i + 1, month)
}

/** "on July 30 servers" is a date, "in July 30 servers were" hardly ever: percent and units speak against a day. */
const countsOn = (next: string): boolean =>
  next === '%' || next === 'per' || next === 'percent' || next === 'gb' || next === 'tb'

const modifier = (text: string): boolean =>
  text === 'early' ||
  text === 'late' ||
  text === 'mid' ||
  text === 'mid-' ||
  text === 'last' ||
  text === 'this' ||
  text === 'that' ||
  text === 'next'

/** "May" at the head of a sentence, and "March", may be a verb or a walk: a preposition, a number or another month must stand beside. */
function monthNear(c: Cursor, i: number): boolean {
  const before = c.tokens[i - 1]?.lower ?? ''
  const after = word(c, i + 1)
  return (
    /^(?:in|of|since|from|until|till|by|to|and|on|between|during|through|early|late|mid|last|this|that|next|,|\(|and|–|-|or|before|after|around|as|the)$/.test(
      before,
    ) ||
    /^\d/.test(before) ||
    /^\d/.test(after) ||
    after === 'last' ||
    after === 'this' ||
    after === 'of'
  )
}

function withYear(c: Cursor, at: number, month: number, day?: number): ParsedDate {
  let i = at
  const build = (year: number, end: number, rule: ParsedDate['rule']): ParsedDate => ({
    end,
    rule,
    interval: whole(day === undefined ? { year, month } : { year, month, day }),
  })
  if (word(c, i) === ',' && yearAt(word(c, i + 1)) !== undefined) i++
  const given = yearAt(word(c, i))
  if (given !== undefined) return build(given, i + 1, 'absolute')
  const short = /^['’](\d\d)$/.exec(word(c, i))
  if (short) return build(2000 + Number(short[1]), i + 1, 'absolute')
  if (word(c, i) === 'of' || word(c, i) === 'in') {
    const year = yearAt(word(c, i + 1))
    if (year !== undefined) return build(year, i + 2, 'absolute')
  }
  const { published, previous } = c.anchor
  const skip = word(c, i) === 'of' ? i + 1 : i
  if (word(c, skip + 1) === 'year' && /^(?:last|this|next|that|the)$/.test(word(c, skip))) {
    const which = word(c, skip)
    if (which === 'that' && previous?.from) return build(previous.from.year, skip + 2, 'anaphoric')
    if (which !== 'that' && which !== 'the' && published)
      return build(
        published.year + (which === 'last' ? -1 : which === 'next' ? 1 : 0),
        skip + 2,
        'relative',
      )
  }
  const before = c.tokens[at - (day === undefined ? 2 : 3)]?.lower ?? ''
  if (before === 'that' && previous?.from) return build(previous.from.year, at, 'anaphoric')
  if (!published) return { end: at, rule: 'no-year' }
  return build(recentYear(published, month, day, before), at, 'no-year')
}

/** Reports look back: a month or day without its year is the last one up to the report's date, "last May" the one before this month. */
function recentYear(
  published: Required<Day>,
  month: number,
  day: number | undefined,
  before: string,
): number {
  if (month > published.month) return published.year - 1
  if (month < published.month) return published.year
  if (before === 'last') return published.year - 1
  return day !== undefined && day > published.day + 2 ? published.year - 1 : published.year
}

const parts: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['beginning', [1, 3]],
  ['start', [1, 3]],
  ['early', [1, 4]],
  ['middle', [5, 8]],
  ['mid', [5, 8]],
  ['late', [9, 12]],
  ['end', [10, 12]],
])

/** "early 2021", "mid-2023", "the end of 2022", "the beginning of the year", "late last year". */
function partOf(c: Cursor, at: number): ParsedDate | undefined {
  let i = word(c, at) === 'the' ? at + 1 : at
  const joined = /^(early|mid|late)-(\d{4})$/.exec(word(c, i))
  const part = parts.get(joined?.[1] ?? word(c, i).replace(/-$/, ''))
  if (!part) return undefined
  const { published } = c.anchor
  const year = joined ? yearAt(joined[2] ?? '') : undefined
  if (year !== undefined) return span(i + 1, year, part, 'absolute')
  i++
  if (word(c, i) === 'in') i++
  if (word(c, i) === 'of') i++
  const bare = yearAt(word(c, i))
  if (bare !== undefined) return span(i + 1, bare, part, 'absolute')
  if (/^(?:the|this|last|next)$/.test(word(c, i)) && word(c, i + 1) === 'year') {
    if (!published) return { end: i + 2, rule: 'relative' }
    const shift = word(c, i) === 'last' ? -1 : word(c, i) === 'next' ? 1 : 0
    return span(i + 2, published.year + shift, part, 'relative')
  }
  const month = months.get(word(c, i))
  return month !== undefined && isMonthWord(c, i) ? withYear(c, i + 1, month) : undefined
}

function span(
  end: number,
  year: number,
  [from, to]: readonly [number, number],
  rule: ParsedDate['rule'],
): ParsedDate {
  return {
    end,
    rule,
    interval: {
      from: addMonthsOf(year, from),
      to: addMonthsOf(year, to),
    },
  }
}

const addMonthsOf = (year: number, month: number) => addMonths({ year, month: 1 }, month - 1)

/** "Q3 2025", "the third quarter of 2020", "the first half of the year", "H1 2024". */
function quarterForm(c: Cursor, at: number): ParsedDate | undefined {
  let i = word(c, at) === 'the' ? at + 1 : at
  const coded = /^([qh])([1-4])$/.exec(word(c, i))
  const nth = ordinals.get(word(c, i))
  const noun = word(c, i + 1)
  let part: readonly [number, number] | undefined
  if (coded) {
    const size = coded[1] === 'q' ? 3 : 6
    part = [(Number(coded[2]) - 1) * size + 1, Number(coded[2]) * size]
    i++
  } else if (nth !== undefined && noun === 'quarter') {
    part = [nth * 3 - 2, nth * 3]
    i += 2
  } else if (nth !== undefined && noun === 'half') {
    const half = Math.min(nth, 2)
    part = [half * 6 - 5, half * 6]
    i += 2
  } else if (
    nth !== undefined &&
    /^(?:three|six|nine|few) ?$/.test(noun) &&
    word(c, i + 2) === 'months'
  ) {
    part = [1, smallNumbers.get(noun) ?? 3]
    i += 3
  }
  if (!part) return undefined
  if (word(c, i) === 'of' || word(c, i) === 'in') i++
  const year = yearAt(word(c, i))
  if (year !== undefined) return span(i + 1, year, part, 'absolute')
  const { published } = c.anchor
  const which = word(c, i)
  if (/^(?:the|this|last)$/.test(which) && word(c, i + 1) === 'year') i += 2
  else if (!coded && noun !== 'quarter') return undefined
  if (!published) return { end: i, rule: 'relative' }
  const named = word(c, i - 1) === 'year'
  const back = which === 'last' || (!named && part[0] > published.month) ? 1 : 0
  return span(i, published.year - back, part, 'relative')
}

/** "last summer", "the summer of 2023", "spring 2022", "this autumn". */
function seasonForm(c: Cursor, at: number): ParsedDate | undefined {
  let i = at
  const which = /^(?:the|last|this|that|early|late|next)$/.test(word(c, i)) ? word(c, i++) : ''
  const season = seasons.get(word(c, i))
  if (!season) return undefined
  const fall = word(c, i) === 'fall' || word(c, i) === 'spring'
  i++
  if (word(c, i) === 'of') i++
  const year = yearAt(word(c, i))
  if (year !== undefined) return seasonOf(i + 1, year, season, 'absolute')
  const { published, previous } = c.anchor
  if (which === 'that' && previous?.from)
    return seasonOf(i, previous.from.year, season, 'anaphoric')
  if (word(c, i) === 'last' && word(c, i + 1) === 'year')
    return published
      ? seasonOf(i + 2, published.year - 1, season, 'relative')
      : { end: i + 2, rule: 'relative' }
  if (
    which !== 'last' &&
    which !== 'this' &&
    (fall || !/^(?:in|since|during|over|by)$/.test(c.tokens[at - 1]?.lower ?? ''))
  )
    return undefined
  if (!published) return { end: i, rule: 'relative' }
  const started = season[0] <= published.month
  // "last summer" said in October is the one just gone.
  const gone = season[1] < published.month
  return seasonOf(
    i,
    published.year - (which === 'last' ? (gone ? 0 : 1) : started ? 0 : 1),
    season,
    'relative',
  )
}

function seasonOf(
  end: number,
  year: number,
  [from, to]: readonly [number, number],
  rule: ParsedDate['rule'],
): ParsedDate {
  // The winter of 2023 begins in December 2022 as often as not: it is told as the months that it ends in.
  const base = to > 12 ? year - 1 : year
  return {
    end,
    rule,
    interval: {
      from: addMonths({ year: base, month: 1 }, from - 1),
      to: addMonths({ year: base, month: 1 }, to - 1),
    },
  }
}

/** After these a number of four digits is a year. */
const beforeYear = new Set(
  'in since from of until till by before through throughout after during between and to for early late mid mid- as around about back the a an or year than already on is was first published copyright that this its their his her with – - — ( , / ; : & " “ ’s \'s © january february march april may june july august september october november december spring summer autumn fall winter'.split(
    ' ',
  ),
)
const productBefore =
  /^(?:server|windows|office|exchange|studio|sql|sharepoint|edition|version|v|no|no\.|unit|outlook|word|excel|port)$/

/** A bare year, "2021–2023", "2019-21", "the 2010s". */
function yearForm(c: Cursor, at: number): ParsedDate | undefined {
  const text = word(c, at)
  const code = text.charCodeAt(0)
  if (code !== 49 && code !== 50) return undefined
  const range = /^((?:19|20)\d\d)[-–—/]((?:19|20)?\d\d)$/.exec(text)
  if (range) {
    const from = Number(range[1])
    const to =
      range[2]?.length === 2 ? Number(`${String(from).slice(0, 2)}${range[2]}`) : Number(range[2])
    // "2021-05" is a month.
    if (to > from && to - from < 40)
      return { end: at + 1, rule: 'absolute', interval: { from: { year: from }, to: { year: to } } }
  }
  const decade = /^((?:19|20)\d0)s$/.exec(text)
  if (decade)
    return {
      end: at + 1,
      rule: 'absolute',
      interval: { from: { year: Number(decade[1]) }, to: { year: Number(decade[1]) + 9 } },
    }
  const year = yearAt(text)
  if (year === undefined) return undefined
  const before = c.tokens[at - 1]
  if (productBefore.test(before?.lower ?? '')) return undefined
  const glued = before && before.end === c.tokens[at]?.start && /[$€£#]/.test(before.text)
  if (glued) return undefined
  const after = word(c, at + 1)
  const sentenceStart = before === undefined
  const ends = after === '' || /^[^\p{L}\d]/u.test(after)
  if (
    !sentenceStart &&
    !beforeYear.has(before.lower) &&
    !ends &&
    !/^(?:alone|and|or|to|when|the|he|she|it|they|we|that|which|as|by|with)$/.test(after)
  )
    return undefined
  return { end: at + 1, rule: 'absolute', interval: whole({ year }) }
}
