import { biography, credits, otherArticles, threatWord } from './cues'
import { holding } from './head-cues'
import type { UnitLabel } from './label-units'
import type { Unit } from './layout-units'
import type { UnitShape } from './unit-shape'

/** What follows the report on its page: other articles, credits, the author, agency codes. */
export function labelFoot(
  units: readonly Unit[],
  shapes: readonly UnitShape[],
  given: readonly UnitLabel[],
  cues: readonly number[],
): UnitLabel[] {
  const labels = [...given]
  // Most pages end without anything that looks like another article: what units share is counted at the first question.
  let counted: readonly number[] | undefined
  const shared = (i: number): number | undefined => {
    counted ??= countShared(units.map((unit) => namesOf(unit.text)))
    return counted[i]
  }
  const chrome = (i: number, rule: string): void => {
    labels[i] = { kind: 'chrome', rule: `chrome/${rule}` }
  }
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]
    if (!unit || labels[i]?.kind === 'chrome' || labels[i]?.kind === 'title') continue
    if (!mayHeadOthers(cues[i] ?? 0) || !isOtherArticlesHeading(unit)) continue
    chrome(i, 'other-articles')
    for (let j = i + 1; j < units.length && goesOnTeasing(units, shapes, shared, i, j); j++) {
      chrome(j, 'other-articles')
      i = j
    }
  }
  labelTeaserList(units, shapes, shared, labels)
  const foot = Math.floor(units.length * 0.6)
  for (let i = units.length - 1; i >= foot && i > 1; i--) {
    const unit = units[i]
    const shape = shapes[i]
    if (!unit || !shape || labels[i]?.kind === 'chrome') continue
    const head = unit.text.slice(0, 160)
    if (unit.text.length < 260 && mayCredit(cues[i] ?? 0) && credits.test(head))
      chrome(i, 'credits')
    else if (unit.text.length < 700 && biography.test(head)) chrome(i, 'author')
    else if (i === units.length - 1 && isCode(unit, shape)) chrome(i, 'desk-code')
    else if (isUnrelated(unit, shape, () => shared(i) ?? 0)) chrome(i, 'unrelated')
    else if (!isSmall(shape)) break
  }
  return labels
}

const mayHeadOthers = holding('other-articles')
const mayCredit = holding('credits')

/** Headlines without full stops, one a line, that share no names with the report and end the page: links to other articles. */
function labelTeaserList(
  units: readonly Unit[],
  shapes: readonly UnitShape[],
  shared: (unit: number) => number | undefined,
  labels: UnitLabel[],
): void {
  let from = units.length
  let names = 0
  for (let i = units.length - 1; i > 2 && i > units.length * 0.5; i--) {
    const unit = units[i]
    const shape = shapes[i]
    const kind = labels[i]?.kind
    if (!unit || !shape) break
    if (kind === 'chrome') {
      if (from === i + 1 || from === units.length) from = i
      continue
    }
    const headline =
      unit.text.length < 110 &&
      shape.words >= 2 &&
      !shape.closed &&
      shape.indicators === 0 &&
      !/\bT1\d{3}\b|CVE-\d/.test(unit.text)
    if (!headline || (kind !== 'body' && kind !== 'list') || (shared(i) ?? 0) > 1) break
    names += shared(i) ?? 0
    from = i
  }
  const found = units.slice(from).filter((_, k) => labels[from + k]?.kind !== 'chrome').length
  if (found < 2 || names > found) return
  for (let i = from; i < units.length; i++)
    labels[i] = { kind: 'chrome', rule: 'chrome/teaser-list' }
}

/** A heading of its own, or one with the other articles behind it on the line. */
function isOtherArticlesHeading(unit: Unit): boolean {
  const hit = otherArticles.exec(unit.text.slice(0, 120))
  if (!hit) return false
  const rest = unit.text.slice(hit[0].length)
  // "Related: the group also …" is prose; a line of headlines has no full stop inside or is one of several parted by signs.
  return rest.length < 60 || unit.text.length < 400
}

function goesOnTeasing(
  units: readonly Unit[],
  shapes: readonly UnitShape[],
  shared: (unit: number) => number | undefined,
  heading: number,
  at: number,
): boolean {
  const unit = units[at]
  const shape = shapes[at]
  const head = units[heading]
  if (!unit || !shape || !head) return false
  const headlineLike = unit.text.length < 150 && !(shape.closed && shape.words > 12)
  // A heading with its own headlines behind it teases only on.
  const alone = head.text.length < 40
  if (unit.blockIndex === head.blockIndex && headlineLike) return true
  if (
    headlineLike &&
    (alone || shape.marker !== undefined) &&
    unit.blockIndex <= head.blockIndex + 1
  )
    return true
  if (
    headlineLike &&
    at > units.length * 0.6 &&
    unit.blockIndex <= (units[at - 1]?.blockIndex ?? 0) + 1
  )
    return true
  return alone && at > units.length * 0.6 && shared(at) === 0
}

const smallWords = new Set(
  'the a an in on at it its he she they we i this that these those but and or for from after before since when while as by to with what who why how there here no not one two three new more most monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr ms mrs dr'.split(
    ' ',
  ),
)

/** Names in the widest sense: capitalised words and words with digits. */
function namesOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const hit of text.slice(0, 3000).matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]{2,}/gu)) {
    const word = hit[0].toLowerCase()
    if (!smallWords.has(word)) found.add(word)
  }
  return found
}

/** For each unit, how many of its names the text before it has. */
function countShared(names: readonly ReadonlySet<string>[]): number[] {
  const seen = new Set<string>()
  return names.map((own) => {
    let shared = 0
    for (const name of own) if (seen.has(name)) shared++
    for (const name of own) seen.add(name)
    return shared
  })
}

const isSmall = (shape: UnitShape): boolean => shape.words <= 14

/** "dpa kw yyzz n1 ml", "EFE jmc/amr": initials of desks. */
function isCode(unit: Unit, shape: UnitShape): boolean {
  return (
    shape.words <= 7 &&
    unit.text.length < 40 &&
    /^[\p{L}\d/ .-]+$/u.test(unit.text) &&
    !/\p{Lu}\p{Ll}{2,}/u.test(unit.text) &&
    !shape.closed
  )
}

const kicker =
  /^(?:<[^<>]{2,30}>|[‘'“"]?\p{Lu}[\p{Lu}\d ,&'’-]{2,40}[’'”"]?\s*[:.]|\p{Lu}[\p{L} ]{2,24}:)\s/u

/** A paragraph that speaks of something else: no name in common with the report and nothing about attacks. */
function isUnrelated(unit: Unit, shape: UnitShape, shared: () => number): boolean {
  if (shape.marker === 'number' && shape.words > 20) return false
  if (!kicker.test(unit.text.slice(0, 60))) return false
  if (/\bT[01]\d{3}\b|CVE-\d|\[\.\]/.test(unit.text.slice(0, 300))) return false
  if (/^<|^[‘'“"]\p{Lu}{2}/u.test(unit.text))
    return shared() <= 1 || !threatWord.test(unit.text.slice(0, 1500))
  if (threatWord.test(unit.text.slice(0, 1500))) return false
  return shape.words >= 4 && shared() === 0
}
