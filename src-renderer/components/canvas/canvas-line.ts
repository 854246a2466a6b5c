import { angleAt, pointAt, trimCurve } from '@core/graph/curve'
import type { Curve } from '@core/graph/curve'
import { arrowShape, denialBar, lineLayers, personTick } from '@core/graph/line-marks'
import type { LineStyle } from '@core/graph/marks'
import type { CanvasTheme } from './canvas-theme'

export interface CanvasLine {
  readonly curve: Curve
  readonly startGap: number
  readonly endGap: number
  readonly style: LineStyle
  readonly width: number
  readonly byPerson: boolean
  readonly colour: string
  /** A rim around the line, which keeps it apart from what it crosses. */
  readonly halo?: { readonly colour: string; readonly width: number; readonly alpha: number }
}

/** A line in the language of marks, in CSS pixels: the canvas twin of core's `figureLine`. */
export function drawCanvasLine(
  context: CanvasRenderingContext2D,
  line: CanvasLine,
  theme: CanvasTheme,
): void {
  const { style, width, curve, colour } = line
  const shape = arrowShape(style.arrowhead, width, style.hollow)
  const whole = trimCurve(curve, line.startGap, line.endGap)
  if (!whole) return
  const body = trimCurve(curve, line.startGap, line.endGap + shape.inset) ?? whole
  if (line.halo) {
    const alpha = context.globalAlpha
    context.globalAlpha = alpha * line.halo.alpha
    context.lineCap = 'butt'
    context.strokeStyle = line.halo.colour
    context.lineWidth = width + 2 * line.halo.width
    traceCurve(context, body)
    context.stroke()
    context.globalAlpha = alpha
  }
  for (const layer of lineLayers(style, width)) {
    context.setLineDash([...layer.dash])
    context.lineCap = layer.cap
    context.lineWidth = layer.width
    context.strokeStyle = layer.tone === 'ink' ? colour : theme.ground
    traceCurve(context, body)
    context.stroke()
  }
  context.setLineDash([])
  context.lineCap = 'butt'
  context.strokeStyle = colour
  if (shape.path !== '') {
    const head = pathOf(shape.path)
    at(context, whole.end.x, whole.end.y, angleAt(whole, 1), () => {
      context.lineWidth = shape.isFilled ? 0.5 : shape.stroke
      if (style.arrowhead === 'filled') {
        context.fillStyle = shape.isFilled ? colour : theme.ground
        context.fill(head)
      }
      context.stroke(head)
    })
  }
  if (style.barred) {
    const bar = denialBar(width)
    const middle = pointAt(whole, 0.5)
    at(context, middle.x, middle.y, angleAt(whole, 0.5), () => {
      context.lineWidth = bar.stroke
      context.stroke(pathOf(bar.path))
    })
  }
  if (line.byPerson) drawTick(context, whole, width, theme)
}

export function traceCurve(
  context: CanvasRenderingContext2D,
  { start, control, end }: Curve,
): void {
  context.beginPath()
  context.moveTo(start.x, start.y)
  context.quadraticCurveTo(control.x, control.y, end.x, end.y)
}

function drawTick(
  context: CanvasRenderingContext2D,
  curve: Curve,
  width: number,
  theme: CanvasTheme,
): void {
  const middle = pointAt(curve, 0.42)
  const angle = angleAt(curve, 0.42)
  const off = 6 + width / 2
  const tick = pathOf(personTick.path)
  at(context, middle.x + Math.sin(angle) * off, middle.y - Math.cos(angle) * off, 0, () => {
    context.lineCap = 'round'
    for (const [colour, stroke] of [
      [theme.ground, personTick.stroke + 2.4],
      [theme.ink, personTick.stroke],
    ] as const) {
      context.strokeStyle = colour
      context.lineWidth = stroke
      context.stroke(tick)
    }
    context.lineCap = 'butt'
  })
}

function at(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  angle: number,
  draw: () => void,
): void {
  context.save()
  context.translate(x, y)
  context.rotate(angle)
  draw()
  context.restore()
}

/** A few dozen different heads and bars at most. */
const paths = new Map<string, Path2D>()

function pathOf(data: string): Path2D {
  const known = paths.get(data)
  if (known) return known
  const path = new Path2D(data)
  paths.set(data, path)
  return path
}
