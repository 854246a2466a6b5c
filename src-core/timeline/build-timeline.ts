import { groupBy } from '../lib/group-by'
import { periodWords, shortListOf } from '../brief/words'
import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { markKindOf } from '../graph/marks'
import { pictureBasis } from '../graph/picture-basis'
import { compareIds, visibleLinks } from '../graph/visible-links'
import type { EntityId, ReportId } from '../model/ids'
import { entityKindOf } from '../model/ids'
import { outcomes } from '../model/link'
import { activityOf, publishedDays } from './activity'
import type { DayRange } from './days'
import { dayRange } from './days'
import type { ReportTick, Timeline, TimelineBar, TimelineLane } from './timeline-model'

export interface TimelineOptions {
  readonly filters?: CaseFilters
  /** Only these actors and campaigns. */
  readonly focus?: ReadonlySet<EntityId>
}

const activityPredicates = ['targets', 'uses', 'exploits'] as const

/** One lane per actor and campaign that did something, the earliest activity first. Pure and ordered. */
export function buildTimeline(view: CaseView, options: TimelineOptions = {}): Timeline {
  const { filters = {}, focus } = options
  const wanted = filters.predicates ?? activityPredicates
  const predicates = activityPredicates.filter((predicate) => wanted.includes(predicate))
  const links = visibleLinks(view, { ...filters, predicates }).filter(
    ({ source }) => isActor(source) && (!focus || focus.has(source)),
  )
  const bySource = groupBy(links, ({ source }) => source)
  const lanes = [...bySource].flatMap(([id, own]) => laneOf(view, id, own)).sort(byBeginning)
  const range = rangeOf(lanes)
  return { lanes, ...(range ? { range } : {}), basis: pictureBasis(links) }
}

/** The days that a lane covers, periods and reports together. */
export function laneRange({ bars, reports }: TimelineLane): DayRange | undefined {
  const ranges = [
    ...bars.map(({ activity }) => activity.possible),
    ...reports.map(({ day }) => ({ from: day, to: day + 1 })),
  ]
  if (ranges.length === 0) return undefined
  return {
    from: ranges.reduce((least, { from }) => Math.min(least, from), Infinity),
    to: ranges.reduce((most, { to }) => Math.max(most, to), -Infinity),
  }
}

function isActor(id: EntityId): boolean {
  const kind = entityKindOf(id)
  return kind === 'actor' || kind === 'campaign'
}

function laneOf(view: CaseView, id: EntityId, links: readonly CaseLink[]): readonly TimelineLane[] {
  const entity = view.entities.get(id)
  if (!entity) return []
  const { bars, rows } = inRows(barsOf(view, links))
  return [
    {
      id,
      name: entity.name,
      mark: markKindOf(entity),
      bars,
      rows,
      reports: ticksOf(view, links),
      undated: links.flatMap((link) => (activityIn(view, link) ? [] : [link.id])),
    },
  ]
}

type Draft = Omit<TimelineBar, 'row'>

function barsOf(view: CaseView, links: readonly CaseLink[]): readonly Draft[] {
  const groups = new Map<string, CaseLink[]>()
  for (const link of links) {
    if (!activityIn(view, link)) continue
    const { period, predicate, outcome, hedged, polarity } = link
    const kind = predicate === 'targets' ? (outcome ?? 'targeted') : 'relation'
    const key = [period?.from ?? '', period?.to ?? '', kind, hedged, polarity].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), link])
  }
  return [...groups].flatMap(([key, group]) => barOf(view, key, group))
}

function barOf(view: CaseView, key: string, group: readonly CaseLink[]): readonly Draft[] {
  const [lead] = group
  if (!lead) return []
  // All of a group state the same period; an open end reaches to the last of their reports.
  const ends = group.flatMap((link) => activityIn(view, link) ?? [])
  const [activity] = ends.toSorted((a, b) => b.possible.to - a.possible.to)
  if (!activity) return []
  const names = [...new Set(group.map(({ target }) => view.entities.get(target)?.name ?? target))]
  const isAttack = lead.predicate === 'targets'
  return [
    {
      id: key,
      links: group.map(({ id }) => id),
      activity,
      label: shortListOf(names.sort(), 3),
      when: periodWords(lead.period?.from, lead.period?.to),
      ...(isAttack ? { outcome: lead.outcome ?? 'targeted' } : {}),
      isAttack,
      hedged: lead.hedged,
      denied: lead.polarity === 'denied',
      byPerson: group.some(({ review }) => review === 'accepted'),
      origins: new Set(group.flatMap(({ origins }) => origins)).size,
      documents: new Set(group.flatMap(({ documents }) => documents)).size,
    },
  ]
}

function activityIn(view: CaseView, link: CaseLink) {
  const last = publishedDays(link, view).at(-1)
  return link.period && activityOf(link.period, last === undefined ? undefined : last + 1)
}

/** Each bar in the first row where it touches none before it; a day between them keeps them apart. */
function inRows(drafts: readonly Draft[]): { bars: readonly TimelineBar[]; rows: number } {
  const ends: number[] = []
  const bars = drafts.toSorted(inBarOrder).map((draft): TimelineBar => {
    const { from, to } = draft.activity.possible
    const free = ends.findIndex((end) => end < from)
    const row = free < 0 ? ends.length : free
    ends[row] = to
    return { ...draft, row }
  })
  return { bars, rows: ends.length }
}

function inBarOrder(a: Draft, b: Draft): number {
  const [left, right] = [a.activity.possible, b.activity.possible]
  return (
    left.from - right.from ||
    right.to - left.to ||
    strength(a) - strength(b) ||
    compareIds(a.id, b.id)
  )
}

function strength({ outcome, hedged }: Draft): number {
  return (outcome ? outcomes.indexOf(outcome) : outcomes.length) * 2 + (hedged ? 1 : 0)
}

function ticksOf(view: CaseView, links: readonly CaseLink[]): readonly ReportTick[] {
  const byDay = new Map<number, ReportId[]>()
  for (const id of new Set(links.flatMap(({ documents }) => documents))) {
    const date = view.reports.get(id)?.published
    const day = date === undefined ? undefined : dayRange(date)?.from
    if (day !== undefined) byDay.set(day, [...(byDay.get(day) ?? []), id])
  }
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, reports]) => ({ day, reports: reports.sort(compareIds) }))
}

function byBeginning(a: TimelineLane, b: TimelineLane): number {
  const [first, second] = [startOf(a), startOf(b)]
  return first === second ? compareIds(a.id, b.id) : first - second
}

/** The first dated activity, else the first report, else last of all. */
function startOf({ bars, reports }: TimelineLane): number {
  const first = bars.reduce((least, bar) => Math.min(least, bar.activity.possible.from), Infinity)
  return Number.isFinite(first) ? first : (reports[0]?.day ?? Number.MAX_SAFE_INTEGER)
}

function rangeOf(lanes: readonly TimelineLane[]): DayRange | undefined {
  const ranges = lanes.flatMap((lane) => laneRange(lane) ?? [])
  if (ranges.length === 0) return undefined
  return {
    from: ranges.reduce((least, { from }) => Math.min(least, from), Infinity),
    to: ranges.reduce((most, { to }) => Math.max(most, to), -Infinity),
  }
}
