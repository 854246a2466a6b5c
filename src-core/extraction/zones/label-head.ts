import { credits } from './cues'
import { holding } from './head-cues'
import type { UnitLabel } from './label-units'
import type { Unit } from './layout-units'
import type { UnitShape } from './unit-shape'

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?'
const dateWords = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\.? ${months}(?:,? (?:19|20)\\d\\d)?|${months} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? (?:19|20)\\d\\d)?|${months} (?:19|20)\\d\\d|(?:19|20)\\d\\d[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)?\\d\\d)\\b`,
  'i',
)
const byline =
  /^\W{0,3}(?:by (?:our |the |staff|\p{Lu})|(?:from|text) (?:our|by)\b|(?:staff |special )?(?:reporter|correspondent|writer)\b|author\s*:|published\b|updated\b|posted\b|last (?:changed|updated|modified)|input\b|for immediate release|press release|reading time|issue \d|version \d|tlp:)/iu
const jobAfterName =
  /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}(?:,| [–—-]) (?:[\p{L}-]+ ){0,4}(?:reporter|correspondent|editor|writer|analyst|staff|bureau)\b/u

/** Where the head of a page may reach: headline, deck, byline and date stand within so many units. */
const headReach = 14

/** Headline, deck, byline, date and the wire's place line. */
export function labelHead(
  text: string,
  units: readonly Unit[],
  shapes: readonly UnitShape[],
  given: readonly UnitLabel[],
  cues: readonly number[],
): UnitLabel[] {
  const labels = [...given]
  let titled = labels.some((label) => label.kind === 'title')
  let inHead = true
  for (let i = 0; i < Math.min(units.length, headReach); i++) {
    const unit = units[i]
    const shape = shapes[i]
    const label = labels[i]
    if (!unit || !shape || !label) break
    if (label.kind !== 'body' && label.kind !== 'table') continue
    const placeLine = endOfPlaceLine(unit.text.slice(0, 120))
    if (inHead && isDateline(unit, shape, cues[i] ?? 0))
      labels[i] = { kind: 'dateline', rule: 'dateline/line' }
    else if (inHead && i < 3 && isDeskCode(unit))
      labels[i] = { kind: 'chrome', rule: 'chrome/desk-code' }
    else if (inHead && !placeLine && isHeading(unit, shape, titled)) {
      labels[i] = { kind: 'title', rule: titled ? 'title/deck' : 'title/first-line' }
      titled = true
    } else {
      inHead = inHead && shape.words < 12 && i < 6
      if (placeLine > 0 && text.length > unit.start + placeLine)
        labels[i] = { ...label, bodyFrom: unit.start + placeLine }
    }
  }
  return labels
}

const mayCredit = holding('credits')

function isDateline(unit: Unit, shape: UnitShape, cues: number): boolean {
  if (shape.words > 22 || unit.text.length > 180) return false
  const head = unit.text
  if (
    !endsProse(shape) &&
    (byline.test(head) || jobAfterName.test(head) || (mayCredit(cues) && credits.test(head)))
  )
    return true
  if (shape.marker === 'bullet' || shape.marker === 'number') return false
  if (!/\d/.test(head) || !dateWords.test(head)) return false
  const rest = head.replace(dateWords, '').match(/\p{L}{2,}/gu)?.length ?? 0
  return (
    rest <= 3 ||
    (!endsProse(shape) &&
      shape.words <= 16 &&
      !/\b(?:is|are|was|were|has|have|in|after|as|to|on)\s\p{Ll}/u.test(head))
  )
}

const endsProse = (shape: UnitShape): boolean => shape.closed && shape.words > 8

/** Agencies' slugs: "bdt0611 4 pl 188 xyz 1702". */
function isDeskCode(unit: Unit): boolean {
  return (
    unit.text.length < 60 &&
    !/\p{Lu}\p{Ll}/u.test(unit.text) &&
    /^[\p{Ll}\d\s/()-]+$/u.test(unit.text) &&
    /\d/.test(unit.text) &&
    !/\S{10}/.test(unit.text)
  )
}

function isHeading(unit: Unit, shape: UnitShape, titled: boolean): boolean {
  if (unit.block === 'heading') return !titled
  if (unit.text.length > 200 || shape.words > 30) return false
  if (shape.marker) return false
  if (!titled) return true
  // A deck says something; prose that merely is short goes on in the next paragraph.
  return !shape.closed && shape.words <= 24
}

const place =
  "(?:\\p{Lu}[\\p{L}'’.-]*(?: (?:de|del|la|al|el|of|d[aeio]s?|\\p{Lu}[\\p{L}'’.-]*)){0,3})"
const agency = '\\((?:\\p{L}[\\p{L}\\d./& -]{1,28})\\)'
const dayOf = `(?:\\d{1,2}\\.? ${months}|${months} \\d{1,2})(?:,? (?:19|20)\\d\\d)?`
const shouted = /^\p{Lu}{3}/u
const month = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/
/** Each with what it cannot do without: the patterns take long to fail. */
const placeLines: readonly {
  readonly sign: RegExp
  readonly inCapitals: boolean
  readonly line: RegExp
}[] = [
  {
    sign: month,
    inCapitals: false,
    line: new RegExp(
      `^${place}(?:, ${place}){0,2}(?:,? ${dayOf})(?: ?${agency})?[.]?(?: ?[-–—:]{1,3})? (?:${agency} )?(?=\\S)`,
      'u',
    ),
  },
  {
    sign: /\(/,
    inCapitals: false,
    line: new RegExp(`^${place}(?:, ${place}){0,2} ?${agency}[.]?(?: ?[-–—:]{1,3}) (?=\\S)`, 'u'),
  },
  {
    sign: /\(/,
    inCapitals: true,
    line: new RegExp(
      `^\\p{Lu}{3,}(?:[ -]\\p{Lu}{2,}){0,3}(?:, ${place}){0,2} ?${agency} (?=\\S)`,
      'u',
    ),
  },
  {
    sign: /[-–—]/,
    inCapitals: true,
    line: new RegExp(
      `^(?:\\p{Lu}{3,}(?:[ -]\\p{Lu}{2,}){0,3})(?:, ${place}){0,2} ?[-–—]{1,3} (?=\\S)`,
      'u',
    ),
  },
  {
    sign: /: /,
    inCapitals: true,
    line: new RegExp(
      `^(?:\\p{Lu}{3,}(?:[ -]\\p{Lu}{2,}){0,2})(?:, ${place}){0,2}: (?=\\p{Lu})`,
      'u',
    ),
  },
]
const noPlace =
  /^(?:On|In|At|By|Since|From|Until|The|A|An|As|It|Its|This|That|And|But|For|After|Before|When|While|UPDATE|NEWS|NOTE|ANALYSIS|OPINION|BREAKING|SHORT|TABLE|ANNEX|PART|WHO|WHAT|WHY|HOW)\b/

/** Length of "ROME, 3 May (ANSA) - " at the start of a paragraph, 0 where there is none. */
function endOfPlaceLine(head: string): number {
  if (!/^\p{Lu}/u.test(head) || noPlace.test(head)) return 0
  const capitals = shouted.test(head)
  for (const { sign, inCapitals, line } of placeLines) {
    if ((inCapitals && !capitals) || !sign.test(head)) continue
    const hit = line.exec(head)
    if (hit && hit[0].length < 80) return hit[0].length
  }
  return 0
}
