import { angleAt, pointAt, trimCurve } from './curve'
import type { Curve, Point } from './curve'
import { arrowShape, denialBar, lineLayers, personTick } from './line-marks'
import type { LineStyle } from './marks'
import { printColours, px, svg } from './svg'

export interface FigureLine {
  readonly curve: Curve
  /** Distance of the line's ends from the centres of its marks. */
  readonly startGap: number
  readonly endGap: number
  readonly style: LineStyle
  readonly width: number
  readonly byPerson: boolean
  readonly colour?: string
  /** Width of a rim of ground around the line, which keeps it apart from what it crosses. */
  readonly halo?: number
}

/** A line in the language of marks as SVG: layers, head, bar, tick. Empty where the marks leave no room. */
export function figureLine(line: FigureLine): string {
  const { style, width, curve } = line
  const colour = line.colour ?? printColours.ink
  const shape = arrowShape(style.arrowhead, width, style.hollow)
  const whole = trimCurve(curve, line.startGap, line.endGap)
  if (!whole) return ''
  const body = trimCurve(curve, line.startGap, line.endGap + shape.inset) ?? whole
  const headAt = { d: shape.path, transform: placed(whole.end, angleAt(whole, 1)) }
  const strokes = lineLayers(style, width).map((layer) =>
    svg('path', {
      d: curvePath(body),
      stroke: layer.tone === 'ink' ? colour : printColours.ground,
      'stroke-width': layer.width,
      'stroke-dasharray': layer.dash.length > 0 ? layer.dash.map(px).join(' ') : undefined,
      'stroke-linecap': layer.cap === 'round' ? 'round' : undefined,
    }),
  )
  const head =
    shape.path === ''
      ? ''
      : svg('path', {
          ...headAt,
          fill:
            style.arrowhead !== 'filled' ? 'none' : shape.isFilled ? colour : printColours.ground,
          stroke: colour,
          'stroke-width': shape.isFilled ? 0.5 : shape.stroke,
          'stroke-linejoin': 'round',
        })
  const rim = { stroke: printColours.ground, 'stroke-opacity': 0.8, 'stroke-linejoin': 'round' }
  const halo =
    line.halo === undefined
      ? ''
      : svg('path', { ...rim, d: curvePath(body), 'stroke-width': width + 2 * line.halo }) +
        (shape.path === '' ? '' : svg('path', { ...rim, ...headAt, 'stroke-width': 2 * line.halo }))
  return [
    halo,
    ...strokes,
    head,
    denialMark(style, whole, width, colour),
    personMark(line, whole),
  ].join('')
}

function denialMark(style: LineStyle, curve: Curve, width: number, colour: string): string {
  if (!style.barred) return ''
  const bar = denialBar(width)
  return svg('path', {
    d: bar.path,
    transform: placed(pointAt(curve, 0.5), angleAt(curve, 0.5)),
    stroke: colour,
    'stroke-width': bar.stroke,
  })
}

function personMark({ byPerson, width }: FigureLine, curve: Curve): string {
  if (!byPerson) return ''
  const at = pointAt(curve, 0.42)
  const angle = angleAt(curve, 0.42)
  const off = 6 + width / 2
  const position = { x: at.x + Math.sin(angle) * off, y: at.y - Math.cos(angle) * off }
  return [
    { colour: printColours.ground, stroke: personTick.stroke + 2.4 },
    { colour: printColours.ink, stroke: personTick.stroke },
  ]
    .map(({ colour, stroke }) =>
      svg('path', {
        d: personTick.path,
        transform: placed(position, 0),
        stroke: colour,
        'stroke-width': stroke,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    )
    .join('')
}

function curvePath({ start, control, end }: Curve): string {
  return `M${px(start.x)},${px(start.y)}Q${px(control.x)},${px(control.y)} ${px(end.x)},${px(end.y)}`
}

function placed(at: Point, angle: number): string {
  const degrees = (angle * 180) / Math.PI
  return `translate(${px(at.x)},${px(at.y)})${Math.abs(degrees) < 0.01 ? '' : `rotate(${px(degrees)})`}`
}
