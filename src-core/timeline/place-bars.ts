import { groupBy } from '../lib/group-by'
import { fitText, textWidth } from '../graph/text-width'
import type { TimelineBar } from './timeline-model'

/** A window of time on a strip of pixels. */
export interface TimeScale {
  /** Days at the left and right edge. */
  readonly from: number
  readonly to: number
  /** Pixels. */
  readonly width: number
}

export interface PlacedBar {
  readonly bar: TimelineBar
  /** What the bar may cover, cut at the window; never narrower than can be seen. */
  readonly x: number
  readonly width: number
  /** What it surely covers; absent: only somewhere inside. */
  readonly core?: { readonly x: number; readonly width: number }
  readonly label?: {
    readonly x: number
    readonly text: string
    /** Over the bar, else behind it. */
    readonly inside: boolean
    /** All of it over the part that is surely covered. */
    readonly onCore: boolean
  }
}

export const barLabelSize = 11
/** Narrower bars are still drawn this wide, in pixels. */
export const leastBarWidth = 4
const gap = 6
/** A label shorter than this says nothing. */
const leastLabel = 52
/** The arrow of an open end. */
const arrowRoom = 6

export function xOf(day: number, { from, to, width }: TimeScale): number {
  return ((day - from) / Math.max(to - from, 1e-9)) * width
}

/**
 * Bars of one lane in a window, with labels where there is room: inside a wide bar, else behind it up to the next of its row.
 * `rows`: further rows are left out.
 */
export function placeBars(
  bars: readonly TimelineBar[],
  scale: TimeScale,
  rows: number,
): readonly PlacedBar[] {
  const shapes = bars.flatMap((bar) => (bar.row < rows ? shapeOf(bar, scale) : []))
  const byRow = groupBy(shapes, ({ bar }) => bar.row)
  return shapes.map((shape) => {
    const row = byRow.get(shape.bar.row) ?? []
    const next = row[row.indexOf(shape) + 1]
    const label = labelOf(shape, next?.x ?? scale.width)
    return label ? { ...shape, label } : shape
  })
}

function shapeOf(bar: TimelineBar, scale: TimeScale): readonly PlacedBar[] {
  const { possible, certain } = bar.activity
  if (possible.to <= scale.from || possible.from >= scale.to) return []
  const whole = clipped(possible.from, possible.to, scale)
  const sure = certain && certain.to > scale.from && certain.from < scale.to
  return [{ bar, ...whole, ...(sure ? { core: clipped(certain.from, certain.to, scale) } : {}) }]
}

function clipped(from: number, to: number, scale: TimeScale): { x: number; width: number } {
  const left = Math.max(xOf(from, scale), -2)
  const right = Math.min(xOf(to, scale), scale.width + 2)
  return { x: left, width: Math.max(right - left, leastBarWidth) }
}

function labelOf(shape: PlacedBar, end: number): PlacedBar['label'] {
  const words = shape.bar.label
  const needed = textWidth(words, barLabelSize)
  const left = Math.max(shape.x, 0)
  const inside = shape.x + shape.width - left - 2 * gap
  const within = (x: number, text: string) => {
    const right = x + textWidth(text, barLabelSize)
    const { core } = shape
    const onCore = core !== undefined && x >= core.x && right <= core.x + core.width
    return { x, text, inside: true, onCore }
  }
  // Where the sure part has room for it, the words stand there: they read best on one colour.
  if (shape.core && needed <= shape.core.width - 2 * gap)
    return within(Math.max(shape.core.x, 0) + gap, words)
  if (needed <= inside) return within(left + gap, words)
  const start = shape.x + shape.width + gap + (shape.bar.activity.openEnd ? arrowRoom : 0)
  const behind = end - start - gap
  if (needed <= behind || (behind >= leastLabel && behind > inside))
    return { x: start, text: fitText(words, barLabelSize, behind), inside: false, onCore: false }
  return inside >= leastLabel ? within(left + gap, fitText(words, barLabelSize, inside)) : undefined
}
