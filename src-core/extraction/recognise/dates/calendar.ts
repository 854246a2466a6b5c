import type { Period } from '../../../model/link'

/** A year, a month of it, a day of that: as precise as the words were. */
export interface Day {
  readonly year: number
  /** 1–12 */
  readonly month?: number
  readonly day?: number
}

/** Both ends included; one of them missing: open on that side. */
export interface Interval {
  readonly from?: Day
  readonly to?: Day
}

/** `YYYY-MM-DD` → its parts. */
export function parseIsoDay(iso: string | undefined): Required<Day> | undefined {
  const hit = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  if (!hit) return undefined
  return { year: Number(hit[1]), month: Number(hit[2]), day: Number(hit[3]) }
}

export function addDays(day: Required<Day>, days: number): Required<Day> {
  const moved = new Date(Date.UTC(day.year, day.month - 1, day.day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

export function addMonths(
  at: { year: number; month: number },
  months: number,
): Required<Pick<Day, 'year' | 'month'>> {
  const index = at.year * 12 + (at.month - 1) + months
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Required<Day>): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay()
}

export function toIso(day: Day): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const year = String(day.year)
  if (day.month === undefined) return year
  return day.day === undefined
    ? `${year}-${two(day.month)}`
    : `${year}-${two(day.month)}-${two(day.day)}`
}

export function toPeriod(interval: Interval): Period {
  return {
    ...(interval.from && { from: toIso(interval.from) }),
    ...(interval.to && { to: toIso(interval.to) }),
  }
}

export const whole = (day: Day): Interval => ({ from: day, to: day })
