import { fitText, textWidth } from '@core/graph/text-width'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import { LabelGrid } from '../../components/canvas/label-grid'
import type { GridBox } from '../../components/canvas/label-grid'
import { isCountrySelected, needsDot, onScreen, placeOnScreen } from './map-scene-state'
import type { MapSceneState } from './map-scene-state'

interface Wish {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly gap: number
  readonly weight: 400 | 600
  readonly tone: 'ink' | 'soft'
  /** Placed even where it must cover something. */
  readonly isSure: boolean
  readonly rank: number
}

const size = 12
const lineHeight = 15

/** Names of victims and origins, of what is meant, and, as zooming makes room, of every other country. */
export function drawMapLabels(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
  frame: { readonly width: number; readonly height: number },
  taken: readonly GridBox[],
): void {
  const grid = new LabelGrid()
  for (const box of taken) grid.take(box)
  const wishes = wishesOf(state).filter(
    ({ x, y }) => x > -60 && y > -20 && x < frame.width + 60 && y < frame.height + 20,
  )
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.lineJoin = 'round'
  for (const wish of wishes.sort((a, b) => b.rank - a.rank || (a.text < b.text ? -1 : 1))) {
    const boxes = sides(wish)
    const box = boxes.find((each) => grid.isFree(each)) ?? (wish.isSure ? boxes[0] : undefined)
    if (!box) continue
    grid.take(box)
    context.font = `${wish.weight} ${size}px ${theme.font}`
    context.strokeStyle = theme.ground
    context.lineWidth = 3
    context.strokeText(wish.text, box.x0, box.y0 + lineHeight * 0.78)
    context.fillStyle = wish.tone === 'ink' ? theme.ink : theme.faint
    context.fillText(wish.text, box.x0, box.y0 + lineHeight * 0.78)
  }
}

function wishesOf(state: MapSceneState): Wish[] {
  const { ground, victims, model, camera, hovered, showArcs } = state
  const origins = new Set(showArcs ? model?.originCountries : [])
  const wishes: Wish[] = []
  for (const place of ground.places.values()) {
    const victim = victims.get(place.iso2)
    const isMeant = hovered === place.iso2 || isCountrySelected(state, place.iso2)
    const isOrigin = origins.has(place.iso2)
    const hasDot = needsDot(state, place)
    if (!victim && !isMeant && !isOrigin) {
      // A country's own name, once it is large enough to hold it.
      const width = Math.sqrt(place.squareKilometres) * camera.k * 0.025
      if (camera.k < 1.6 || width < textWidth(place.name, size) * 0.6) continue
    }
    const mark = victim?.hedged && !victim.denied ? '~ ' : ''
    const denied = victim?.denied ? ' (denied)' : ''
    wishes.push({
      text: `${mark}${fitText(place.name, size, 150)}${denied}`,
      ...(victim || hasDot || isOrigin ? placeOnScreen(state, place) : onScreen(state, place.at)),
      gap: isOrigin ? 10 : hasDot ? 8 : victim ? 6 : 0,
      weight: isMeant ? 600 : 400,
      tone: victim || isMeant || isOrigin ? 'ink' : 'soft',
      isSure: isMeant,
      rank:
        (isMeant ? 1e6 : 0) +
        (isOrigin ? 1e5 : 0) +
        (victim ? 1e4 + victim.origins * 10 : 0) +
        Math.log10(place.squareKilometres + 1),
    })
  }
  for (const { region, labelAt } of state.regions)
    wishes.push({
      text: `${region.hedged ? '~ ' : ''}${fitText(region.name, size, 150)}`,
      ...onScreen(state, labelAt),
      gap: 0,
      weight: state.selected.has(region.entity) || hovered === region.entity ? 600 : 400,
      tone: 'ink',
      isSure: state.selected.has(region.entity),
      rank: 9e3,
    })
  return wishes
}

function sides({ text, x, y, gap, weight }: Wish): [GridBox, ...GridBox[]] {
  const width = textWidth(text, size, weight)
  const box = (x0: number, y0: number): GridBox => ({ x0, y0, x1: x0 + width, y1: y0 + lineHeight })
  if (gap === 0) return [box(x - width / 2, y - lineHeight / 2)]
  return [
    box(x + gap, y - lineHeight / 2),
    box(x - gap - width, y - lineHeight / 2),
    box(x - width / 2, y + gap),
    box(x - width / 2, y - gap - lineHeight),
    box(x + gap * 0.8, y + gap * 0.6),
    box(x - gap * 0.8 - width, y + gap * 0.6),
    box(x + gap * 0.8, y - gap * 0.6 - lineHeight),
    box(x - gap * 0.8 - width, y - gap * 0.6 - lineHeight),
  ]
}
