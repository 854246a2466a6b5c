const dayMs = 86_400_000

/** Half-open, in whole days since 1970-01-01 (UTC). */
export interface DayRange {
  readonly from: number
  readonly to: number
}

/** The days that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean; undefined where it is none of these. */
export function dayRange(date: string): DayRange | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!found) return undefined
  const year = Number(found[1])
  const month = found[2] === undefined ? undefined : Number(found[2]) - 1
  const day = found[3] === undefined ? undefined : Number(found[3])
  if (month === undefined) return { from: dayOf(year, 0, 1), to: dayOf(year + 1, 0, 1) }
  if (month < 0 || month > 11) return undefined
  if (day === undefined) return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) }
  const from = dayOf(year, month, day)
  // "2023-02-30" is no day: the calendar would move it into March.
  return monthOf(from) === month && day > 0 ? { from, to: from + 1 } : undefined
}

/** Days since 1970-01-01; months below 0 and above 11 run into the years around. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / dayMs
}

/** `YYYY-MM-DD` of a day, cut to a year or a month where that is what is asked for. */
export function dateOf(day: number, precision: 'year' | 'month' | 'day' = 'day'): string {
  const whole = new Date(Math.floor(day) * dayMs).toISOString().slice(0, 10)
  return whole.slice(0, { year: 4, month: 7, day: 10 }[precision])
}

export function yearOf(day: number): number {
  return new Date(Math.floor(day) * dayMs).getUTCFullYear()
}

/** 0 is January. */
export function monthOf(day: number): number {
  return new Date(Math.floor(day) * dayMs).getUTCMonth()
}
