import { curveBetween } from '@core/graph/curve'
import type { Curve } from '@core/graph/curve'
import type { GraphEdge, GraphModel, GraphNode } from '@core/graph/graph-model'
import {
  labelLines,
  labelLineHeight,
  labelSize,
  labelWeight,
  widestLine,
} from '@core/graph/lay-out-model'
import { lineStyle } from '@core/graph/marks'
import type { LineStyle } from '@core/graph/marks'
import { parallelBends } from '@core/graph/parallel-bends'
import type { GraphPosition } from './graph-scene-types'

/** What the scene knows of one node. Positions are in layout units; NaN: not placed yet. */
export interface SceneNode {
  readonly index: number
  readonly node: GraphNode
  x: number
  y: number
  isPinned: boolean
  readonly lines: readonly string[]
  readonly labelWidth: number
  readonly labelHeight: number
  readonly isActor: boolean
  /** Edges at this node, by index. */
  readonly edges: number[]
  /** The higher, the earlier its label is placed. */
  readonly priority: number
  /** Places for its label, the best first; forgotten when it or a neighbour moves. */
  sideOrder: readonly number[] | undefined
}

export interface SceneEdge {
  readonly edge: GraphEdge
  readonly style: LineStyle
  /** Offset of lines that join the same two nodes. */
  readonly bend: number
  /** Faint lines first. */
  readonly layer: number
}

export interface SceneState {
  nodes: readonly SceneNode[]
  edges: readonly SceneEdge[]
  /** Indices of `edges` in the order in which they are drawn. */
  drawOrder: readonly number[]
  byId: ReadonlyMap<string, SceneNode>
  byPriority: readonly SceneNode[]
  readonly selected: Set<string>
  hovered: string | undefined
  /** Screen = layout × k + (x, y). */
  camera: { readonly k: number; readonly x: number; readonly y: number }
  /** The camera moved a moment ago. */
  isMoving: boolean
}

export function emptyState(): SceneState {
  return {
    nodes: [],
    edges: [],
    drawOrder: [],
    byId: new Map(),
    byPriority: [],
    selected: new Set(),
    hovered: undefined,
    camera: { k: 1, x: 0, y: 0 },
    isMoving: false,
  }
}

const layers = ['relation', 'attempted', 'targeted', 'compromised']

export function loadModel(
  state: SceneState,
  model: GraphModel,
  positions: ReadonlyMap<string, GraphPosition>,
  pinned: ReadonlySet<string>,
): void {
  const before = state.byId
  state.nodes = model.nodes.map((node, index) => {
    const at = positions.get(node.id) ?? before.get(node.id)
    const lines = labelLines(node)
    const weight = labelWeight(node.mark)
    const isActor = weight === 600
    return {
      index,
      node,
      x: at?.x ?? NaN,
      y: at?.y ?? NaN,
      isPinned: pinned.has(node.id),
      lines,
      labelWidth: widestLine(lines, labelSize, weight),
      labelHeight: lines.length * labelLineHeight,
      isActor,
      edges: [],
      priority: (isActor ? 40 : 0) + node.degree * 2 + node.origins,
      sideOrder: undefined,
    }
  })
  const bends = parallelBends(model.edges, 14)
  state.edges = model.edges.map((edge, index) => {
    state.nodes[edge.source]?.edges.push(index)
    state.nodes[edge.target]?.edges.push(index)
    const style = lineStyle({
      predicate: edge.predicate,
      outcome: edge.outcome,
      hedged: edge.hedged,
      polarity: edge.denied ? 'denied' : 'asserted',
    })
    return { edge, style, bend: bends[index] ?? 0, layer: layers.indexOf(style.kind) }
  })
  state.drawOrder = state.edges
    .map((_, index) => index)
    .sort((a, b) => (state.edges[a]?.layer ?? 0) - (state.edges[b]?.layer ?? 0) || a - b)
  state.byId = new Map(state.nodes.map((node) => [node.node.id, node]))
  state.byPriority = [...state.nodes].sort((a, b) => b.priority - a.priority || a.index - b.index)
}

/** After nodes moved. */
export function forgetSides(state: SceneState): void {
  for (const node of state.nodes) node.sideOrder = undefined
}

export function isPlaced(node: SceneNode): boolean {
  return !Number.isNaN(node.x) && !Number.isNaN(node.y)
}

/** Selection speaks of entities, cells and links; a cell is meant when both of its entities are. */
export function isNodeSelected({ selected }: SceneState, { node }: SceneNode): boolean {
  return selected.has(node.id) || node.entities.every((entity) => selected.has(entity))
}

export function isEdgeSelected({ selected }: SceneState, { edge }: SceneEdge): boolean {
  return (
    selected.size > 0 && (selected.has(edge.id) || edge.links.some((link) => selected.has(link)))
  )
}

/** The edge as it stands on the screen; undefined while an end has no place. */
export function edgeOnScreen(state: SceneState, { edge, bend }: SceneEdge): Curve | undefined {
  const [a, b] = [state.nodes[edge.source], state.nodes[edge.target]]
  if (!a || !b || !isPlaced(a) || !isPlaced(b)) return undefined
  const { k, x, y } = state.camera
  return curveBetween(
    { x: a.x * k + x, y: a.y * k + y },
    { x: b.x * k + x, y: b.y * k + y },
    bend * k,
  )
}

/** Marks shrink when zoomed out, but grow little when zoomed in: space is what the reader wants then. */
export function screenRadius({ camera: { k } }: SceneState, { node }: SceneNode): number {
  return node.radius * (k < 1 ? Math.max(k, 0.12) ** 0.75 : Math.min(k ** 0.35, 1.8))
}
