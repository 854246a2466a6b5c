import { markInnerPath, markPath, marks } from './marks'
import type { MarkKind } from './marks'
import { printColours, svg } from './svg'

/** A kind's mark as SVG. */
export function figureMark(kind: MarkKind, x: number, y: number, radius: number): string {
  const mark = marks[kind]
  const colour = mark.colour === 'ink' ? printColours.ink : mark.colour
  const isFilled = mark.fill === 'filled'
  const inner = markInnerPath(kind, radius)
  const outline = svg('path', {
    d: markPath(kind, radius),
    fill: isFilled ? colour : printColours.ground,
    stroke: isFilled ? printColours.ink : colour,
    'stroke-width': isFilled ? 1 : 1.9,
    'stroke-dasharray': mark.dashed ? '3 2.2' : undefined,
    'stroke-linejoin': 'round',
  })
  const core =
    inner === undefined
      ? ''
      : svg('path', {
          d: inner,
          fill: inner.endsWith('Z') ? colour : 'none',
          stroke: inner.endsWith('Z') ? printColours.ink : colour,
          'stroke-width': inner.endsWith('Z') ? 0.8 : 1.5,
        })
  // A second outline in ink keeps hollow marks readable where their colour is pale.
  const edge =
    isFilled || mark.dashed
      ? ''
      : svg('path', {
          d: markPath(kind, radius + 1.2),
          fill: 'none',
          stroke: printColours.ink,
          'stroke-width': 0.6,
          'stroke-linejoin': 'round',
        })
  return svg(
    'g',
    { transform: `translate(${x.toFixed(2)},${y.toFixed(2)})` },
    outline + core + edge,
  )
}
