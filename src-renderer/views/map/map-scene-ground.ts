import { outlinePath } from '@core/geo/outline-path'
import { projectPoint, worldAspect, worldProjection } from '@core/geo/projection'
import { spreadDots } from '@core/geo/spread-dots'
import type { World, WorldArea } from '@core/geo/world'
import type { Point } from '@core/graph/curve'
import { geoGraticule } from 'd3'
import type { GeoProjection } from 'd3'

/** The sheet that everything is projected on once; the camera scales it. */
export const sheetWidth = 1000
export const sheetHeight = sheetWidth * worldAspect()
/** Above this zoom the coarse outline would show its corners. */
const fineFrom = 2.2

export interface GroundArea {
  readonly area: WorldArea
  readonly path: Path2D
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A country or territory: where it stands on the sheet, and how its dot is moved aside at zoom 1. */
export interface GroundPlace {
  readonly iso2: string
  readonly name: string
  readonly at: Point
  readonly aside: Point
  readonly isSmall: boolean
  readonly squareKilometres: number
}

export interface Ground {
  readonly projection: GeoProjection
  readonly places: ReadonlyMap<string, GroundPlace>
  readonly graticule: Path2D
  /** Outlines for a zoom, coarse or fine; each set is made at its first use. */
  readonly areas: (zoom: number) => readonly GroundArea[]
  readonly land: (zoom: number) => Path2D
}

/** Projects the world once and keeps its outlines as paths. */
export function createGround(world: World): Ground {
  const projection = worldProjection(sheetWidth, sheetHeight)
  const coarse = lazily(() => outlines(world, projection, 0.7))
  const fine = lazily(() => outlines(world, projection, 0.12))
  const coarseLand = lazily(() => joined(coarse()))
  const fineLand = lazily(() => joined(fine()))
  return {
    projection,
    places: placesOf(world, projection),
    graticule: new Path2D(outlinePath(projection, geoGraticule().step([20, 20])(), 1)),
    areas: (zoom) => (zoom < fineFrom ? coarse() : fine()),
    land: (zoom) => (zoom < fineFrom ? coarseLand() : fineLand()),
  }
}

function outlines(
  world: World,
  projection: GeoProjection,
  tolerance: number,
): readonly GroundArea[] {
  return world.areas.map((area) => {
    const data = outlinePath(projection, area.shape, tolerance)
    return { area, path: new Path2D(data), ...boundsOf(area, projection) }
  })
}

function boundsOf({ shape }: WorldArea, projection: GeoProjection) {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (const polygon of shape.geometry.coordinates)
    for (const [longitude = 0, latitude = 0] of polygon[0] ?? []) {
      const at = projectPoint(projection, [longitude, latitude])
      if (!at) continue
      bounds.x0 = Math.min(bounds.x0, at.x)
      bounds.x1 = Math.max(bounds.x1, at.x)
      bounds.y0 = Math.min(bounds.y0, at.y)
      bounds.y1 = Math.max(bounds.y1, at.y)
    }
  return bounds
}

function joined(areas: readonly GroundArea[]): Path2D {
  const land = new Path2D()
  for (const { path } of areas) land.addPath(path)
  return land
}

function placesOf(world: World, projection: GeoProjection): ReadonlyMap<string, GroundPlace> {
  const found = [...world.countries.values()].flatMap((country) => {
    const at = projectPoint(projection, country.at)
    return at ? [{ country, at }] : []
  })
  const small = found.filter(({ country }) => country.isSmall)
  const shifts = spreadDots(
    small.map(({ at }) => at),
    5.2,
  )
  const asideOf = new Map(small.map(({ country }, index) => [country.iso2, shifts[index]]))
  return new Map(
    found.map(({ country: { iso2, name, isSmall, squareKilometres }, at }) => [
      iso2,
      { iso2, name, at, isSmall, squareKilometres, aside: asideOf.get(iso2) ?? { x: 0, y: 0 } },
    ]),
  )
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
