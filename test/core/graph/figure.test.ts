import { buildGraph } from '@core/graph/build-graph'
import { graphFigure } from '@core/graph/figure'
import { layOut } from '@core/graph/lay-out'
import { layOutInput } from '@core/graph/lay-out-model'
import { overlaps, placeFigure } from '@core/graph/place-figure'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCaseView } from './a-case-view'
import type { LinkRow } from './a-case-view'
import { oneActor, severalActors } from './sample-cases'
import { expectGolden, expectSelfContained, expectWellFormed } from './svg-checks'

const calm = { isCancelled: () => false, report: () => undefined, breathe: () => Promise.resolve() }

async function drawn(view: Parameters<typeof buildGraph>[0]): Promise<string> {
  const model = buildGraph(view)
  const { positions } = await layOut(layOutInput(model), calm)
  return graphFigure(model, positions)
}

describe('graphFigure', () => {
  it.each([
    ['graph-one-actor', oneActor],
    ['graph-several-actors', severalActors],
  ])('draws %s as committed', async (name, view) => {
    const svg = await drawn(view)
    expectWellFormed(svg)
    expectSelfContained(svg)
    expectGolden(name, svg)
  })

  it('says in its description what it shows', async () => {
    const svg = await drawn(oneActor)
    expect(svg).toContain('Jade Heron ~ compromised Kenya.')
    expect(svg).toContain('Jade Heron denied: targeted United States.')
    expect(svg).toContain('14 links')
  })

  it('explains only the marks that it shows', async () => {
    const svg = await drawn(aCaseView([['actor:a', 'targets', 'country:TW', {}]]))
    expect(svg).toContain('>targeted<')
    expect(svg).not.toContain('>compromised<')
    expect(svg).not.toContain('>Malware<')
  })

  it('escapes what a report calls itself', async () => {
    const hostile = '</text><script>alert("1")</script>&\u0000'
    const svg = await drawn(
      aCaseView([['actor:a', 'targets', 'country:TW', {}]], { 'actor:a': { name: hostile } }),
    )
    expectWellFormed(svg)
    expect(svg).not.toContain('<script>')
  })

  it('leaves the least telling out beyond its limit, and says how many', () => {
    const rows = Array.from({ length: 30 }, (_, n): LinkRow => ['actor:a', 'uses', `tool:t${n}`])
    const model = buildGraph(aCaseView(rows))
    const svg = graphFigure(model, new Float64Array(62), { maxNodes: 20 })
    expect(svg).toContain('11 further entities are left out')
  })

  it('draws an empty case without failing', () => {
    expectWellFormed(graphFigure(buildGraph(aCaseView([])), []))
  })
})

describe('placeFigure', () => {
  const names = fc.oneof(
    fc.string({ minLength: 1, maxLength: 60 }),
    fc.constantFrom('賴清德辦公室', 'Ministry of Foreign Affairs of the Republic', 'x'.repeat(300)),
  )
  const cases = fc
    .array(
      fc.record({
        name: names,
        x: fc.integer({ min: -400, max: 400 }),
        y: fc.integer({ min: -300, max: 300 }),
      }),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((victims) => ({
      model: buildGraph(
        aCaseView(
          victims.map((_, n) => ['actor:a', 'targets', `organization:${n}`] as const),
          Object.fromEntries(victims.map(({ name }, n) => [`organization:${n}`, { name }])),
        ),
      ),
      positions: [0, 0, ...victims.flatMap(({ x, y }) => [x, y])],
    }))

  it('lets no label touch another label or a mark that is not its own', () => {
    fc.assert(
      fc.property(cases, ({ model, positions }) => {
        const { nodes } = placeFigure(model, positions, 664, 60)
        for (const [i, a] of nodes.entries())
          for (const [j, b] of nodes.entries()) {
            if (i === j) continue
            const mark = {
              x0: b.x - b.radius,
              x1: b.x + b.radius,
              y0: b.y - b.radius,
              y1: b.y + b.radius,
            }
            if (i < j) expect(overlaps(a.label, b.label, 0)).toBe(false)
            expect(overlaps(a.label, mark, 0)).toBe(false)
          }
      }),
      { numRuns: 40 },
    )
  })

  it('keeps every label inside the width', () => {
    fc.assert(
      fc.property(cases, ({ model, positions }) => {
        for (const { label } of placeFigure(model, positions, 664, 60).nodes) {
          expect(label.x0).toBeGreaterThanOrEqual(-0.01)
          expect(label.x1).toBeLessThanOrEqual(664.01)
        }
      }),
      { numRuns: 40 },
    )
  })
})
