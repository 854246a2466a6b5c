import { dateOf, dayOf, monthOf, yearOf } from './days'

export interface AxisTick {
  readonly day: number
  readonly label: string
  /** A step of the larger unit begins here: a longer stroke and its name. */
  readonly major: boolean
}

interface Step {
  readonly unit: 'year' | 'month' | 'day'
  readonly every: number
  /** Days, roughly: decides which step fits. */
  readonly length: number
  /** Pixels that a label of it needs. */
  readonly room: number
}

const steps: readonly Step[] = [
  { unit: 'day', every: 1, length: 1, room: 26 },
  { unit: 'day', every: 7, length: 7, room: 44 },
  { unit: 'month', every: 1, length: 30.4, room: 40 },
  { unit: 'month', every: 3, length: 91.3, room: 40 },
  { unit: 'year', every: 1, length: 365.25, room: 42 },
  { unit: 'year', every: 5, length: 5 * 365.25, room: 42 },
  { unit: 'year', every: 10, length: 10 * 365.25, room: 42 },
  { unit: 'year', every: 50, length: 50 * 365.25, room: 42 },
]
const coarsest: Step = { unit: 'year', every: 50, length: 50 * 365.25, room: 42 }

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Where an axis is marked between two days, from decades to days, so that no label touches the next. */
export function axisTicks(from: number, to: number, width: number): readonly AxisTick[] {
  const perDay = width / Math.max(to - from, 1)
  const step = steps.find(({ length, room }) => length * perDay >= room) ?? coarsest
  const ticks: AxisTick[] = []
  for (let day = firstTick(from, step); day < to; day = nextTick(day, step))
    if (day >= from) ticks.push({ day, ...labelOf(day, step) })
  return ticks
}

function firstTick(from: number, { unit, every }: Step): number {
  const year = yearOf(from)
  if (unit === 'year') return dayOf(Math.floor(year / every) * every, 0, 1)
  if (unit === 'month') return dayOf(year, Math.floor(monthOf(from) / every) * every, 1)
  // Weeks start on Mondays; 1970-01-01 was a Thursday.
  return every === 7 ? Math.floor((from + 3) / 7) * 7 - 3 : Math.floor(from)
}

function nextTick(day: number, { unit, every }: Step): number {
  if (unit === 'year') return dayOf(yearOf(day) + every, 0, 1)
  if (unit === 'month') return dayOf(yearOf(day), monthOf(day) + every, 1)
  return day + every
}

function labelOf(day: number, { unit, every }: Step): Pick<AxisTick, 'label' | 'major'> {
  const year = String(yearOf(day))
  if (unit === 'year') return { label: year, major: every === 1 ? yearOf(day) % 5 === 0 : true }
  const month = months[monthOf(day)] ?? ''
  if (unit === 'month')
    return monthOf(day) === 0 ? { label: year, major: true } : { label: month, major: false }
  const number = String(Number(dateOf(day).slice(8)))
  const isFirst =
    Number(number) <= every && every === 1 ? number === '1' : Number(number) <= 7 && every === 7
  return isFirst
    ? { label: `${month} ${every === 1 ? year : number}`, major: true }
    : { label: number, major: false }
}
