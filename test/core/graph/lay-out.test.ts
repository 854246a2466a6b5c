import { buildGraph } from '@core/graph/build-graph'
import { layOut } from '@core/graph/lay-out'
import { layOutInput, layOutPositions } from '@core/graph/lay-out-model'
import type { LayOutInput, TaskContext } from '@core/contracts/worker-tasks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { severalActors } from './sample-cases'

const calm: TaskContext = {
  isCancelled: () => false,
  report: () => undefined,
  breathe: () => Promise.resolve(),
}
const model = buildGraph(severalActors)

/** Graphs of a few nodes with any edges, some nodes already placed and fixed. */
const inputs: fc.Arbitrary<LayOutInput> = fc
  .integer({ min: 1, max: 24 })
  .chain((count) =>
    fc.record({
      edges: fc.array(fc.integer({ min: 0, max: count - 1 }), { maxLength: 60 }),
      known: fc.array(
        fc.option(
          fc.record({
            x: fc.double({ min: -500, max: 500, noNaN: true }),
            y: fc.double({ min: -500, max: 500, noNaN: true }),
            isFixed: fc.boolean(),
          }),
          { nil: undefined },
        ),
        { minLength: count, maxLength: count },
      ),
      seed: fc.integer(),
    }),
  )
  .map(({ edges, known, seed }) => ({
    nodeIds: known.map((_, index) => `node-${index}`),
    edges: Uint32Array.from(edges.slice(0, edges.length - (edges.length % 2))),
    positions: Float64Array.from(known.flatMap((at) => (at ? [at.x, at.y] : [NaN, NaN]))),
    fixed: Uint8Array.from(known.map((at) => (at?.isFixed ? 1 : 0))),
    seed,
  }))

describe('layOut', () => {
  it('gives the same positions for the same input', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const [first, second] = [await layOut(input, calm), await layOut(input, calm)]
        expect(first.positions).toEqual(second.positions)
      }),
      { numRuns: 15 },
    )
  })

  it('never moves a fixed node, and places every other', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const { positions } = await layOut(input, calm)
        expect(positions).toHaveLength(2 * input.nodeIds.length)
        for (const [index, isFixed] of input.fixed.entries())
          for (const axis of [0, 1]) {
            const value = positions[2 * index + axis]!
            expect(Number.isFinite(value)).toBe(true)
            if (isFixed === 1) expect(value).toBe(input.positions[2 * index + axis])
          }
      }),
      { numRuns: 25 },
    )
  })

  it('places new nodes without moving old ones', async () => {
    const first = layOutInput(model)
    const known = layOutPositions(first.nodeIds, await layOut(first, calm))
    const some = new Map([...known].filter(([id]) => !id.startsWith('malware:')))
    const again = layOutInput(model, { positions: some })
    const after = layOutPositions(again.nodeIds, await layOut(again, calm))
    for (const [id, at] of some) expect(after.get(id)).toEqual(at)
    expect([...after.keys()]).toHaveLength(model.nodes.length)
  })

  it('leaves no two marks with their labels on top of each other', async () => {
    const input = layOutInput(model)
    const { positions } = await layOut(input, calm)
    const boxes = model.nodes.map((_, index) => {
      const [x, y] = [positions[2 * index]!, positions[2 * index + 1]!]
      const [radius, width, height] = [0, 1, 2].map((part) => input.sizes![3 * index + part]!)
      const half = Math.max(radius!, width! / 2)
      return { x0: x - half, x1: x + half, y0: y - radius!, y1: y + radius! + height! }
    })
    const overlapping = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter((b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0),
    )
    expect(overlapping).toEqual([])
  })

  it('stops when it is cancelled, with a place for every node', async () => {
    let breaths = 0
    const context: TaskContext = {
      ...calm,
      breathe: () => {
        breaths += 1
        return Promise.resolve()
      },
      isCancelled: () => breaths >= 2,
    }
    const { positions } = await layOut(layOutInput(model), context)
    expect(breaths).toBe(2)
    expect([...positions].every(Number.isFinite)).toBe(true)
  })

  it('takes an empty graph', async () => {
    const { positions } = await layOut(layOutInput({ ...model, nodes: [], edges: [] }), calm)
    expect(positions).toHaveLength(0)
  })
})
