import type { Arrowhead, LineStyle } from './marks'

/** One stroke of a line's drawing; a hollow line is a wide stroke of ink with a narrower one of the ground over it. */
export interface LineLayer {
  readonly width: number
  /** Pixels; empty: solid. */
  readonly dash: readonly number[]
  readonly cap: 'butt' | 'round'
  readonly tone: 'ink' | 'ground'
}

/** How canvas and SVG draw a line of this style and width, bottom layer first. */
export function lineLayers(style: LineStyle, width: number): readonly LineLayer[] {
  const isDotted = style.kind === 'attempted'
  // Dots of a hairline would vanish in print; dashes of a thick line would not read as one line.
  const body = isDotted ? Math.max(width, 2.2) : width
  const unit = isDotted ? body + (style.hollow ? 1.6 : 0) : Math.min(Math.max(width, 1.5), 2.25)
  const dash = style.dash.map((part) => part * unit)
  const cap = isDotted ? 'round' : 'butt'
  if (!style.hollow) return [{ width: body, dash, cap, tone: 'ink' }]
  const hollow = Math.max(body, 1.8)
  return [
    { width: hollow + 1.8, dash, cap, tone: 'ink' },
    { width: hollow, dash, cap, tone: 'ground' },
  ]
}

export interface ArrowShape {
  /** Tip at 0,0, pointing to +x. */
  readonly path: string
  readonly isFilled: boolean
  /** Width of the outline of a head that is not filled. */
  readonly stroke: number
  /** How far before the tip the line has to end. */
  readonly inset: number
}

export function arrowShape(head: Arrowhead, width: number, hollow: boolean): ArrowShape {
  const length = Math.round((6 + width * 1.7) * 10) / 10
  const half = Math.round(length * 0.46 * 10) / 10
  // Dashes and dots may end anywhere: the head brings its own last stretch of line.
  const shaft = `M0,0L${-length},0`
  const stroke = Math.max(1.5, Math.min(2.4, width * 0.7))
  switch (head) {
    case 'filled':
      return {
        path: `M0,0L${-length},${-half}L${-length},${half}Z`,
        isFilled: !hollow,
        stroke: 1.3,
        inset: length - 0.5,
      }
    case 'open':
      return {
        path: `M${-length},${-half}L0,0L${-length},${half}${shaft}`,
        isFilled: false,
        stroke,
        inset: length,
      }
    case 'half':
      return { path: `M${-length},${-half}L0,0${shaft}`, isFilled: false, stroke, inset: length }
    case 'none':
      return { path: '', isFilled: false, stroke, inset: 0 }
  }
}

/** The bar of a denied link, at 0,0 across a line that runs along x. */
export function denialBar(width: number): { readonly path: string; readonly stroke: number } {
  const half = 5 + width
  return { path: `M0,${-half}L0,${half}`, stroke: 2 }
}

/** The tick of a person's decision, at 0,0. */
export const personTick = { path: 'M-3,0L-1,2.4L3.4,-3', stroke: 1.5 } as const
