import type { GraphEdge, GraphModel, GraphNode } from './graph-model'
import { labelCollision } from './label-collision'
import { labelLines, labelWeight, widestLine } from './lay-out-model'
import { bottomOf, nodeGap, topOf } from './layout-node'
import type { LayoutNode } from './layout-node'
import { compareIds } from './visible-links'

export const figureLabel = { size: 10.5, lineHeight: 12.5, maxWidth: 112 } as const

export interface PlacedNode {
  readonly node: GraphNode
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly lines: readonly string[]
  /** Where its label stands; no two touch, and none touches a mark. */
  readonly label: Box
  readonly anchor: 'middle' | 'start' | 'end'
}

export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface PlacedFigure {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly GraphEdge[]
  readonly height: number
  readonly omitted: number
}

/** Fits the given positions to a width and makes room for every label; the height follows. */
export function placeFigure(
  model: GraphModel,
  positions: ArrayLike<number>,
  width: number,
  maxNodes: number,
): PlacedFigure {
  const kept = mostTelling(model.nodes, maxNodes)
  const place = new Map(kept.map((index, at) => [index, at]))
  const edges = model.edges.flatMap((edge): GraphEdge[] => {
    const [source, target] = [place.get(edge.source), place.get(edge.target)]
    return source === undefined || target === undefined ? [] : [{ ...edge, source, target }]
  })
  const drafts = kept.flatMap((index) => {
    const node = model.nodes[index]
    return node ? [{ node, lines: labelLines(node, figureLabel.size, figureLabel.maxWidth) }] : []
  })
  const bodies = drafts.map(({ node, lines }, index): LayoutNode => {
    const from = kept[index] ?? 0
    const x = positions[2 * from] ?? NaN
    const y = positions[2 * from + 1] ?? NaN
    const radius = node.radius * 0.82
    return {
      index,
      x: Number.isFinite(x) ? x : 40 * (index % 7),
      y: Number.isFinite(y) ? y : 40 * Math.floor(index / 7),
      vx: 0,
      vy: 0,
      radius,
      halfWidth:
        Math.max(radius, widestLine(lines, figureLabel.size, labelWeight(node.mark)) / 2) + nodeGap,
      labelHeight: lines.length * figureLabel.lineHeight + 1,
      degree: 0,
      isFixed: false,
    }
  })
  const height = settle(bodies, width)
  const nodes = chooseLabels(
    drafts.map(({ node, lines }, index) => ({ node, lines, ...at(bodies, index) })),
    edges,
    width,
  )
  return { nodes, edges, height, omitted: model.nodes.length - kept.length }
}

function at(bodies: readonly LayoutNode[], index: number) {
  const { x, y, radius } = bodies[index] ?? { x: 0, y: 0, radius: 6 }
  return { x, y, radius }
}

/** Actors first, then by independent origins and degree. */
function mostTelling(nodes: readonly GraphNode[], most: number): readonly number[] {
  const rank = ({ mark, origins, degree }: GraphNode): number =>
    (mark === 'actor' || mark === 'unnamed-actor' ? 1e6 : 0) + origins * 1e3 + degree
  return nodes
    .map((node, index) => ({ node, index }))
    .sort((a, b) => rank(b.node) - rank(a.node) || compareIds(a.node.id, b.node.id))
    .slice(0, most)
    .map(({ index }) => index)
    .sort((a, b) => a - b)
}

/** Scales to the width, then pushes boxes apart until none overlap; returns the height. */
function settle(bodies: readonly LayoutNode[], width: number): number {
  if (bodies.length === 0) return 0
  const left = Math.min(...bodies.map(({ x }) => x))
  const right = Math.max(...bodies.map(({ x }) => x))
  const top = Math.min(...bodies.map(({ y }) => y))
  const bottom = Math.max(...bodies.map(({ y }) => y))
  const inner = width - 2 * Math.max(...bodies.map(({ halfWidth }) => halfWidth))
  const scaleX = Math.min(1.5, right > left ? inner / (right - left) : 1)
  // Never taller than wide by the scale alone; crowded figures grow by what their labels need.
  const scaleY = Math.min(Math.max(scaleX, 0.55), bottom > top ? width / (bottom - top) : 1, 1)
  for (const body of bodies) {
    body.x = width / 2 + (body.x - (left + right) / 2) * scaleX
    body.y = (body.y - top) * scaleY
  }
  const push = labelCollision(bodies, 0.55)
  for (let round = 0; round < 1500; round++) {
    const before = bodies.map(({ x, y }) => [x, y] as const)
    push()
    for (const body of bodies)
      body.x = Math.min(Math.max(body.x, body.halfWidth), width - body.halfWidth)
    const moved = bodies.some(({ x, y }, index) => {
      const [oldX = x, oldY = y] = before[index] ?? []
      return Math.abs(x - oldX) + Math.abs(y - oldY) > 0.01
    })
    if (!moved) break
  }
  const highest = Math.min(...bodies.map(topOf))
  for (const body of bodies) body.y -= highest
  return Math.max(...bodies.map(bottomOf))
}

/** Labels stand below their marks; where another side crosses fewer lines and is free, they move there. */
function chooseLabels(
  drafts: readonly Omit<PlacedNode, 'label' | 'anchor'>[],
  edges: readonly GraphEdge[],
  width: number,
): readonly PlacedNode[] {
  const placed = drafts.map((draft): PlacedNode => ({ ...draft, ...sides(draft)[0] }))
  for (let pass = 0; pass < 3; pass++)
    for (const [index, draft] of drafts.entries()) {
      const isFree = (box: Box): boolean =>
        box.x0 >= 0 &&
        box.x1 <= width &&
        box.y0 >= 0 &&
        placed.every(
          (other, at) =>
            at === index || (!overlaps(box, other.label, 3) && !overlaps(box, markBox(other), 2)),
        )
      const ranked = sides(draft)
        .map((side, rank) => ({
          ...side,
          cost: crossings(side.label, index, edges, placed) + rank * 0.3,
        }))
        .filter((side, rank) => rank === 0 || isFree(side.label))
        .sort((a, b) => a.cost - b.cost)
      const [best] = ranked
      if (best && (isFree(best.label) || pass === 0))
        placed[index] = { ...draft, label: best.label, anchor: best.anchor }
    }
  return placed
}

type Side = Pick<PlacedNode, 'label' | 'anchor'>

function sides({
  node,
  x,
  y,
  radius,
  lines,
}: Omit<PlacedNode, 'label' | 'anchor'>): [Side, ...Side[]] {
  const width = widestLine(lines, figureLabel.size, labelWeight(node.mark))
  const height = lines.length * figureLabel.lineHeight
  const box = (x0: number, y0: number): Box => ({ x0, y0, x1: x0 + width, y1: y0 + height })
  return [
    { label: box(x - width / 2, y + radius + 2.5), anchor: 'middle' },
    { label: box(x + radius + 5, y - height / 2), anchor: 'start' },
    { label: box(x - radius - 5 - width, y - height / 2), anchor: 'end' },
    { label: box(x - width / 2, y - radius - 3.5 - height), anchor: 'middle' },
    { label: box(x + radius * 0.7 + 3, y - radius - height + 1), anchor: 'start' },
    { label: box(x - radius * 0.7 - 3 - width, y - radius - height + 1), anchor: 'end' },
    { label: box(x + radius * 0.7 + 3, y + radius - 1), anchor: 'start' },
    { label: box(x - radius * 0.7 - 3 - width, y + radius - 1), anchor: 'end' },
  ]
}

function markBox({ x, y, radius }: Pick<PlacedNode, 'x' | 'y' | 'radius'>): Box {
  return { x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius }
}

export function overlaps(a: Box, b: Box, gap: number): boolean {
  return a.x0 < b.x1 + gap && a.x1 > b.x0 - gap && a.y0 < b.y1 + gap && a.y1 > b.y0 - gap
}

function crossings(
  box: Box,
  self: number,
  edges: readonly GraphEdge[],
  nodes: readonly PlacedNode[],
): number {
  let count = 0
  for (const { source, target } of edges) {
    const [a, b] = [nodes[source], nodes[target]]
    if (a && b && segmentMeets(a, b, box)) count += source === self || target === self ? 1.5 : 1
  }
  return count
}

/** Does the straight line from a to b pass through the box? (Liang–Barsky clipping.) */
function segmentMeets(a: { x: number; y: number }, b: { x: number; y: number }, box: Box): boolean {
  let [enter, leave] = [0, 1]
  for (const [from, delta, low, high] of [
    [a.x, b.x - a.x, box.x0, box.x1],
    [a.y, b.y - a.y, box.y0, box.y1],
  ] as const) {
    if (delta === 0) {
      if (from < low || from > high) return false
      continue
    }
    const [t0, t1] = [(low - from) / delta, (high - from) / delta]
    enter = Math.max(enter, Math.min(t0, t1))
    leave = Math.min(leave, Math.max(t0, t1))
  }
  return enter <= leave
}
