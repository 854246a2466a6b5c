import { fitText, textWidth } from '@core/graph/text-width'
import type { MarkKind } from '@core/graph/marks'
import { drawCanvasMark } from '../../components/canvas/canvas-mark'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import type { GridBox } from '../../components/canvas/label-grid'
import type { MapSceneState } from './map-scene-state'
import type { MapHit } from './map-scene-types'

const size = 12
const rowHeight = 20
const mostRows = 8
const inset = 14
const mostWidth = 170

export interface MarginRow {
  readonly hit: Extract<MapHit, { readonly type: 'actor' | 'region' }>
  readonly id: string
  readonly mark: MarkKind
  readonly name: string
  readonly box: GridBox
}

/** What has no place on the map, in the lower left corner: actors of unknown origin, regions without one place. Listed, never placed by guess. */
export function marginRows(
  state: MapSceneState,
  { height }: { readonly height: number },
): readonly MarginRow[] {
  const entries = marginEntries(state)
  const shown = entries.slice(0, mostRows)
  const top = height - inset - shown.length * rowHeight
  return shown.map((entry, index) => ({
    ...entry,
    box: {
      x0: inset,
      y0: top + index * rowHeight,
      x1: inset + 24 + textWidth(fitText(entry.name, size, mostWidth), size, 600),
      y1: top + (index + 1) * rowHeight,
    },
  }))
}

function marginEntries({ model, regions }: MapSceneState): readonly Omit<MarginRow, 'box'>[] {
  const drawn = new Set(regions.map(({ region }) => region.entity))
  return [
    ...(model?.unknownOrigin ?? []).map(({ actor, name, unnamed }) => ({
      hit: { type: 'actor', actor } as const,
      id: actor,
      mark: unnamed ? ('unnamed-actor' as const) : ('actor' as const),
      name,
    })),
    ...(model?.regions ?? [])
      .filter(({ entity }) => !drawn.has(entity))
      .map(({ entity, name }) => ({
        hit: { type: 'region', entity } as const,
        id: entity,
        mark: 'region' as const,
        name,
      })),
  ]
}

/** Returns the ground that it takes, so that labels keep off. */
export function drawMargin(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
  frame: { readonly width: number; readonly height: number },
): readonly GridBox[] {
  const rows = marginRows(state, frame)
  const [first] = rows
  if (!first) return []
  const more = marginEntries(state).length - rows.length
  const heading = `${rows.some(({ hit }) => hit.type === 'actor') ? 'Origin unknown' : 'Without one place'}${more > 0 ? `, and ${more} more` : ''}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  write(context, heading, inset, first.box.y0 - 6, `400 11.5px ${theme.font}`, theme.faint, theme)
  for (const { id, mark, name, box } of rows) {
    const isMeant = state.hovered === id || state.selected.has(id)
    const middle = (box.y0 + box.y1) / 2
    if (isMeant) {
      context.fillStyle = theme.amber
      context.fillRect(box.x0 - 6, box.y0 + 2, 3, rowHeight - 4)
    }
    drawCanvasMark(context, mark, box.x0 + 7, middle, 6, theme)
    const font = `${isMeant ? 600 : 400} ${size}px ${theme.font}`
    write(context, fitText(name, size, mostWidth), box.x0 + 20, middle + 4, font, theme.ink, theme)
  }
  const right = Math.max(...rows.map(({ box }) => box.x1))
  return [{ x0: 0, y0: first.box.y0 - 20, x1: right, y1: frame.height }]
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
