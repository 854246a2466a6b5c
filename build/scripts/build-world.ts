// Writes resources/world/world.json: the outline that the map draws, from world-atlas (Natural Earth 1:50m).
//   node build/scripts/run-ts.mjs build/scripts/build-world.ts
// The countries table of the knowledge gives codes, names and the places of states that the atlas does not draw.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cwd } from 'node:process'
import { geoArea, geoBounds, geoCentroid, geoContains, geoDistance } from 'd3-geo'
import { feature, quantize } from 'topojson-client'
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification'

type CountryGeometry = (Polygon | MultiPolygon) & { id?: string; properties?: { name: string } }
interface Country {
  readonly iso2: string
  readonly numeric: string
  readonly name: string
  readonly at: readonly [number, number]
}

/** Grid steps per axis: 0.036° of longitude, half a pixel at eight times the world on a wide screen. */
const gridSteps = 1e4
/** A centroid nearer to the border than this, in radians (0.1°), may fall outside once coordinates are rounded. */
const leastGap = 0.0018
/** Territories that Natural Earth draws as part of a sovereign: their polygons lie within this angle of their label point. */
const territoryRadius = 4 * (Math.PI / 180)
const sovereignOf: Readonly<Record<string, string>> = {
  GF: 'France',
  GP: 'France',
  MQ: 'France',
  RE: 'France',
  YT: 'France',
  BQ: 'Netherlands',
  SJ: 'Norway',
  CX: 'Indian Ocean Ter.',
  CC: 'Indian Ocean Ter.',
}
/** Areas with no ISO number: Kosovo has a user-assigned code, the others are drawn without one. */
const codeByName: Readonly<Record<string, string>> = { Kosovo: 'XK' }
/** The middle of Russia's area lies in the Siberian north, at the edge of every map; most of its people live here. */
const chosenPoint: Readonly<Record<string, readonly [number, number]>> = { RU: [60, 58.5] }

const countries = readCountries(join(cwd(), 'resources/knowledge/countries.tsv'))
const source = createRequire(join(cwd(), 'package.json')).resolve('world-atlas/countries-50m.json')
// The package ships exactly this structure; a change of version would fail in the next lines.
const atlas = JSON.parse(readFileSync(source, 'utf8')) as Topology<{
  countries: GeometryCollection<{ name: string }>
}>
// The atlas holds polygons alone.
const geometries = atlas.objects.countries.geometries as CountryGeometry[]
const coded = mergeByCode([...splitTerritories(geometries)])
// Before the world is made: that renumbers the arcs of these same objects.
const shapes = new Map(coded.map((geometry) => [geometry.id, geometry]))
const points = countries.map(({ iso2, name, at }) => {
  const shape = shapes.get(iso2)
  const [longitude, latitude] = chosenPoint[iso2] ?? (shape ? labelPoint(shape) : at)
  return [iso2, name, longitude, latitude, shape ? squareKilometres(shape) : 0]
})
const world = quantize(
  {
    type: 'Topology',
    arcs: atlas.arcs.map((arc) => decode(arc)),
    objects: { countries: { type: 'GeometryCollection', geometries: [...coded] } },
  },
  gridSteps,
)
const dropped = dropUnusedArcs(world)
const out = join(cwd(), 'resources/world/world.json')
writeFileSync(
  out,
  `${JSON.stringify({
    origin: 'world-atlas 2.0.2 countries-50m (ISC), from Natural Earth 1:50m (public domain)',
    borders: 'De-facto borders as in Natural Earth.',
    points,
    topology: world,
  })}\n`,
)
const missing = countries.filter(({ iso2 }) => !shapes.has(iso2)).map(({ iso2 }) => iso2)
console.log(
  `${out}: ${readFileSync(out).length} bytes, ${coded.length} areas, ${dropped} arcs dropped; points only: ${missing.join(' ')}`,
)

/** Gives each area its alpha-2 code; overseas territories leave their sovereign's multipolygon. */
function* splitTerritories(
  all: readonly CountryGeometry[],
): Generator<{ geometry: CountryGeometry; iso2: string | undefined }> {
  const byNumeric = new Map(countries.map(({ numeric, iso2 }) => [numeric, iso2]))
  for (const geometry of all) {
    const name = geometry.properties?.name ?? ''
    const iso2 = geometry.id === undefined ? codeByName[name] : byNumeric.get(geometry.id)
    const territories = countries.filter((country) => sovereignOf[country.iso2] === name)
    if (territories.length === 0 || geometry.type !== 'MultiPolygon') {
      yield { geometry, iso2 }
      continue
    }
    const parts = new Map<string, MultiPolygon['arcs']>()
    for (const polygon of geometry.arcs) {
      const shape = feature(atlas, { type: 'Polygon', arcs: polygon })
      const [nearest] = territories
        .map(({ iso2: code, at }) => ({ code, gap: geoDistance(geoCentroid(shape), [...at]) }))
        .sort((a, b) => a.gap - b.gap)
      const isOwn = nearest && nearest.gap < territoryRadius && geoArea(shape) < 0.01
      const code = isOwn ? nearest.code : (iso2 ?? '')
      parts.set(code, [...(parts.get(code) ?? []), polygon])
    }
    for (const [code, arcs] of parts)
      yield {
        geometry: { type: 'MultiPolygon', arcs, properties: { name } },
        iso2: code === '' ? undefined : code,
      }
  }
}

/** Natural Earth has several records for some states (Australia and its reefs): one area each. */
function mergeByCode(
  parts: readonly { geometry: CountryGeometry; iso2: string | undefined }[],
): readonly (MultiPolygon & { id?: string; properties?: { name: string } })[] {
  const merged = new Map<string, MultiPolygon & { id?: string; properties?: { name: string } }>()
  for (const { geometry, iso2 } of parts) {
    const name = geometry.properties?.name ?? ''
    const key = iso2 ?? name
    const arcs = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    const known = merged.get(key)
    merged.set(key, {
      type: 'MultiPolygon',
      arcs: [...(known?.arcs ?? []), ...arcs],
      ...(iso2 === undefined ? { properties: { name } } : { id: iso2 }),
    })
  }
  return [...merged.values()]
}

/** A place inside the largest part: its centroid, or for crooked coasts the point farthest from any border. */
function labelPoint(geometry: MultiPolygon): readonly [number, number] {
  const [largest] = geometry.arcs
    .map((arcs) => feature(atlas, { type: 'Polygon', arcs }))
    .sort((a, b) => geoArea(b) - geoArea(a))
  if (!largest) return [0, 0]
  const centre = geoCentroid(largest)
  const [[west, south], [east, north]] = geoBounds(largest)
  const border = largest.geometry.coordinates.flat()
  const gapAt = (at: [number, number]): number =>
    Math.min(...border.map(([x = 0, y = 0]) => geoDistance(at, [x, y])))
  const isWellInside = geoContains(largest, centre) && gapAt(centre) > leastGap
  if (isWellInside || east < west) return [round(centre[0]), round(centre[1])]
  let best: readonly [number, number] = centre
  let bestGap = 0
  for (let i = 1; i < 40; i++)
    for (let j = 1; j < 40; j++) {
      const at: [number, number] = [
        west + ((east - west) * i) / 40,
        south + ((north - south) * j) / 40,
      ]
      if (!geoContains(largest, at)) continue
      const gap = gapAt(at)
      if (gap > bestGap) [best, bestGap] = [at, gap]
    }
  return [round(best[0]), round(best[1])]
}

function squareKilometres(geometry: MultiPolygon): number {
  return Math.round(geoArea(feature(atlas, geometry)) * 6371 ** 2)
}

function round(degrees: number): number {
  return Math.round(degrees * 100) / 100
}

/** Topology positions are delta-coded integers; `quantize` wants degrees. */
function decode(arc: readonly (readonly number[])[]): [number, number][] {
  const { scale, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] }
  let x = 0
  let y = 0
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

function dropUnusedArcs(topology: Topology): number {
  const used = new Map<number, number>()
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    const index = Number(value)
    const plain = index < 0 ? ~index : index
    const next = used.get(plain) ?? used.size
    used.set(plain, next)
    return index < 0 ? ~next : next
  }
  for (const object of Object.values(topology.objects))
    if (object.type === 'GeometryCollection')
      for (const geometry of object.geometries)
        if ('arcs' in geometry) Object.assign(geometry, { arcs: visit(geometry.arcs) })
  const before = topology.arcs.length
  topology.arcs = [...used.keys()].map((index) => topology.arcs[index] ?? [])
  return before - topology.arcs.length
}

function readCountries(path: string): readonly Country[] {
  const [head = '', ...rows] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const columns = head.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? ''
    return {
      iso2: cell('iso2'),
      numeric: cell('numeric'),
      name: cell('name'),
      at: [Number(cell('lng')), Number(cell('lat'))],
    }
  })
}
