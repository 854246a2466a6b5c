import { pointAt } from '@core/graph/curve'
import type { Point } from '@core/graph/curve'
import { marginRows } from './map-scene-margin'
import { curveOnScreen, needsDot, placeOnScreen } from './map-scene-state'
import type { MapSceneState } from './map-scene-state'
import type { MapHit } from './map-scene-types'

const dotReach = 8
const arcReach = 5

/** What lies under a point: margin, dot, arc, region's edge, country, in this order. */
export function hitMap(
  state: MapSceneState,
  at: Point,
  context: CanvasRenderingContext2D,
  frame: { readonly width: number; readonly height: number },
): MapHit | undefined {
  const row = marginRows(state, frame).find(
    ({ box }) => at.x >= box.x0 && at.x <= box.x1 && at.y >= box.y0 && at.y <= box.y1,
  )
  if (row) return row.hit
  return dotAt(state, at) ?? arcAt(state, at) ?? areaAt(state, at, context)
}

function dotAt(state: MapSceneState, at: Point): MapHit | undefined {
  let best: { hit: MapHit; gap: number } | undefined
  for (const place of state.ground.places.values()) {
    if (!needsDot(state, place)) continue
    const centre = placeOnScreen(state, place)
    const gap = Math.hypot(centre.x - at.x, centre.y - at.y)
    // A victim's dot is larger.
    const reach = state.victims.has(place.iso2) ? dotReach : dotReach - 2
    if (gap <= reach && (!best || gap < best.gap))
      best = { hit: { type: 'country', iso2: place.iso2, name: place.name }, gap }
  }
  return best?.hit
}

function arcAt(state: MapSceneState, at: Point): MapHit | undefined {
  if (!state.showArcs) return undefined
  let best: { hit: MapHit; gap: number } | undefined
  for (const arc of state.arcs) {
    const curve = curveOnScreen(state, arc)
    let from = curve.start
    for (let step = 1; step <= 24; step++) {
      const to = pointAt(curve, step / 24)
      const gap = distanceToSegment(from, to, at) - arc.width / 2
      if (gap <= arcReach && (!best || gap < best.gap))
        best = { hit: { type: 'arc', id: arc.arc.id }, gap }
      from = to
    }
  }
  return best?.hit
}

function areaAt(
  state: MapSceneState,
  at: Point,
  context: CanvasRenderingContext2D,
): MapHit | undefined {
  const { k, x, y } = state.camera
  const [sheetX, sheetY] = [(at.x - x) / k, (at.y - y) / k]
  // Paths are asked in sheet units, whatever the last frame left as transform.
  context.save()
  context.resetTransform()
  try {
    context.lineWidth = 10 / k
    const region = state.regions.find(({ path }) => context.isPointInStroke(path, sheetX, sheetY))
    if (region) return { type: 'region', entity: region.region.entity }
    const found = state.ground
      .areas(k)
      .find(
        ({ area, path, x0, y0, x1, y1 }) =>
          area.iso2 !== undefined &&
          sheetX >= x0 &&
          sheetX <= x1 &&
          sheetY >= y0 &&
          sheetY <= y1 &&
          context.isPointInPath(path, sheetX, sheetY),
      )
    const iso2 = found?.area.iso2
    return found && iso2 !== undefined
      ? { type: 'country', iso2, name: found.area.name }
      : undefined
  } finally {
    context.restore()
  }
}

function distanceToSegment(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / length
  const clamped = Math.min(1, Math.max(0, t))
  return Math.hypot(a.x + dx * clamped - at.x, a.y + dy * clamped - at.y)
}
