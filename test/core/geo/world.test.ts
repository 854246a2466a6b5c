import { projectPoint, worldProjection } from '@core/geo/projection'
import { regionCircle } from '@core/geo/region-circles'
import { spreadDots } from '@core/geo/spread-dots'
import { readWorld } from '@core/geo/world'
import { loadKnowledge } from '@core/knowledge/load-knowledge'
import { entityId } from '@core/model/ids'
import { geoContains } from 'd3-geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinKnowledgeTables } from '../../../resources/knowledge/tables'
import { worldJson } from '../../../resources/world'

const world = readWorld(worldJson)
const knowledge = loadKnowledge(builtinKnowledgeTables)

describe('the world outline', () => {
  it('holds every country of the knowledge, as an area or as a point', () => {
    const missing = [...knowledge.countries.keys()].filter((iso2) => !world.countries.has(iso2))
    expect(missing).toEqual([])
  })

  it('names countries as the knowledge does', () => {
    const different = [...world.countries.values()].filter(
      ({ iso2, name }) => knowledge.countries.get(iso2)?.name !== name,
    )
    expect(different).toEqual([])
  })

  it('gives a dot to whatever has no outline or is too small to see', () => {
    const drawn = new Set(world.areas.map(({ iso2 }) => iso2))
    const lost = [...world.countries.values()].filter(
      ({ iso2, isSmall }) => !isSmall && !drawn.has(iso2),
    )
    expect(lost).toEqual([])
    for (const iso2 of ['SG', 'HK', 'MT', 'GI', 'TV', 'BH', 'LU', 'VA'])
      expect(world.countries.get(iso2)?.isSmall, iso2).toBe(true)
  })

  it('draws each code once', () => {
    const codes = world.areas.flatMap(({ iso2 }) => iso2 ?? [])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('has overseas territories apart from their sovereigns', () => {
    for (const iso2 of ['GF', 'GP', 'MQ', 'RE', 'YT', 'SJ', 'XK'])
      expect(
        world.areas.some((area) => area.iso2 === iso2),
        iso2,
      ).toBe(true)
  })

  it.each([
    ['TW', [121, 23.7]],
    ['FR', [2.5, 47]],
    ['GF', [-53, 4]],
    ['XK', [20.9, 42.6]],
    ['US', [-98, 39]],
    ['ZA', [25, -30]],
  ] as const)('has %s in its place', (iso2, at) => {
    const area = world.areas.find((each) => each.iso2 === iso2)
    expect(area && geoContains(area.shape, [...at])).toBe(true)
  })

  it('puts labels inside the countries that they name', () => {
    const outside = world.areas.filter(({ iso2, shape }) => {
      const country = iso2 === undefined ? undefined : world.countries.get(iso2)
      return country && !country.isSmall && !geoContains(shape, [...country.at])
    })
    expect(outside.map(({ name }) => name)).toEqual([])
  })

  it('shows every country on the sheet of the world, Antarctica at its edge', () => {
    const projection = worldProjection(1000, 500)
    for (const { at, iso2 } of world.countries.values()) {
      const point = projectPoint(projection, at)
      expect(point, iso2).toBeDefined()
      expect(point!.x, iso2).toBeGreaterThan(0)
      expect(point!.x, iso2).toBeLessThan(1000)
      expect(point!.y, iso2).toBeGreaterThan(0)
      if (iso2 !== 'AQ') expect(point!.y, iso2).toBeLessThan(500)
    }
  })

  it('says whose borders it draws', () => {
    expect(world.note).toBe('De-facto borders as in Natural Earth.')
  })
})

describe('regionCircle', () => {
  /** Alliances and clubs, which have no one place. */
  const placeless = ['nato', 'five-eyes', 'g7', 'g20', 'brics', 'west', 'emea', 'arctic']

  it('knows every region of the knowledge that has a place', () => {
    const unknown = [...knowledge.regions.keys()].filter(
      (key) => !regionCircle(entityId('region', key)),
    )
    expect(unknown.sort()).toEqual([...placeless].sort())
  })
})

describe('spreadDots', () => {
  it('brings dots apart without moving those that have room', () => {
    const [a, b, far] = spreadDots(
      [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
        { x: 100, y: 0 },
      ],
      5,
    )
    expect(1 + b!.x - a!.x).toBeCloseTo(5)
    expect(far).toEqual({ x: 0, y: 0 })
  })

  it('parts dots at one place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), (count) => {
        const points = Array.from({ length: count }, () => ({ x: 10, y: 10 }))
        const shifts = spreadDots(points, 5, 400)
        for (const [i, a] of shifts.entries())
          for (const b of shifts.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(4.5)
      }),
    )
  })
})
