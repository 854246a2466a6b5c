import type { GeoProjection } from 'd3-geo'
import type { MapModel } from './map-model'
import { projectPoint, worldAspect, worldProjection } from './projection'
import type { World } from './world'

/** Closer than this, coasts of the 1:50m outline look coarse. */
const closest = 4

/** Nearer the whole than this, cutting off a corner of the world costs more than it gives. */
const leastZoom = 1.35

export interface FramedMap {
  readonly projection: GeoProjection
  readonly width: number
  readonly height: number
  /** 1: the whole world. */
  readonly zoom: number
}

/** The part of the world where things happen, with air around it; the whole where they happen all over. */
export function frameMap(model: MapModel, world: World, width: number): FramedMap {
  const whole = width * worldAspect()
  const projection = worldProjection(width, whole)
  const places = [...model.victims.map(({ iso2 }) => iso2), ...model.originCountries].flatMap(
    (iso2) => {
      const country = world.countries.get(iso2)
      const at = country && projectPoint(projection, country.at)
      return at ? [{ ...at, air: 14 + Math.min(22, Math.sqrt(country.squareKilometres) / 60) }] : []
    },
  )
  if (places.length === 0 || model.regions.length > 0)
    return { projection: clip(projection, width, whole), width, height: whole, zoom: 1 }
  const left = Math.min(...places.map(({ x, air }) => x - air))
  const right = Math.max(...places.map(({ x, air }) => x + air))
  // Arcs bow to the north.
  const top = Math.min(...places.map(({ y, air }) => y - air)) - (right - left) * 0.06
  const bottom = Math.max(...places.map(({ y, air }) => y + air))
  const height = width * 0.56
  const zoom = Math.min(closest, width / (right - left), height / (bottom - top)) * 0.92
  if (zoom < leastZoom)
    return { projection: clip(projection, width, whole), width, height: whole, zoom: 1 }
  const [x, y] = projection.translate()
  // Kept inside the world, so that no side of the frame is empty.
  const centreX = clamp((left + right) / 2, width / 2 / zoom, width - width / 2 / zoom)
  const centreY = clamp((top + bottom) / 2, height / 2 / zoom, whole - height / 2 / zoom)
  const zoomed = projection
    .scale(projection.scale() * zoom)
    .translate([width / 2 + (x - centreX) * zoom, height / 2 + (y - centreY) * zoom])
  return { projection: clip(zoomed, width, height), width, height, zoom }
}

function clip(projection: GeoProjection, width: number, height: number): GeoProjection {
  return projection.clipExtent([
    [0, 0],
    [width, height],
  ])
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high)
}
