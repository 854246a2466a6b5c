import { feature, mesh } from 'topojson-client'
import type { Feature, MultiLineString, MultiPolygon } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod/mini'

/** The outline of the world, as the map and the brief draw it. */
export interface World {
  readonly areas: readonly WorldArea[]
  /** Every country and territory with an ISO code, those without an outline too. */
  readonly countries: ReadonlyMap<string, WorldCountry>
  /** Land borders, without coasts. */
  readonly borders: MultiLineString
  /** What any picture of it has to say. */
  readonly note: string
}

export interface WorldArea {
  /** Absent: drawn, but has no ISO code. */
  readonly iso2?: string
  readonly name: string
  readonly shape: Feature<MultiPolygon>
}

export interface WorldCountry {
  readonly iso2: string
  readonly name: string
  /** Where its label and arcs stand, inside its largest part: longitude, latitude. */
  readonly at: readonly [number, number]
  /** 0 where the outline has none. */
  readonly squareKilometres: number
  /** Too small to see or to hit at world zoom: gets a dot. */
  readonly isSmall: boolean
}

/** Below this a country is about three pixels wide on a world map of 1,000 pixels. */
const smallSquareKilometres = 25_000

const worldSchema = z.object({
  borders: z.string(),
  points: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()])),
  topology: z.object({
    type: z.literal('Topology'),
    // A hundred thousand numbers of our own making: looking at each would take longer than drawing them.
    arcs: z.custom<readonly [number, number][][]>((value) => Array.isArray(value)),
    transform: z.object({
      scale: z.tuple([z.number(), z.number()]),
      translate: z.tuple([z.number(), z.number()]),
    }),
    objects: z.object({
      countries: z.object({
        type: z.literal('GeometryCollection'),
        geometries: z.array(
          z.object({
            type: z.literal('MultiPolygon'),
            id: z.optional(z.string()),
            properties: z.optional(z.object({ name: z.string() })),
            arcs: z.array(z.array(z.array(z.number()))),
          }),
        ),
      }),
    }),
  }),
})

/** Reads `resources/world/world.json`; throws if it is not what `build-world.ts` writes, which only a bad build can cause. */
export function readWorld(json: string): World {
  const { borders, points, topology } = z.parse(worldSchema, JSON.parse(json))
  const countries = new Map(
    points.map(([iso2, name, longitude, latitude, squareKilometres]) => [
      iso2,
      {
        iso2,
        name,
        at: [longitude, latitude] as const,
        squareKilometres,
        isSmall: squareKilometres < smallSquareKilometres,
      },
    ]),
  )
  // The schema has checked the same structure; only its optional fields are typed differently.
  const typed = topology as unknown as Topology<{
    countries: GeometryCollection<{ name?: string }>
  }>
  const shapes = feature(typed, typed.objects.countries)
  const areas = shapes.features.map((shape): WorldArea => {
    const iso2 = typeof shape.id === 'string' ? shape.id : undefined
    const name = (iso2 && countries.get(iso2)?.name) ?? shape.properties.name ?? ''
    // Every geometry is a MultiPolygon by the schema.
    const polygon = shape as Feature<MultiPolygon>
    return iso2 === undefined ? { name, shape: polygon } : { iso2, name, shape: polygon }
  })
  return {
    areas,
    countries,
    borders: mesh(typed, typed.objects.countries, (a, b) => a !== b),
    note: borders,
  }
}
