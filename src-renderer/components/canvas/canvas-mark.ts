import { marks } from '@core/graph/marks'
import type { MarkKind } from '@core/graph/marks'
import type { CanvasTheme } from './canvas-theme'
import type { Sprites } from './sprites'

interface MarkPaths {
  readonly outline: Path2D
  readonly inner: Path2D | undefined
}

const cache = new Map<MarkKind, MarkPaths>()

/** The same mark from the stock of sprites, for pictures with thousands. Radii go in steps of a quarter pixel. */
export function stampCanvasMark(
  context: CanvasRenderingContext2D,
  sprites: Sprites,
  kind: MarkKind,
  x: number,
  y: number,
  radius: number,
  theme: CanvasTheme,
): void {
  if (radius < 3) {
    drawCanvasMark(context, kind, x, y, radius, theme)
    return
  }
  const size = Math.round(radius * 4) / 4
  const side = Math.ceil(2 * (size * 1.2 + 3))
  const key = `${kind} ${size} ${theme.ink} ${theme.ground}`
  sprites.stamp(context, key, { width: side, height: side }, x, y, (pen) =>
    drawCanvasMark(pen, kind, 0, 0, size, theme),
  )
}

/** A kind's mark centred at x, y, in CSS pixels. Under three pixels a dot stands in. */
export function drawCanvasMark(
  context: CanvasRenderingContext2D,
  kind: MarkKind,
  x: number,
  y: number,
  radius: number,
  theme: CanvasTheme,
): void {
  const mark = marks[kind]
  const colour = mark.colour === 'ink' ? theme.ink : mark.colour
  if (radius < 3) {
    context.fillStyle = colour
    const half = Math.max(1, radius * 0.9)
    context.fillRect(x - half, y - half, 2 * half, 2 * half)
    return
  }
  const { outline, inner } = pathsOf(kind)
  const pixel = 1 / radius
  context.save()
  context.translate(x, y)
  context.scale(radius, radius)
  context.lineJoin = 'round'
  if (mark.fill === 'filled') {
    context.fillStyle = colour
    context.fill(outline)
    context.strokeStyle = theme.ink
    context.lineWidth = pixel
    context.stroke(outline)
  } else {
    // Colour between two hairlines of ink, so that pale colours keep their edge on both grounds.
    if (mark.dashed) context.setLineDash([3.5 * pixel, 2.5 * pixel])
    else {
      context.strokeStyle = theme.ink
      context.lineWidth = 3.2 * pixel
      context.stroke(outline)
    }
    context.fillStyle = theme.ground
    context.fill(outline)
    context.strokeStyle = colour
    context.lineWidth = 2 * pixel
    context.stroke(outline)
    context.setLineDash([])
  }
  if (inner) {
    if (mark.inner?.endsWith('Z')) {
      context.fillStyle = colour
      context.fill(inner)
    }
    context.strokeStyle = mark.inner?.endsWith('Z') ? theme.ink : colour
    context.lineWidth = pixel
    context.stroke(inner)
  }
  context.restore()
}

/** The ring of what is selected: amber with an edge of ink, since amber alone is pale on paper. */
export function drawSelectionRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  theme: CanvasTheme,
): void {
  context.beginPath()
  context.arc(x, y, radius + 5, 0, 2 * Math.PI)
  // Lines end at the ring, not inside it.
  context.fillStyle = theme.ground
  context.fill()
  context.strokeStyle = theme.amber
  context.lineWidth = 3.5
  context.stroke()
  context.beginPath()
  context.arc(x, y, radius + 7.2, 0, 2 * Math.PI)
  context.strokeStyle = theme.ink
  context.lineWidth = 1.5
  context.stroke()
}

function pathsOf(kind: MarkKind): MarkPaths {
  const known = cache.get(kind)
  if (known) return known
  const { path, inner } = marks[kind]
  const made = {
    outline: new Path2D(path),
    inner: inner === undefined ? undefined : new Path2D(inner),
  }
  cache.set(kind, made)
  return made
}
