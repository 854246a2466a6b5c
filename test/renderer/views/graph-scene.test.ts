import { buildGraph } from '@core/graph/build-graph'
import { layOut } from '@core/graph/lay-out'
import { layOutInput, layOutPositions } from '@core/graph/lay-out-model'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeInDirection } from '../../../src-renderer/views/graph/graph-scene-keys'
import { placeLabels } from '../../../src-renderer/views/graph/graph-scene-labels'
import { createPicker } from '../../../src-renderer/views/graph/graph-scene-pick'
import {
  emptyState,
  isEdgeSelected,
  isNodeSelected,
  loadModel,
} from '../../../src-renderer/views/graph/graph-scene-state'
import type { SceneState } from '../../../src-renderer/views/graph/graph-scene-state'
import { severalActors } from '../../core/graph/sample-cases'

const model = buildGraph(severalActors)
let positions: ReturnType<typeof layOutPositions>

beforeAll(async () => {
  const input = layOutInput(model)
  const output = await layOut(input, {
    isCancelled: () => false,
    report: () => undefined,
    breathe: () => Promise.resolve(),
  })
  positions = layOutPositions(input.nodeIds, output)
})

function aState(): SceneState {
  const state = emptyState()
  loadModel(state, model, positions, new Set())
  return state
}

const nodeOf = (state: SceneState, id: string) => state.byId.get(id)!

describe('the selection in the graph', () => {
  it('means a victim cell only when both its sector and its country are selected', () => {
    const state = aState()
    const cell = nodeOf(state, 'cell:sector:telecoms×country:SG')
    state.selected.add('country:SG')
    expect(isNodeSelected(state, cell)).toBe(false)
    state.selected.add('sector:telecoms')
    expect(isNodeSelected(state, cell)).toBe(true)
  })

  it('means a line by any of its links', () => {
    const state = aState()
    const line = state.edges.find(({ edge }) => edge.links.length === 2)!
    state.selected.add(line.edge.links[1]!)
    expect(isEdgeSelected(state, line)).toBe(true)
  })
})

describe('loadModel', () => {
  it('keeps where a node stood when no new place is given', () => {
    const state = aState()
    const before = nodeOf(state, 'country:TW')
    loadModel(state, model, new Map(), new Set(['country:TW']))
    const after = nodeOf(state, 'country:TW')
    expect([after.x, after.y]).toEqual([before.x, before.y])
    expect(after.isPinned).toBe(true)
  })

  it('draws faint lines before strong ones', () => {
    const state = aState()
    const layers = state.drawOrder.map((index) => state.edges[index]!.layer)
    expect(layers).toEqual([...layers].sort((a, b) => a - b))
  })
})

describe('hit testing', () => {
  it('finds the node under the pointer at any zoom', () => {
    const state = aState()
    const picker = createPicker(state)
    for (const k of [0.3, 1, 3]) {
      state.camera = { k, x: 40, y: -20 }
      for (const { node, x, y } of state.nodes)
        expect(picker.hit({ x: x * k + 40, y: y * k - 20 })).toEqual({ type: 'node', id: node.id })
    }
  })

  it('finds a line between its marks, and nothing far from all', () => {
    const state = aState()
    const picker = createPicker(state)
    const [from, to] = ['actor:nightjar-crew', 'country:US'].map((id) => nodeOf(state, id))
    const hit = picker.hit({ x: (from!.x + to!.x) / 2, y: (from!.y + to!.y) / 2 })
    expect(hit).toMatchObject({ type: 'edge', id: 'actor:nightjar-crew|targets|country:US' })
    expect(picker.hit({ x: 9999, y: 9999 })).toBeUndefined()
  })

  it('follows a node that moved', () => {
    const state = aState()
    const picker = createPicker(state)
    const node = nodeOf(state, 'country:KE')
    picker.hit({ x: 0, y: 0 })
    Object.assign(node, { x: 5000, y: 5000 })
    picker.forget()
    expect(picker.hit({ x: 5000, y: 5000 })).toEqual({ type: 'node', id: 'country:KE' })
  })
})

describe('labels in the graph', () => {
  it('stand for every node of a small graph at zoom 1, none on another', () => {
    const state = aState()
    const labels = placeLabels(state, state.nodes, undefined)
    expect(labels).toHaveLength(state.nodes.length)
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1))
        expect(
          a.box.x0 < b.box.x1 && a.box.x1 > b.box.x0 && a.box.y0 < b.box.y1 && a.box.y1 > b.box.y0,
          `${a.node.node.label} on ${b.node.node.label}`,
        ).toBe(false)
  })

  it('give way when zoomed out, the selected one never', () => {
    const state = aState()
    state.camera = { k: 0.1, x: 0, y: 0 }
    state.selected.add('country:KE')
    const labels = placeLabels(state, state.nodes, undefined)
    expect(labels.length).toBeLessThan(state.nodes.length)
    expect(labels.map(({ node }) => node.node.id)).toContain('country:KE')
  })
})

describe('arrow keys in the graph', () => {
  it('start at the weightiest node and go on to a neighbour that way', () => {
    const state = aState()
    const first = nodeInDirection(state, [1, 0])!
    expect(first.isActor).toBe(true)
    state.selected.add(first.node.id)
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const next = nodeInDirection(state, [dx, dy])
      if (next) expect((next.x - first.x) * dx + (next.y - first.y) * dy).toBeGreaterThan(0)
    }
  })
})

describe('labels of many chosen names', () => {
  it('never cover each other, at any zoom, however many are chosen', () => {
    const state = aState()
    for (const { node } of state.nodes) for (const id of node.entities) state.selected.add(id)
    for (const k of [0.15, 0.5, 1, 2]) {
      state.camera = { k, x: 0, y: 0 }
      const labels = placeLabels(state, state.nodes, undefined)
      expect(labels.length).toBeGreaterThan(0)
      for (const [i, { box: a }] of labels.entries())
        for (const { box: b } of labels.slice(i + 1))
          expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0).toBe(true)
    }
  })
})
