import { geoEqualEarth } from 'd3-geo'
import type { GeoProjection } from 'd3-geo'
import type { Point } from '../graph/curve'

/** Turned by 11° so that the cut runs through the Bering Strait and no land is torn. */
const rotation: [number, number] = [-11, 0]
/** Latitudes shown at rest: all land but the inner Antarctic. */
const south = -58
const north = 84

/** The whole world in a box: Equal Earth, so that a filled country weighs as much as it is large. */
export function worldProjection(width: number, height: number): GeoProjection {
  const projection = geoEqualEarth().rotate(rotation).scale(100).translate([0, 0])
  const { left, right, top, bottom } = frame(projection)
  const scale = Math.min(width / (right - left), height / (bottom - top))
  return projection
    .scale(100 * scale)
    .translate([
      width / 2 - ((left + right) / 2) * scale,
      height / 2 - ((top + bottom) / 2) * scale,
    ])
}

/** Height over width of the world as `worldProjection` shows it. */
export function worldAspect(): number {
  const { left, right, top, bottom } = frame(
    geoEqualEarth().rotate(rotation).scale(100).translate([0, 0]),
  )
  return (bottom - top) / (right - left)
}

export function projectPoint(
  projection: GeoProjection,
  at: readonly [number, number],
): Point | undefined {
  const projected = projection([at[0], at[1]])
  return projected ? { x: projected[0], y: projected[1] } : undefined
}

function frame(projection: GeoProjection) {
  const west = -180 - rotation[0] + 1e-6
  const east = 180 - rotation[0] - 1e-6
  const x = (longitude: number): number => projection([longitude, 0])?.[0] ?? 0
  const y = (latitude: number): number => projection([0, latitude])?.[1] ?? 0
  return { left: x(west), right: x(east), top: y(north), bottom: y(south) }
}
