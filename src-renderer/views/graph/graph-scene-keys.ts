import { isNodeSelected, isPlaced } from './graph-scene-state'
import type { SceneNode, SceneState } from './graph-scene-state'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function arrowOf(key: string): readonly [number, number] | undefined {
  return arrows[key]
}

/** Where an arrow key leads: the nearest neighbour that way, else the nearest node that way; with nothing selected, the weightiest. */
export function nodeInDirection(
  state: SceneState,
  [dx, dy]: readonly [number, number],
): SceneNode | undefined {
  const placed = state.nodes.filter(isPlaced)
  const from = placed.find((node) => isNodeSelected(state, node))
  if (!from) return placed.sort((a, b) => b.priority - a.priority || a.index - b.index)[0]
  const neighbours = from.edges.flatMap((index) => {
    const edge = state.edges[index]?.edge
    const other = edge && state.nodes[edge.source === from.index ? edge.target : edge.source]
    return other && isPlaced(other) ? [other] : []
  })
  return nearestThatWay(from, neighbours, dx, dy) ?? nearestThatWay(from, placed, dx, dy)
}

function nearestThatWay(
  from: SceneNode,
  nodes: readonly SceneNode[],
  dx: number,
  dy: number,
): SceneNode | undefined {
  let best: { node: SceneNode; cost: number } | undefined
  for (const node of nodes) {
    if (node === from) continue
    const along = (node.x - from.x) * dx + (node.y - from.y) * dy
    const aside = Math.abs((node.x - from.x) * dy - (node.y - from.y) * dx)
    // Within 60° of the arrow.
    if (along <= 0 || aside > along * 1.73) continue
    const cost = along + 2 * aside
    if (!best || cost < best.cost) best = { node, cost }
  }
  return best?.node
}
