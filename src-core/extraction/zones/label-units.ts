import type { ZoneKind } from '../../model/reading'
import { labelFoot } from './label-foot'
import { labelHead } from './label-head'
import { cuesIn, holding } from './head-cues'
import type { Unit } from './layout-units'
import { caption, footnoteHeading, furniture, indicatorHeading, referenceHeading } from './cues'
import { unitShape, type UnitShape } from './unit-shape'

export interface UnitLabel {
  readonly kind: ZoneKind
  readonly rule: string
  /** Offset at which the report's own words begin, after a place line such as "ROME, 3 May (ANSA) - ". */
  readonly bodyFrom?: number
}

/** A label for each unit: by its own words and shape first, then by its neighbours, then the head and the foot of the page. */
export function labelUnits(text: string, units: readonly Unit[]): UnitLabel[] {
  const shapes = units.map(unitShape)
  const cues = units.map((unit) =>
    cuesIn(text, unit.start, Math.min(unit.end, unit.start + headLength)),
  )
  const own = units.map((unit, i) => labelAlone(unit, shapes[i], cues[i] ?? 0))
  const blocks = labelRuns(units, shapes, own, cues)
  const headed = labelHead(text, units, shapes, blocks, cues)
  return labelFoot(units, shapes, headed, cues)
}

/** How much of a unit the cues look at. */
const headLength = 160

/** No cue is shorter: lines of one letter need no look. */
const shortest = 4

const hasCaption = holding('caption')
/** The furniture with the words that each needs. */
const furnitureCues = furniture.map(([rule, pattern]) => [rule, pattern, holding(rule)] as const)
const hasFurniture = holding(...furniture.map(([rule]) => rule))

function labelAlone(unit: Unit, shape: UnitShape | undefined, cues: number): UnitLabel {
  if (unit.block === 'paragraph' && unit.text.length < shortest && shape?.marker === undefined)
    return { kind: 'body', rule: 'body' }
  const head = unit.text.slice(0, headLength)
  if (
    unit.block === 'caption' ||
    (unit.text.length < 300 && hasCaption(cues) && caption.test(head))
  )
    return { kind: 'caption', rule: 'caption' }
  if (hasFurniture(cues))
    for (const [rule, pattern, may] of furnitureCues)
      if (may(cues) && (unit.text.length < 400 || rule === 'cookies') && pattern.test(head))
        return { kind: 'chrome', rule: `chrome/${rule}` }
  if (unit.block === 'footnote') return { kind: 'footnote', rule: 'footnote/block' }
  if (unit.block === 'table-row') return { kind: 'table', rule: 'table/block' }
  if (unit.block === 'title') return { kind: 'title', rule: 'title/block' }
  if (unit.block === 'list-item' || shape?.marker === 'bullet')
    return { kind: 'list', rule: 'list/marker' }
  return { kind: 'body', rule: 'body' }
}

const headsIndicators = holding('indicators')
const headsReferences = holding('references')
const headsFootnotes = holding('footnotes')

/** Tables, indicator blocks, footnotes and references: runs of like units, or what follows their heading. */
function labelRuns(
  units: readonly Unit[],
  shapes: readonly UnitShape[],
  own: readonly UnitLabel[],
  cues: readonly number[],
): UnitLabel[] {
  const labels = [...own]
  const set = (i: number, kind: ZoneKind, rule: string): void => {
    if (labels[i]?.kind !== 'chrome') labels[i] = { kind, rule }
  }
  let under: 'indicators' | 'references' | 'footnote' | undefined
  units.forEach((unit, i) => {
    const shape = shapes[i]
    if (!shape) return
    const head = unit.text.slice(0, headLength)
    const short = unit.text.length < 80
    const own = cues[i] ?? 0
    if (short && headsIndicators(own) && indicatorHeading.test(head)) under = 'indicators'
    else if (short && headsReferences(own) && referenceHeading.test(head)) under = 'references'
    else if (short && headsFootnotes(own) && footnoteHeading.test(head)) under = 'footnote'
    else if (under === 'indicators') {
      if (shape.indicators > 0) set(i, 'indicators', 'indicators/under-heading')
      else under = undefined
    } else if (under === 'references') {
      if (/https?:|www\.|^\W{0,2}\[?\d{1,3}[\].)]/.test(head)) set(i, 'references', 'references')
      else under = undefined
    } else if (under === 'footnote') {
      if (/^(?:\[?\(?\d{1,3}[\].)]?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹])\s?\S/.test(head))
        set(i, 'footnote', 'footnote')
      else under = undefined
    }
    if (under) return
    if (i > units.length / 2 && /^\[\d{1,3}\]\s/.test(head)) set(i, 'footnote', 'footnote/number')
    else if (shape.indicators >= 2 && shape.indicators * 3 >= shape.words)
      set(i, 'indicators', 'indicators/dense')
    else if (isTableRow(shapes, i)) set(i, 'table', 'table/separators')
  })
  return labels
}

/** Rows of one table carry the same separator, about as often, in neighbouring lines. */
function isTableRow(shapes: readonly UnitShape[], i: number): boolean {
  const shape = shapes[i]
  if (!shape || shape.separators < 1 || shape.words > 40) return false
  return [shapes[i - 1], shapes[i + 1]].some(
    (near) =>
      near !== undefined &&
      near.separator === shape.separator &&
      Math.abs(near.separators - shape.separators) <= 1 &&
      near.words <= 40 &&
      shape.separators + near.separators >= 2,
  )
}
