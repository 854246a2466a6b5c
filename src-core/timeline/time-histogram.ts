import type { CaseFilters, CaseView } from '../case/case-view'
import { filterCase } from '../case/filter-case'
import { linkDays } from './activity'
import type { DayRange } from './days'
import { dateOf, dayOf, monthOf, yearOf } from './days'

export interface TimeBin extends DayRange {
  /** As a filter takes it: "2023", "2023-05", "2023-05-17". */
  readonly date: string
  /** Links, each spread evenly over the days that it may cover: the bins add up to their number. */
  readonly links: number
  /** The part of them that are plain compromises. */
  readonly compromised: number
}

export interface TimeHistogram {
  readonly unit: BinUnit
  readonly bins: readonly TimeBin[]
  /** Links placed here, and those that neither a source nor a publication date places. */
  readonly dated: number
  readonly undated: number
  readonly highest: number
}

export type BinUnit = 'year' | 'quarter' | 'month' | 'day'

/** More bars than this are too narrow to hit. */
const mostBins = 120

/** How the links of the case spread over time, before the time range itself holds any back. O(links × bins each covers). */
export function timeHistogram(view: CaseView, filters: CaseFilters): TimeHistogram {
  const shown = filterCase(view, withoutTime(filters))
  const placed: { readonly range: DayRange; readonly isCompromise: boolean }[] = []
  let undated = 0
  for (const link of shown.links.values()) {
    const days = linkDays(link, view)
    if (!days) {
      undated += 1
      continue
    }
    const isCompromise =
      link.outcome === 'compromised' && !link.hedged && link.polarity === 'asserted'
    placed.push({ range: days.activity.possible, isCompromise })
  }
  if (placed.length === 0) return { unit: 'year', bins: [], dated: 0, undated, highest: 0 }
  const from = placed.reduce((least, { range }) => Math.min(least, range.from), Infinity)
  const to = placed.reduce((most, { range }) => Math.max(most, range.to), -Infinity)
  const unit = unitFor(to - from)
  const edges = edgesBetween(from, to, unit)
  const links = new Float64Array(edges.length)
  const compromised = new Float64Array(edges.length)
  for (const { range, isCompromise } of placed) {
    const share = 1 / (range.to - range.from)
    for (let i = binAt(edges, range.from); i < edges.length - 1; i += 1) {
      const [start, end] = [edges[i] ?? 0, edges[i + 1] ?? 0]
      if (start >= range.to) break
      const part = (Math.min(end, range.to) - Math.max(start, range.from)) * share
      links[i] = (links[i] ?? 0) + part
      if (isCompromise) compromised[i] = (compromised[i] ?? 0) + part
    }
  }
  const bins = edges.slice(0, -1).map((start, i): TimeBin => ({
    from: start,
    to: edges[i + 1] ?? start + 1,
    date: dateOf(start, unit === 'quarter' ? 'month' : unit),
    links: links[i] ?? 0,
    compromised: compromised[i] ?? 0,
  }))
  return {
    unit,
    bins,
    dated: placed.length,
    undated,
    highest: bins.reduce((most, bin) => Math.max(most, bin.links), 0),
  }
}

export function withoutTime({ since: _since, until: _until, ...rest }: CaseFilters): CaseFilters {
  return rest
}

/** The date with which a time range begins or ends at the edge of a bin. */
export function edgeDate(bin: TimeBin, edge: 'since' | 'until', unit: BinUnit): string {
  if (unit !== 'quarter' || edge === 'since') return bin.date
  return dateOf(bin.to - 1, 'month')
}

function unitFor(days: number): BinUnit {
  if (days <= mostBins) return 'day'
  if (days <= mostBins * 30.4) return 'month'
  return days <= mostBins * 91.3 ? 'quarter' : 'year'
}

/** Starts of the bins, and the end of the last. */
function edgesBetween(from: number, to: number, unit: BinUnit): readonly number[] {
  const edges = [floorTo(from, unit)]
  while ((edges.at(-1) ?? to) < to) edges.push(nextEdge(edges.at(-1) ?? to, unit))
  return edges
}

function floorTo(day: number, unit: BinUnit): number {
  switch (unit) {
    case 'day':
      return Math.floor(day)
    case 'month':
      return dayOf(yearOf(day), monthOf(day), 1)
    case 'quarter':
      return dayOf(yearOf(day), monthOf(day) - (monthOf(day) % 3), 1)
    case 'year':
      return dayOf(yearOf(day), 0, 1)
  }
}

function nextEdge(day: number, unit: BinUnit): number {
  const months = { day: 0, month: 1, quarter: 3, year: 12 }[unit]
  return months === 0 ? day + 1 : dayOf(yearOf(day), monthOf(day) + months, 1)
}

/** The last edge at or before a day. */
function binAt(edges: readonly number[], day: number): number {
  let [low, high] = [0, edges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] ?? Infinity) <= day) low = middle
    else high = middle - 1
  }
  return low
}
