import type { CaseLink, CaseView } from '../case/case-view'
import type { Period } from '../model/link'
import type { DayRange } from './days'
import { dayRange } from './days'

/** When something happened, as far as a source says: the days it may cover, and those that it surely covers. */
export interface Activity {
  /** The first day on which it may have begun, the day after the last on which it may have ended. */
  readonly possible: DayRange
  /** Absent where the source only says that it fell somewhere inside `possible` ("in 2023"). */
  readonly certain?: DayRange
  /** "Since 2021": no end is stated, `possible.to` is the last report's day. The same for "until". */
  readonly openEnd: boolean
  readonly openStart: boolean
}

/**
 * A stated period in days. "From 2023-05 to 2024-02" began on some day of May and ended on some day of February, so that it
 * surely covers 1 June to 31 January. An open end reaches to `lastKnown`, an open start as far back as nothing: one day.
 */
export function activityOf(period: Period, lastKnown: number | undefined): Activity | undefined {
  const first = period.from === undefined ? undefined : dayRange(period.from)
  const last = period.to === undefined ? undefined : dayRange(period.to)
  if (first && last) {
    const possible = { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) }
    const certain = { from: first.to - 1, to: last.from + 1 }
    return {
      possible,
      ...(certain.from < certain.to ? { certain } : {}),
      openStart: false,
      openEnd: false,
    }
  }
  if (first)
    return {
      possible: { from: first.from, to: Math.max(first.to, lastKnown ?? first.to) },
      openStart: false,
      openEnd: true,
    }
  if (last) return { possible: last, openStart: true, openEnd: false }
  return undefined
}

/** Days on which a link's reports were published, in order, each once. */
export function publishedDays(
  link: Pick<CaseLink, 'documents'>,
  view: CaseView,
): readonly number[] {
  const days = link.documents.flatMap((id) => {
    const date = view.reports.get(id)?.published
    return (date === undefined ? undefined : dayRange(date))?.from ?? []
  })
  return [...new Set(days)].sort((a, b) => a - b)
}

/** Where a link stands in time; without a stated period, the days of the reports that tell of it. Undefined: nowhere. */
export function linkDays(
  link: CaseLink,
  view: CaseView,
): { readonly activity: Activity; readonly stated: boolean } | undefined {
  const published = publishedDays(link, view)
  const last = published.at(-1)
  const activity = link.period && activityOf(link.period, last === undefined ? undefined : last + 1)
  if (activity) return { activity, stated: true }
  const [first] = published
  if (first === undefined || last === undefined) return undefined
  return {
    activity: { possible: { from: first, to: last + 1 }, openStart: false, openEnd: false },
    stated: false,
  }
}
