import type { Knowledge } from '../../knowledge/knowledge'
import type { UnitLabel } from './label-units'
import type { Unit } from './layout-units'
import { unitShape } from './unit-shape'

/**
 * Story number of each unit: 0 throughout where the page tells one story; in a digest 1, 2, 3 … for its items and 0 for what stands before
 * them. Headings and bullets alone prove nothing, a report on one actor has as many: a digest calls itself one, or each of its numbered
 * items has actors of its own. When in doubt, one story.
 */
export function findStories(
  text: string,
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  knowledge: Knowledge,
): number[] {
  const head = units
    .slice(0, 5)
    .map((unit) => unit.text.slice(0, 120))
    .join('\n')
  const digest = digestWord.test(head)
  let actors: readonly ReadonlySet<string>[] | undefined
  for (const { opens, alone, each } of schemes) {
    if (!digest && !alone) continue
    const starts = sectionStarts(units, labels, opens)
    if (starts.length < 3) continue
    actors ??= actorsByUnit(text, units, labels, knowledge)
    if (each && starts.filter((i) => (actors?.[i]?.size ?? 0) > 0).length < starts.length * 0.7)
      continue
    if (partsActors(starts, actors, units.length, digest)) return number(units, labels, starts)
  }
  return units.map(() => 0)
}

const digestWord =
  /\b(?:digest|newsletter|round-?up|in brief|bulletin|briefing|morning note|weekly|fortnightly|chronicle|podcast|recap|(?:this|the|last) week|\w+ edition|issue (?:no\. ?)?\d+|no\. \d+|#\s?\d+|ledger|minutes?,? infosec|world watch|cyber watch|week \d+|subscribe)\b/i

interface Scheme {
  readonly opens: (unit: Unit) => boolean
  /** Enough without the page calling itself a digest. */
  readonly alone: boolean
  /** Nearly every item must name an actor: bullets else belong to the heading over them. */
  readonly each?: true
}

/** What may open a section; the first scheme that parts the actors wins. */
const schemes: readonly Scheme[] = [
  {
    alone: true,
    opens: (unit) =>
      opensNumber(unit.text.charCodeAt(0)) &&
      /^(?:\d{1,2}[.)]|\(\d{1,2}\)|\[?\d{1,2}:\d\d\]?|#\d{1,2}\b)\s/.test(unit.text.slice(0, 12)),
  },
  {
    alone: false,
    opens: (unit) =>
      unit.block === 'heading' ||
      isShoutedHeading(unit) ||
      shoutedKicker.test(unit.text.slice(0, 60)),
  },
  {
    alone: false,
    opens: (unit) =>
      /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.:]{0,12}[.:]/.test(unit.text.slice(0, 30)),
  },
  {
    alone: false,
    each: true,
    opens: (unit) => /^[-–—•*·▪‣∙◦●○△▲►→※■]\s/.test(unit.text.slice(0, 3)),
  },
]

/** A digit, "(", "[" or "#". */
const opensNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) || code === 40 || code === 91 || code === 35

const shoutedKicker = /^\p{Lu}[\p{Lu}\d ,'’&-]{3,40}[.:]\s/u

function isShoutedHeading(unit: Unit): boolean {
  return unit.text.length <= 70 && unitShape(unit).shouted && /\p{Lu}{3}/u.test(unit.text)
}

function sectionStarts(
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  opens: (unit: Unit) => boolean,
): number[] {
  const starts: number[] = []
  units.forEach((unit, i) => {
    if (i === 0 || !opens(unit)) return
    const kind = labels[i]?.kind
    const bare = kind === 'chrome' || kind === 'title' || kind === 'dateline' || kind === 'table'
    if (!bare) starts.push(i)
  })
  return starts
}

function actorsByUnit(
  text: string,
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  knowledge: Knowledge,
): readonly ReadonlySet<string>[] {
  return units.map((unit, i) => {
    if (labels[i]?.kind === 'chrome') return new Set<string>()
    const found = new Set<string>()
    for (const hit of knowledge.names.findAll(text, unit.start, unit.end))
      for (const name of hit.names)
        if (name.kind === 'actor' && startsUpper(text, hit.start)) found.add(name.key)
    return found
  })
}

const startsUpper = (text: string, at: number): boolean =>
  /^[\p{Lu}\d]/u.test(text.slice(at, at + 2))

/** Sections that name actors keep to their own; without a digest's own word for it no actor may be in two. */
function partsActors(
  starts: readonly number[],
  actors: readonly ReadonlySet<string>[],
  total: number,
  digest: boolean,
): boolean {
  const sections = starts.map((from, k) => union(actors, from, starts[k + 1] ?? total))
  const naming = sections.filter((section) => section.size > 0)
  if (naming.length < (digest ? 3 : 4)) return false
  const spread = new Map<string, number>()
  for (const section of naming)
    for (const actor of section) spread.set(actor, (spread.get(actor) ?? 0) + 1)
  const counts = [...spread.values()]
  const once = counts.filter((count) => count === 1).length
  const most = Math.max(...counts)
  if (!digest) return spread.size >= 4 && once >= spread.size * 0.85 && most <= 2
  return spread.size >= 3 && once >= spread.size * 0.6 && most <= Math.max(2, naming.length * 0.5)
}

function union(sets: readonly ReadonlySet<string>[], from: number, to: number): Set<string> {
  const all = new Set<string>()
  for (let i = from; i < to; i++) for (const item of sets[i] ?? []) all.add(item)
  return all
}

function number(
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  starts: readonly number[],
): number[] {
  const opens = new Set(starts)
  let story = 0
  let last = 0
  return units.map((_, i) => {
    if (opens.has(i)) story = ++last
    if (labels[i]?.kind === 'title' || labels[i]?.kind === 'dateline') return 0
    return story
  })
}
