import { quadtree } from 'd3-quadtree'
import { bottomOf, topOf } from './layout-node'
import type { LayoutNode } from './layout-node'

/** Beyond half measures: so that pushing ends instead of halving what is left for ever. */
const overshoot = 0.1

/**
 * A d3 force that pushes the boxes of mark and label apart along the shorter way out. Fixed nodes push but do not yield.
 * Returns how many pairs it had to push.
 */
export function labelCollision(nodes: readonly LayoutNode[], strength: number): () => number {
  const reachX = 2 * nodes.reduce((most, node) => Math.max(most, node.halfWidth), 0)
  const reachY = nodes.reduce((most, node) => Math.max(most, bottomOf(node) - topOf(node)), 0)
  return () => {
    let pushed = 0
    const tree = quadtree<LayoutNode>(
      [...nodes],
      (node) => node.x,
      (node) => node.y,
    )
    for (const node of nodes)
      tree.visit((branch, x0, y0, x1, y1) => {
        if (
          x0 > node.x + reachX ||
          x1 < node.x - reachX ||
          y0 > node.y + reachY ||
          y1 < node.y - reachY
        )
          return true
        if (branch.length) return false
        let leaf: typeof branch.next = branch
        while (leaf) {
          if (leaf.data.index > node.index && separate(node, leaf.data, strength)) pushed += 1
          leaf = leaf.next
        }
        return false
      })
    return pushed
  }
}

function separate(a: LayoutNode, b: LayoutNode, strength: number): boolean {
  const overlapX = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x)
  if (overlapX <= 0) return false
  const overlapY = Math.min(bottomOf(a), bottomOf(b)) - Math.max(topOf(a), topOf(b))
  if (overlapY <= 0) return false
  const shareA = a.isFixed ? 0 : b.isFixed ? 1 : 0.5
  const shareB = b.isFixed ? 0 : 1 - shareA
  if (overlapY <= overlapX) {
    const push =
      (overlapY * strength + overshoot) * (a.y < b.y || (a.y === b.y && a.index < b.index) ? 1 : -1)
    a.y -= push * shareA
    b.y += push * shareB
  } else {
    const push =
      (overlapX * strength + overshoot) * (a.x < b.x || (a.x === b.x && a.index < b.index) ? 1 : -1)
    a.x -= push * shareA
    b.x += push * shareB
  }
  return !(a.isFixed && b.isFixed)
}
