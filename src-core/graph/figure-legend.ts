import { curveBetween } from './curve'
import { figureLine } from './figure-line'
import { figureMark } from './figure-mark'
import { lineStyle, marks } from './marks'
import type { LineFacts, MarkKind } from './marks'
import { printColours, svg, escapeXml } from './svg'
import { textWidth } from './text-width'

export interface LegendItem {
  readonly label: string
  /** Width of the sample, in pixels. */
  readonly sample: number
  /** Draws the sample with its left end at x, on the line's middle. */
  readonly draw: (x: number, y: number) => string
}

const size = 9.5
const rowHeight = 17

/** Lays items out in rows of a width; the first row's middle is at y + 8. */
export function figureLegend(
  items: readonly LegendItem[],
  x0: number,
  y0: number,
  width: number,
): { readonly markup: string; readonly height: number } {
  let x = x0
  let y = y0 + rowHeight / 2
  const parts: string[] = []
  for (const item of items) {
    const labelWidth = textWidth(item.label, size)
    const needed = item.sample + 6 + labelWidth
    if (x > x0 && x + needed > x0 + width) {
      x = x0
      y += rowHeight
    }
    parts.push(
      item.draw(x, y),
      svg(
        'text',
        { x: x + item.sample + 6, y: y + 3.4, 'font-size': size, fill: printColours.soft },
        escapeXml(item.label),
      ),
    )
    x += needed + 18
  }
  return { markup: parts.join(''), height: items.length === 0 ? 0 : y + rowHeight / 2 - y0 }
}

export function markItem(kind: MarkKind): LegendItem {
  return {
    label: marks[kind].label,
    sample: 12,
    draw: (x, y) => figureMark(kind, x + 6, y, 5.2),
  }
}

export function lineItem(
  facts: Omit<LineFacts, 'predicate'> & { readonly predicate?: LineFacts['predicate'] },
  label: string,
  width = 1.5,
): LegendItem {
  const style = lineStyle({ predicate: 'targets', ...facts })
  return {
    label,
    sample: 34,
    draw: (x, y) =>
      figureLine({
        curve: curveBetween({ x, y }, { x: x + 34, y }, 0),
        startGap: 0,
        endGap: 0,
        style,
        width,
        byPerson: false,
        ...(style.kind === 'relation' ? { colour: printColours.faint } : {}),
      }),
  }
}
