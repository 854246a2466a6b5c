import { arcCurves, arcRoutes, arcScale } from '@core/geo/arc-routes'
import type { MapArc, MapModel, MapVictim } from '@core/geo/map-model'
import { projectPoint } from '@core/geo/projection'
import { regionCircle } from '@core/geo/region-circles'
import type { Curve, Point } from '@core/graph/curve'
import { lineStyle } from '@core/graph/marks'
import type { LineStyle } from '@core/graph/marks'
import { outlinePath } from '@core/geo/outline-path'
import { geoCircle } from 'd3'
import { sheetHeight, sheetWidth } from './map-scene-ground'
import type { Ground, GroundPlace } from './map-scene-ground'

export interface SceneArc {
  readonly arc: MapArc
  readonly style: LineStyle
  readonly width: number
  /** On the sheet. */
  readonly curve: Curve
}

export interface SceneRegion {
  readonly region: MapModel['regions'][number]
  readonly path: Path2D
  readonly labelAt: Point
}

export interface MapSceneState {
  readonly ground: Ground
  model: MapModel | undefined
  victims: ReadonlyMap<string, MapVictim>
  arcs: readonly SceneArc[]
  regions: readonly SceneRegion[]
  showArcs: boolean
  readonly selected: Set<string>
  hovered: string | undefined
  /** Screen = sheet × k + (x, y). */
  camera: { readonly k: number; readonly x: number; readonly y: number }
}

/** Above this many arcs those of one pair of countries become one line. */
const mostSingleArcs = 120
/** An area narrower than this on the screen, in pixels, has a dot as well. */
const visiblePixels = 8

export function emptyMapState(ground: Ground): MapSceneState {
  return {
    ground,
    model: undefined,
    victims: new Map(),
    arcs: [],
    regions: [],
    showArcs: true,
    selected: new Set(),
    hovered: undefined,
    camera: { k: 1, x: 0, y: 0 },
  }
}

export function loadMapModel(state: MapSceneState, model: MapModel, showArcs: boolean): void {
  const { places, projection } = state.ground
  state.model = model
  state.showArcs = showArcs
  state.victims = new Map(model.victims.map((victim) => [victim.iso2, victim]))
  const lines =
    model.arcs.length > mostSingleArcs
      ? arcRoutes(model.arcs).map(({ lead, width }) => ({ arc: lead, width }))
      : model.arcs.map((arc) => ({ arc, width: arc.width }))
  const scale = arcScale(lines.length)
  const curves = arcCurves(
    lines.map(({ arc }) => arc),
    (iso2) => places.get(iso2)?.at,
    1,
    ({ x, y }) => x > 4 && x < sheetWidth - 4 && y > 4 && y < sheetHeight - 4,
  )
  state.arcs = lines
    .flatMap(({ arc, width }, index): SceneArc[] => {
      const curve = curves[index]
      const polarity = arc.denied ? 'denied' : 'asserted'
      const style = lineStyle({
        predicate: 'targets',
        outcome: arc.outcome,
        hedged: arc.hedged,
        polarity,
      })
      return curve ? [{ arc, style, width: Math.min(width, 4) * scale, curve }] : []
    })
    .sort((a, b) => a.arc.origins - b.arc.origins)
  state.regions = model.regions.flatMap((region): SceneRegion[] => {
    const circle = regionCircle(region.entity)
    const labelAt =
      circle && projectPoint(projection, [circle.at[0], circle.at[1] - circle.radius * 0.86])
    if (!circle || !labelAt) return []
    const shape = geoCircle()
      .center([...circle.at])
      .radius(circle.radius)
      .precision(3)()
    return [{ region, path: new Path2D(outlinePath(projection, shape, 0.5)), labelAt }]
  })
}

export function onScreen({ camera: { k, x, y } }: MapSceneState, at: Point): Point {
  return { x: at.x * k + x, y: at.y * k + y }
}

/** Where a country's dot or arc ends: crowded dots stand aside, less and less as zooming makes room. */
export function placeOnScreen(state: MapSceneState, { at, aside }: GroundPlace): Point {
  const { x, y } = onScreen(state, at)
  const share = 1 / Math.max(1, state.camera.k)
  return { x: x + aside.x * share, y: y + aside.y * share }
}

export function curveOnScreen(state: MapSceneState, { curve, arc }: SceneArc): Curve {
  const to = state.ground.places.get(arc.to)
  return {
    start: onScreen(state, curve.start),
    control: onScreen(state, curve.control),
    end: arc.from === arc.to || !to ? onScreen(state, curve.end) : placeOnScreen(state, to),
  }
}

export function needsDot({ ground, camera }: MapSceneState, place: GroundPlace): boolean {
  if (!place.isSmall) return false
  const pixelsPerKilometre = (ground.projection.scale() * camera.k) / 6371
  return Math.sqrt(place.squareKilometres) * pixelsPerKilometre < visiblePixels
}

/** Selection speaks of codes, entities, links and arcs. */
export function isCountrySelected({ selected, victims }: MapSceneState, iso2: string): boolean {
  return (
    selected.has(iso2) ||
    selected.has(`country:${iso2}`) ||
    (victims.get(iso2)?.entities.some((entity) => selected.has(entity)) ?? false) ||
    (victims.get(iso2)?.links.some((link) => selected.has(link)) ?? false)
  )
}

export function isArcSelected({ selected }: MapSceneState, { arc }: SceneArc): boolean {
  return (
    selected.has(arc.id) || selected.has(arc.actor) || arc.links.some((link) => selected.has(link))
  )
}
