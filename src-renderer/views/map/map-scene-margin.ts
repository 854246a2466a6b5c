import { fitText, textWidth } from '@core/graph/text-width'
import { drawCanvasMark } from '../../components/canvas/canvas-mark'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import type { GridBox } from '../../components/canvas/label-grid'
import type { MapSceneState } from './map-scene-state'

const size = 12
const rowHeight = 20
const mostRows = 8
const inset = 14

export interface MarginRow {
  readonly actor: string
  readonly box: GridBox
}

/** Actors whose origin nobody has stated, in the lower left corner: listed, never placed by guess. */
export function marginRows(
  { model }: MapSceneState,
  { height }: { readonly width: number; readonly height: number },
): readonly MarginRow[] {
  const shown = (model?.unknownOrigin ?? []).slice(0, mostRows)
  const top = height - inset - shown.length * rowHeight
  return shown.map(({ actor, name }, index) => ({
    actor,
    box: {
      x0: inset,
      y0: top + index * rowHeight,
      x1: inset + 24 + textWidth(fitText(name, size, 170), size, 600),
      y1: top + (index + 1) * rowHeight,
    },
  }))
}

export function drawMargin(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
  frame: { readonly width: number; readonly height: number },
): readonly GridBox[] {
  const actors = state.model?.unknownOrigin ?? []
  const rows = marginRows(state, frame)
  const [first] = rows
  if (!first) return []
  const more = actors.length - rows.length
  const heading = `Origin unknown${more > 0 ? `, and ${more} more` : ''}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  write(context, heading, inset, first.box.y0 - 6, `400 11.5px ${theme.font}`, theme.faint, theme)
  for (const [index, { actor, box }] of rows.entries()) {
    const found = actors[index]
    if (!found) continue
    const isMeant = state.hovered === actor || state.selected.has(actor)
    const middle = (box.y0 + box.y1) / 2
    if (isMeant) {
      context.fillStyle = theme.amber
      context.fillRect(box.x0 - 6, box.y0 + 2, 3, rowHeight - 4)
    }
    const mark = found.unnamed ? 'unnamed-actor' : 'actor'
    drawCanvasMark(context, mark, box.x0 + 7, middle, 6, theme)
    const font = `${isMeant ? 600 : 400} ${size}px ${theme.font}`
    write(context, fitText(found.name, size, 170), box.x0 + 20, middle + 4, font, theme.ink, theme)
  }
  return [
    {
      x0: 0,
      y0: first.box.y0 - 20,
      x1: Math.max(...rows.map(({ box }) => box.x1)),
      y1: frame.height,
    },
  ]
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  theme: CanvasTheme,
): void {
  context.font = font
  context.strokeStyle = theme.ground
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeText(text, x, y)
  context.fillStyle = colour
  context.fillText(text, x, y)
}
