import { addDays, addMonths, weekdayOf, whole, type Day, type Interval } from './calendar'
import { word, type Cursor, type ParsedDate } from './date-cursor'
import { smallNumbers, units, weekdays } from './date-words'

const determiners = /^(?:last|this|past|previous|next|current|the|same|that|following)$/

/** "last year", "this month", "last week", "over the past two years", "the last six months". */
export function relativeUnit(c: Cursor, at: number): ParsedDate | undefined {
  const lasting = duration(c, at)
  if (lasting) return lasting
  let i = at
  if (
    /^(?:the|these|over|during|within|for)$/.test(word(c, i)) &&
    /^(?:the|past|last|previous)$/.test(word(c, i + 1))
  )
    i++
  if (word(c, i) === 'the' && /^(?:past|last|previous)$/.test(word(c, i + 1))) i++
  const which = word(c, i)
  if (!determiners.test(which)) return undefined
  const count =
    smallNumbers.get(word(c, i + 1)) ??
    (/^\d{1,2}$/.test(word(c, i + 1))
      ? Number(word(c, i + 1))
      : word(c, i + 1) === 'few' || word(c, i + 1) === 'several'
        ? 3
        : undefined)
  const unit = units.get(word(c, count === undefined ? i + 1 : i + 2))
  if (!unit || which === 'the' || which === 'that' || which === 'same' || which === 'following')
    return undefined
  const end = count === undefined ? i + 2 : i + 3
  const { published } = c.anchor
  if (!published) return { end, rule: 'relative' }
  const back = which === 'last' || which === 'past' || which === 'previous'
  if (count !== undefined && back)
    return { end, rule: 'relative', interval: backFrom(published, count, unit) }
  if (which === 'past') return { end, rule: 'relative', interval: backFrom(published, 1, unit) }
  const shift = back ? -1 : which === 'next' ? 1 : 0
  if (unit.days !== undefined) {
    const day = addDays(published, shift * unit.days)
    return { end, rule: 'relative', interval: { from: day, to: shift === 0 ? published : day } }
  }
  if (unit.months === 12)
    return { end, rule: 'relative', interval: whole({ year: published.year + shift }) }
  if (unit.months === 3) {
    const quarter = Math.floor((published.month - 1) / 3) + shift
    const first = addMonths({ year: published.year, month: 1 }, quarter * 3)
    return { end, rule: 'relative', interval: { from: first, to: addMonths(first, 2) } }
  }
  return unit.months === 1
    ? { end, rule: 'relative', interval: whole(addMonths(published, shift)) }
    : undefined
}

/** "for two years", "for months": up to the report's date. */
function duration(c: Cursor, at: number): ParsedDate | undefined {
  if (word(c, at) !== 'for') return undefined
  const i = /^(?:about|around|nearly|almost|over)$/.test(word(c, at + 1)) ? at + 2 : at + 1
  const amount = amountAt(c, i)
  const unit = units.get(word(c, i + 1))
  if (amount === undefined || !unit || (unit.days !== undefined && amount * unit.days < 14))
    return undefined
  const { published } = c.anchor
  const end = i + 2
  if (!published) return { end, rule: 'relative' }
  return { end, rule: 'relative', interval: backFrom(published, amount, unit) }
}

function amountAt(c: Cursor, at: number): number | undefined {
  const text = word(c, at)
  if (/^\d{1,3}$/.test(text)) return Number(text)
  return smallNumbers.get(text)
}

function backFrom(
  published: Required<Day>,
  count: number,
  unit: { readonly days?: number; readonly months?: number },
): Interval {
  if (unit.days !== undefined)
    return { from: addDays(published, -count * unit.days), to: published }
  const months = count * (unit.months ?? 1)
  const from = addMonths(published, -months)
  return {
    from: months % 12 === 0 && months > 12 ? { year: from.year } : from,
    to: { year: published.year, month: published.month },
  }
}

/** "two years ago", "three weeks earlier", "a month later", "six months before". */
export function agoForm(c: Cursor, at: number): ParsedDate | undefined {
  const amount = amountAt(c, at)
  if (amount === undefined) return undefined
  const unit = units.get(word(c, at + 1))
  if (!unit) return undefined
  const tail = word(c, at + 2)
  const { published, previous } = c.anchor
  if (tail === 'ago')
    return published
      ? { end: at + 3, rule: 'relative', interval: whole(shift(published, -amount, unit)) }
      : { end: at + 3, rule: 'relative' }
  const later = tail === 'later' || tail === 'after' || tail === 'on'
  if (!later && tail !== 'earlier' && tail !== 'before') return undefined
  const base = later ? (previous?.to ?? previous?.from) : previous?.from
  if (!base || (tail === 'on' && /^\p{L}/u.test(word(c, at + 3)))) return undefined
  return {
    end: at + 3,
    rule: 'anaphoric',
    interval: whole(shift(base, later ? amount : -amount, unit)),
  }
}

/** Counted in the unit's own grain: "two years ago" gives a year, "three weeks ago" a day. */
function shift(
  base: Day,
  amount: number,
  unit: { readonly days?: number; readonly months?: number },
): Day {
  if (unit.months !== undefined && unit.months >= 12)
    return { year: base.year + (amount * unit.months) / 12 }
  if (base.month === undefined) return { year: base.year }
  if (unit.months !== undefined)
    return addMonths({ year: base.year, month: base.month }, amount * unit.months)
  const from = { year: base.year, month: base.month, day: base.day ?? 15 }
  return addDays(from, amount * (unit.days ?? 1))
}

/** The last such day up to the report's own. */
export function weekdayForm(c: Cursor, at: number): ParsedDate | undefined {
  const which = word(c, at)
  const i = which === 'last' || which === 'this' || which === 'next' ? at + 1 : at
  const weekday = weekdays.get(word(c, i))
  if (weekday === undefined || !/^\p{Lu}/u.test(c.tokens[i]?.text ?? '')) return undefined
  // "Tuesday, 4 March": the date itself says more.
  const { published } = c.anchor
  if (!published) return { end: i + 1, rule: 'relative' }
  const back = (weekdayOf(published) - weekday + 7) % 7
  return {
    end: i + 1,
    rule: 'relative',
    interval: whole(
      addDays(published, which === 'last' && back === 0 ? -7 : which === 'next' ? 7 - back : -back),
    ),
  }
}

const nearDays: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
])

export function nearDay(c: Cursor, at: number): ParsedDate | undefined {
  const days = nearDays.get(word(c, at))
  if (days === undefined) return undefined
  const { published } = c.anchor
  return published
    ? { end: at + 1, rule: 'relative', interval: whole(addDays(published, days)) }
    : { end: at + 1, rule: 'relative' }
}

/** "on the 8th", "until the 4th". */
export function bareDay(c: Cursor, at: number): ParsedDate | undefined {
  if (
    word(c, at) !== 'the' ||
    !/^(?:on|until|since|by|from|before|after|and|to|of)$/.test(c.tokens[at - 1]?.lower ?? '')
  )
    return undefined
  const hit = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word(c, at + 1))
  const day = Number(hit?.[1])
  const after = word(c, at + 2)
  if (
    !(day >= 1 && day <= 31) ||
    (/^\p{L}/u.test(after) &&
      !/^(?:and|or|to|of|the|by|with|made|that|in|at|from|through|announced|it|was|were|is|has|had|after|when|as|for|published|both)$/.test(
        after,
      ))
  )
    return undefined
  const { published } = c.anchor
  if (!published) return { end: at + 2, rule: 'relative' }
  const base = day <= published.day + 1 ? published : addMonths(published, -1)
  return {
    end: at + 2,
    rule: 'relative',
    interval: whole({ year: base.year, month: base.month, day }),
  }
}

/** "that year", "the same month", "the following year", "the year before". */
export function anaphoric(c: Cursor, at: number): ParsedDate | undefined {
  const from = c.anchor.previous?.from
  if (!from) return undefined
  const i = word(c, at) === 'the' || word(c, at) === 'in' ? at + 1 : at
  const which = word(c, i)
  const noun = word(c, i + 1)
  if (which === 'year' && i > at && (noun === 'before' || noun === 'after'))
    return {
      end: i + 2,
      rule: 'anaphoric',
      interval: whole({ year: from.year + (noun === 'after' ? 1 : -1) }),
    }
  if (!/^(?:that|same|following|previous|preceding|next)$/.test(which)) return undefined
  const step =
    which === 'following' || which === 'next'
      ? 1
      : which === 'previous' || which === 'preceding'
        ? -1
        : 0
  if (step !== 0 && i === at) return undefined
  if (noun === 'year')
    return { end: i + 2, rule: 'anaphoric', interval: whole({ year: from.year + step }) }
  if (noun === 'month' && from.month !== undefined)
    return {
      end: i + 2,
      rule: 'anaphoric',
      interval: whole(addMonths({ year: from.year, month: from.month }, step)),
    }
  return undefined
}
