import type { MapVictim } from '@core/geo/map-model'
import { victimTone } from '@core/geo/victim-tones'
import { marks } from '@core/graph/marks'
import { drawCanvasLine } from '../../components/canvas/canvas-line'
import { drawCanvasMark } from '../../components/canvas/canvas-mark'
import { mixed } from '../../components/canvas/canvas-theme'
import type { CanvasTheme } from '../../components/canvas/canvas-theme'
import type { GridBox } from '../../components/canvas/label-grid'
import { drawMapLabels } from './map-scene-labels'
import { drawMargin } from './map-scene-margin'
import {
  curveOnScreen,
  isArcSelected,
  isCountrySelected,
  needsDot,
  placeOnScreen,
} from './map-scene-state'
import type { MapSceneState, SceneArc } from './map-scene-state'

interface Frame {
  readonly width: number
  readonly height: number
}

const dotRadius = 2.6
const victimDotRadius = 4.2

/** One frame, in CSS pixels: ground, victims, dots, arcs, names. */
export function drawMap(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
  frame: Frame,
): void {
  context.save()
  context.translate(state.camera.x, state.camera.y)
  context.scale(state.camera.k, state.camera.k)
  drawAreas(context, state, theme, frame)
  context.restore()
  const dots = drawDots(context, state, theme, frame)
  if (state.showArcs) drawArcs(context, state, theme)
  const margin = drawMargin(context, state, theme, frame)
  drawMapLabels(context, state, theme, frame, [...dots, ...margin])
}

/** In sheet units: line widths are divided by the zoom to stay hairlines. */
function drawAreas(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
  frame: Frame,
): void {
  const { ground, camera, victims } = state
  const { k } = camera
  context.strokeStyle = theme.hairline
  context.lineWidth = 0.6 / k
  context.stroke(ground.graticule)
  context.fillStyle = theme.land
  const land = ground.land(k)
  context.fill(land)
  context.strokeStyle = theme.ground
  context.lineWidth = 0.7 / k
  context.lineJoin = 'round'
  context.stroke(land)
  const shown = ground
    .areas(k)
    .filter(
      ({ area: { iso2 }, x0, y0, x1, y1 }) =>
        iso2 !== undefined &&
        (victims.has(iso2) || isMeant(state, iso2)) &&
        x1 * k + camera.x >= 0 &&
        x0 * k + camera.x <= frame.width &&
        y1 * k + camera.y >= 0 &&
        y0 * k + camera.y <= frame.height,
    )
  const last = shown.filter(({ area: { iso2 } }) => isMeant(state, iso2 ?? ''))
  for (const { area, path } of [...shown.filter((each) => !last.includes(each)), ...last]) {
    const iso2 = area.iso2 ?? ''
    const victim = victims.get(iso2)
    if (last.some((each) => each.area === area))
      outlineMeant(context, path, isCountrySelected(state, iso2), theme, k)
    if (victim) fillVictim(context, victim, path, theme, k)
    else {
      context.fillStyle = theme.land
      context.fill(path)
    }
    context.strokeStyle = theme.ink
    context.lineWidth = (victim ? 0.8 : 0.5) / k
    context.setLineDash(victim?.denied ? [3 / k, 2.5 / k] : [])
    context.stroke(path)
    context.setLineDash([])
  }
  for (const { region, path } of state.regions) {
    const isRegionMeant = state.selected.has(region.entity) || state.hovered === region.entity
    context.fillStyle = marks.region.colour
    context.globalAlpha = isRegionMeant ? 0.16 : 0.06
    context.fill(path)
    context.globalAlpha = 1
    context.strokeStyle = isRegionMeant ? theme.amberLine : marks.region.colour
    context.lineWidth = (isRegionMeant ? 2.5 : 1.6) / k
    context.setLineDash([6 / k, 5 / k])
    context.stroke(path)
    context.setLineDash([])
  }
}

function fillVictim(
  context: CanvasRenderingContext2D,
  victim: MapVictim,
  path: Path2D,
  theme: CanvasTheme,
  k: number,
): void {
  context.fillStyle = toneOf(victim, theme) ?? theme.ground
  context.fill(path)
  if (!victim.hedged || victim.denied) return
  const hatch = hatchOf(context, theme)
  if (!hatch) return
  hatch.setTransform(new DOMMatrix().scale(1 / k).rotate(45))
  context.fillStyle = hatch
  context.fill(path)
}

/** On the night ground strength is light, on paper it is dark. */
function toneOf(victim: MapVictim, { isDark }: CanvasTheme): string | undefined {
  if (!isDark || victim.denied) return victimTone(victim)
  return { compromised: '#5cb2e6', targeted: '#30749f', attempted: '#24516f' }[
    victim.outcome ?? 'targeted'
  ]
}

/** Under the fill, so that only its outer half shows and small countries keep their tone. */
function outlineMeant(
  context: CanvasRenderingContext2D,
  path: Path2D,
  isSelected: boolean,
  theme: CanvasTheme,
  k: number,
): void {
  if (isSelected) {
    context.strokeStyle = theme.ink
    context.lineWidth = 8 / k
    context.stroke(path)
  }
  context.strokeStyle = theme.amber
  context.lineWidth = 5.5 / k
  context.stroke(path)
}

/** Small states: faint dots for all, so that each can be found; larger ones in the tone of what happened. */
function drawDots(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
  { width, height }: Frame,
): readonly GridBox[] {
  const boxes: GridBox[] = []
  for (const place of state.ground.places.values()) {
    const victim = state.victims.get(place.iso2)
    if (!needsDot(state, place)) continue
    const { x, y } = placeOnScreen(state, place)
    if (x < -5 || y < -5 || x > width + 5 || y > height + 5) continue
    const meant = isMeant(state, place.iso2)
    const radius = victim || meant ? victimDotRadius : dotRadius
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.fillStyle = victim ? (toneOf(victim, theme) ?? theme.ground) : theme.land
    context.fill()
    if (victim?.hedged && !victim.denied) {
      const hatch = hatchOf(context, theme)
      if (hatch) {
        hatch.setTransform(new DOMMatrix().rotate(45))
        context.fillStyle = hatch
        context.fill()
      }
    }
    context.setLineDash(victim?.denied ? [2, 1.6] : [])
    context.strokeStyle = victim ? theme.ink : theme.faint
    context.lineWidth = victim ? 1 : 0.7
    context.stroke()
    context.setLineDash([])
    if (meant) {
      context.beginPath()
      context.arc(x, y, radius + 2.5, 0, 2 * Math.PI)
      context.strokeStyle = theme.amber
      context.lineWidth = 2.5
      context.stroke()
    }
    if (victim) boxes.push({ x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius })
  }
  return boxes
}

/** Arcs of what is meant stand out; the others step back. */
function drawArcs(
  context: CanvasRenderingContext2D,
  state: MapSceneState,
  theme: CanvasTheme,
): void {
  const meant = state.arcs.filter((arc) => isArcMeant(state, arc))
  const others = state.arcs.filter((arc) => !meant.includes(arc))
  for (const arc of [...others, ...meant]) {
    const curve = curveOnScreen(state, arc)
    const isHome = arc.arc.from === arc.arc.to
    const stands = meant.length === 0 || meant.includes(arc)
    const isLit = meant.length > 0 && stands
    drawCanvasLine(
      context,
      {
        curve,
        startGap: isHome ? 0 : 9,
        endGap: isHome ? 0 : 5,
        style: arc.style,
        width: arc.width,
        byPerson: arc.arc.byPerson,
        colour: stands ? theme.ink : mixed(theme.ground, theme.ink, 0.3),
        halo: {
          colour: isLit ? theme.amber : theme.ground,
          width: isLit ? 2.5 : 1.3,
          alpha: isLit ? 0.9 : stands ? 0.75 : 0.4,
        },
      },
      theme,
    )
  }
  context.globalAlpha = 1
  for (const iso2 of state.model?.originCountries ?? []) {
    const place = state.ground.places.get(iso2)
    if (!place) continue
    const { x, y } = placeOnScreen(state, place)
    drawCanvasMark(context, 'actor', x, y, 6.5, theme)
  }
}

function isArcMeant(state: MapSceneState, arc: SceneArc): boolean {
  const { hovered } = state
  if (hovered !== undefined)
    return hovered === arc.arc.id || hovered === arc.arc.to || hovered === arc.arc.actor
  return isArcSelected(state, arc) || isCountrySelected(state, arc.arc.to)
}

function isMeant(state: MapSceneState, iso2: string): boolean {
  return state.hovered === iso2 || isCountrySelected(state, iso2)
}

const hatches = new Map<string, CanvasPattern | null>()

/** Stripes of ground over a fill: hedged. */
function hatchOf(context: CanvasRenderingContext2D, theme: CanvasTheme): CanvasPattern | null {
  const known = hatches.get(theme.ground)
  if (known !== undefined) return known
  const tile = context.canvas.ownerDocument.createElement('canvas')
  Object.assign(tile, { width: 5, height: 5 })
  const pen = tile.getContext('2d')
  if (pen) {
    pen.fillStyle = theme.ground
    pen.fillRect(0, 0, 2.5, 5)
  }
  const made = context.createPattern(tile, 'repeat')
  hatches.set(theme.ground, made)
  return made
}
