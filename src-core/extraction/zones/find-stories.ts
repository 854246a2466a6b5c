import type { Knowledge } from '../../knowledge/knowledge'
import type { UnitLabel } from './label-units'
import type { Unit } from './layout-units'
import { unitShape } from './unit-shape'

/**
 * Story number of each unit: 0 throughout where the page tells one story; in a digest 1, 2, 3 … for its items and 0 for what stands before
 * them. A page is a digest when its sections keep to actors of their own: a long report on one actor has as many headings, but the actor
 * comes back under most of them.
 */
export function findStories(
  text: string,
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  knowledge: Knowledge,
): number[] {
  const single = units.map(() => 0)
  const actors = actorsByUnit(text, units, labels, knowledge)
  for (const scheme of schemes) {
    const starts = sectionStarts(units, labels, scheme)
    if (starts.length >= 2 && partsActors(starts, actors, units.length))
      return number(units, labels, refine(units, labels, actors, starts))
  }
  return single
}

/** What may open a section; the first scheme that parts the actors wins. */
const schemes: readonly ((unit: Unit) => boolean)[] = [
  (unit) =>
    /^(?:\d{1,2}[.)]|\(\d{1,2}\)|\[\d{1,2}:\d\d\]|#\d{1,2}\b)\s/.test(unit.text.slice(0, 12)),
  (unit) =>
    unit.block === 'heading' ||
    isShoutedHeading(unit) ||
    shoutedKicker.test(unit.text.slice(0, 60)),
  (unit) =>
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^.:]{0,12}[.:]/.test(unit.text.slice(0, 30)),
  (unit) => /^[-–—•*·▪‣∙◦●○△▲►→※■]\s/.test(unit.text.slice(0, 3)),
  (unit) => unit.text.length < 70 && !/[.!?:;,]$/.test(unit.text) && unitShape(unit).words <= 8,
]

const shoutedKicker = /^\p{Lu}[\p{Lu}\d ,'’&-]{3,40}[.:]\s/u

function isShoutedHeading(unit: Unit): boolean {
  return unit.text.length <= 70 && unitShape(unit).shouted && /\p{Lu}{3}/u.test(unit.text)
}

function sectionStarts(
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  opens: (unit: Unit) => boolean,
): number[] {
  return units.flatMap((unit, i) => {
    const kind = labels[i]?.kind
    const bare = kind === 'chrome' || kind === 'title' || kind === 'dateline' || kind === 'table'
    return i > 0 && !bare && opens(unit) ? [i] : []
  })
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

/** At least three sections name actors, hardly any actor is in two of them, and none runs through. */
function partsActors(
  starts: readonly number[],
  actors: readonly ReadonlySet<string>[],
  total: number,
): boolean {
  const sections = starts.map((from, k) => union(actors, from, starts[k + 1] ?? total))
  const naming = sections.filter((section) => section.size > 0)
  if (naming.length < 2) return false
  const spread = new Map<string, number>()
  for (const section of naming)
    for (const actor of section) spread.set(actor, (spread.get(actor) ?? 0) + 1)
  const counts = [...spread.values()]
  const once = counts.filter((count) => count === 1).length
  const most = Math.max(...counts)
  if (naming.length === 2) return spread.size >= 2 && once === spread.size
  return spread.size >= 3 && once >= spread.size * 0.6 && most <= Math.max(2, naming.length * 0.5)
}

function union(sets: readonly ReadonlySet<string>[], from: number, to: number): Set<string> {
  const all = new Set<string>()
  for (let i = from; i < to; i++) for (const item of sets[i] ?? []) all.add(item)
  return all
}

/** Inside a digest, bullets and paragraphs that change to other actors altogether open stories of their own. */
function refine(
  units: readonly Unit[],
  labels: readonly UnitLabel[],
  actors: readonly ReadonlySet<string>[],
  starts: readonly number[],
): number[] {
  const refined = new Set(starts)
  let current = new Set<string>()
  for (let i = starts[0] ?? units.length; i < units.length; i++) {
    const own = actors[i] ?? new Set<string>()
    if (refined.has(i)) current = new Set(own)
    else if (
      own.size > 0 &&
      current.size > 0 &&
      labels[i]?.kind !== 'table' &&
      ![...own].some((actor) => current.has(actor))
    ) {
      refined.add(i)
      current = new Set(own)
    } else for (const actor of own) current.add(actor)
  }
  return [...refined].toSorted((a, b) => a - b)
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
