import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { LayOutInput, LayOutOutput, TaskContext } from '../contracts/worker-tasks'
import { labelCollision } from './label-collision'
import { nodeGap } from './layout-node'
import type { LayoutLink, LayoutNode } from './layout-node'
import { components, packComponents } from './pack-components'
import { seededRandom } from './seeded-random'

/** Above this many nodes labels cannot all be shown, and fewer ticks are spent on each. */
const largeGraph = 1500
/** After the forces have settled: rounds, at most, that only push labels apart. */
const tidyRounds = 400

/**
 * Where each node stands: d3's force layout with a seeded source of chance, so that the same input gives the same picture.
 * Fixed nodes do not move by a hair; nodes without a position start beside their placed neighbours. Resolves with the
 * positions reached so far when the task is cancelled.
 */
export async function layOut(input: LayOutInput, context: TaskContext): Promise<LayOutOutput> {
  const nodes = layoutNodes(input)
  const links = layoutLinks(input, nodes)
  const isLarge = nodes.length > largeGraph
  placeNewcomers(input, nodes, links)
  const simulation = forceSimulation(nodes)
    .stop()
    .randomSource(seededRandom(input.seed))
    .force(
      'link',
      forceLink<LayoutNode, LayoutLink>(links)
        .distance(linkDistance)
        .strength(({ source, target }) => 0.9 / Math.min(source.degree, target.degree)),
    )
    .force('charge', forceManyBody<LayoutNode>().strength(chargeOf).theta(0.9).distanceMax(700))
    .force('x', forceX<LayoutNode>(0).strength(isLarge ? 0.05 : 0.03))
    .force('y', forceY<LayoutNode>(0).strength(isLarge ? 0.07 : 0.05))
  const ticks = isLarge ? 160 : 320
  simulation.alphaDecay(1 - 0.001 ** (1 / ticks)).velocityDecay(0.35)
  const collide = labelCollision(nodes, 0.35)
  const tidy = labelCollision(nodes, 0.6)
  const total = ticks + (isLarge ? 60 : tidyRounds)
  const rest = Math.max(1, Math.round(600 / (nodes.length + 1)))
  for (let tick = 0; tick < total; tick++) {
    if (tick % rest === 0) {
      context.report(tick, total)
      await context.breathe()
      if (context.isCancelled()) return { positions: positionsOf(nodes, input) }
    }
    if (tick >= ticks) {
      if (tidy() === 0) break
      continue
    }
    simulation.tick()
    // Late, or boxes would lock each other in before the graph has unfolded.
    if (tick > ticks * 0.5) collide()
  }
  packComponents(components(nodes, links))
  context.report(total, total)
  return { positions: positionsOf(nodes, input) }
}

function layoutNodes(input: LayOutInput): LayoutNode[] {
  return input.nodeIds.map((_, index) => {
    const radius = input.sizes?.[3 * index] ?? 7
    const labelWidth = input.sizes?.[3 * index + 1] ?? 60
    const labelHeight = input.sizes?.[3 * index + 2] ?? 15
    const x = knownPlace(input.positions[2 * index])
    const y = knownPlace(input.positions[2 * index + 1])
    const isFixed = input.fixed[index] === 1 && !Number.isNaN(x) && !Number.isNaN(y)
    return {
      index,
      radius,
      halfWidth: Math.max(radius, labelWidth / 2) + nodeGap,
      labelHeight,
      degree: 0,
      isFixed,
      x,
      y,
      vx: 0,
      vy: 0,
      ...(isFixed ? { fx: x, fy: y } : {}),
    }
  })
}

/** Rounded, since d3's quadtree never ends on two places that differ by less than their mean can show. */
function knownPlace(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? Math.round(value * 1e4) / 1e4 : NaN
}

function layoutLinks(input: LayOutInput, nodes: readonly LayoutNode[]): LayoutLink[] {
  const links: LayoutLink[] = []
  for (let i = 0; i + 1 < input.edges.length; i += 2) {
    const source = nodes[input.edges[i] ?? -1]
    const target = nodes[input.edges[i + 1] ?? -1]
    if (!source || !target || source === target) continue
    source.degree += 1
    target.degree += 1
    links.push({ source, target })
  }
  return links
}

/** Nodes without a position: in rounds, each beside the mean of its placed neighbours; the rest on a sunflower spiral. */
function placeNewcomers(
  input: LayOutInput,
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): void {
  const random = seededRandom(input.seed ^ 0x9e3779b9)
  const neighbours = nodes.map((): LayoutNode[] => [])
  for (const { source, target } of links) {
    neighbours[source.index]?.push(target)
    neighbours[target.index]?.push(source)
  }
  const isPlaced = (node: LayoutNode): boolean => !Number.isNaN(node.x) && !Number.isNaN(node.y)
  let waiting = nodes.filter((node) => !isPlaced(node))
  let hasMoved = waiting.length < nodes.length
  while (hasMoved && waiting.length > 0) {
    const found = waiting
      .map((node) => ({ node, near: (neighbours[node.index] ?? []).filter(isPlaced) }))
      .filter(({ near }) => near.length > 0)
      .map(({ node, near }) => ({ node, ...besides(near, random) }))
    for (const { node, x, y } of found) Object.assign(node, { x, y })
    hasMoved = found.length > 0
    waiting = waiting.filter((node) => !isPlaced(node))
  }
  for (const [rank, node] of waiting.entries()) {
    const radius = 30 * Math.sqrt(rank + 0.5)
    const angle = rank * Math.PI * (3 - Math.sqrt(5))
    node.x = radius * Math.cos(angle) * 1.4
    node.y = radius * Math.sin(angle)
  }
}

function besides(near: readonly LayoutNode[], random: () => number): { x: number; y: number } {
  const angle = 2 * Math.PI * random()
  const away = near.length === 1 ? 70 : 25
  const mean = (axis: 'x' | 'y'): number =>
    near.reduce((sum, node) => sum + node[axis], 0) / near.length
  return { x: mean('x') + away * Math.cos(angle), y: mean('y') + away * Math.sin(angle) }
}

/** Long enough for both labels; hubs keep their spokes apart. */
function linkDistance({ source, target }: LayoutLink): number {
  const hub = Math.max(source.degree, target.degree)
  return (
    34 +
    source.radius +
    target.radius +
    (source.halfWidth + target.halfWidth) * 0.35 +
    5 * Math.sqrt(hub)
  )
}

function chargeOf(node: LayoutNode): number {
  return -90 - 3 * node.halfWidth - 60 * Math.sqrt(node.degree)
}

/** Fixed nodes to the last bit as they came. */
function positionsOf(nodes: readonly LayoutNode[], input: LayOutInput): Float64Array {
  const positions = new Float64Array(2 * nodes.length)
  for (const { index, x, y, isFixed } of nodes) {
    if (isFixed) positions.set(input.positions.subarray(2 * index, 2 * index + 2), 2 * index)
    else positions.set([x, y], 2 * index)
  }
  return positions
}
