import { arcCurves, arcRoutes } from '@core/geo/arc-routes'
import { buildMap } from '@core/geo/build-map'
import { mapFigure } from '@core/geo/figure'
import { placeMapLabels } from '@core/geo/place-map-labels'
import { readWorld } from '@core/geo/world'
import { pointAt } from '@core/graph/curve'
import { overlaps } from '@core/graph/place-figure'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worldJson } from '../../../resources/world'
import { aCaseView } from '../graph/a-case-view'
import type { LinkRow } from '../graph/a-case-view'
import { inEurope, oneActor, severalActors } from '../graph/sample-cases'
import { expectGolden, expectSelfContained, expectWellFormed } from '../graph/svg-checks'

const world = readWorld(worldJson)
const drawn = (view: Parameters<typeof buildMap>[0]): string =>
  mapFigure(buildMap(view, world.countries), world)

describe('mapFigure', () => {
  it.each([
    ['map-one-actor', oneActor],
    ['map-several-actors', severalActors],
    ['map-europe', inEurope],
  ])('draws %s as committed', (name, view) => {
    const svg = drawn(view)
    expectWellFormed(svg)
    expectSelfContained(svg)
    expectGolden(name, svg)
  })

  it('says whose borders it draws, and what it shows', () => {
    const svg = drawn(oneActor)
    expect(svg).toContain('De-facto borders as in Natural Earth.')
    expect(svg).toContain('Kenya: ~ compromised, 1 independent origin.')
    expect(svg).toContain('Suspected origin China: Jade Heron.')
  })

  it('lists what has no place instead of guessing one', () => {
    const svg = drawn(severalActors)
    expect(svg).toContain('Nightjar Crew: origin unknown. Victims in Kenya, United States.')
  })

  it('names every victim of a case of ordinary size', () => {
    const svg = drawn(severalActors)
    for (const { name } of buildMap(severalActors, world.countries).victims)
      expect(svg, name).toMatch(new RegExp(`>${name}( \\(denied\\))?</text>|>~ ${name}</text>`))
  })

  it('draws every country as a victim at once, small ones as dots', () => {
    const rows = [...world.countries.keys()].map((iso2): LinkRow => [
      'actor:a',
      'targets',
      `country:${iso2}`,
      { outcome: 'targeted' },
    ])
    const svg = drawn(aCaseView(rows, { 'actor:a': { origin: 'RU' } }))
    expectWellFormed(svg)
    expect(svg.length).toBeLessThan(900_000)
  })

  it('stays small enough for a brief', () => {
    expect(drawn(oneActor).length).toBeLessThan(250_000)
  })

  it('draws an empty case as the world without marks', () => {
    expectWellFormed(drawn(aCaseView([])))
  })
})

describe('placeMapLabels', () => {
  const wishes = fc.array(
    fc.record({
      at: fc.record({ x: fc.integer({ min: 0, max: 680 }), y: fc.integer({ min: 0, max: 330 }) }),
      width: fc.integer({ min: 10, max: 120 }),
      height: fc.constantFrom(12, 24),
      radius: fc.constantFrom(5, 8),
    }),
    { maxLength: 60 },
  )
  const frame = { x0: 3, y0: 3, x1: 677, y1: 330 }

  it('lets no label touch another, a mark that is not its own, or the frame', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const places = placeMapLabels(all, [], frame)
        for (const [i, place] of places.entries()) {
          if (!place) continue
          const { box } = place
          expect(box.x0 >= frame.x0 && box.x1 <= frame.x1).toBe(true)
          expect(box.y0 >= frame.y0 && box.y1 <= frame.y1).toBe(true)
          for (const [j, other] of places.entries()) {
            if (i === j) continue
            if (other) expect(overlaps(box, other.box, 0)).toBe(false)
            const { at, radius } = all[j]!
            const mark = {
              x0: at.x - radius,
              x1: at.x + radius,
              y0: at.y - radius,
              y1: at.y + radius,
            }
            expect(overlaps(box, mark, 0)).toBe(false)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('arcCurves', () => {
  it('lets arcs of one origin to neighbours take different ways', () => {
    const at: Record<string, { x: number; y: number }> = {
      CN: { x: 500, y: 100 },
      A: { x: 300, y: 160 },
      B: { x: 250, y: 180 },
      C: { x: 200, y: 200 },
    }
    const routes = ['A', 'B', 'C'].map((to) => ({ from: 'CN', to }))
    const curves = arcCurves(
      routes,
      (iso2) => at[iso2],
      1,
      () => true,
    )
    const middles = curves.map((curve) => pointAt(curve!, 0.6))
    for (const [i, a] of middles.entries())
      for (const b of middles.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(8)
  })

  it('keeps arcs on the sheet where it can', () => {
    const at: Record<string, { x: number; y: number }> = {
      A: { x: 50, y: 30 },
      B: { x: 600, y: 30 },
    }
    const [curve] = arcCurves(
      [{ from: 'A', to: 'B' }],
      (iso2) => at[iso2],
      1,
      ({ y }) => y > 4,
    )
    expect(pointAt(curve!, 0.5).y).toBeGreaterThan(0)
  })
})

describe('arcRoutes', () => {
  it('draws all attacks between two countries as one, looking like the strongest', () => {
    const { arcs } = buildMap(
      aCaseView(
        [
          ['actor:a', 'targets', 'country:TW', { outcome: 'attempted', origins: 5 }],
          ['actor:b', 'targets', 'country:TW', { outcome: 'compromised' }],
        ],
        { 'actor:a': { origin: 'CN' }, 'actor:b': { origin: 'CN' } },
      ),
      world.countries,
    )
    const [route, ...others] = arcRoutes(arcs)
    expect(others).toEqual([])
    expect(route).toMatchObject({ id: 'CN→TW', width: 5, lead: { actor: 'actor:b' } })
  })
})
