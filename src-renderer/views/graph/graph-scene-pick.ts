import { pointAt } from '@core/graph/curve'
import type { Curve } from '@core/graph/curve'
import { quadtree } from 'd3'
import type { Quadtree } from 'd3'
import { edgeOnScreen, forgetSides, isPlaced, screenRadius } from './graph-scene-state'
import type { SceneNode, SceneState } from './graph-scene-state'
import type { GraphHit, ScreenPoint } from './graph-scene-types'

/** Marks are easier to hit than they look. */
const nodeSlack = 5
const edgeSlack = 5

/** Finds what lies under a point. `forget` says that nodes moved: what was worked out from their places is made anew. */
export function createPicker(state: SceneState) {
  let tree: Quadtree<SceneNode> | undefined
  const placed = (): Quadtree<SceneNode> =>
    (tree ??= quadtree(
      state.nodes.filter(isPlaced),
      (node) => node.x,
      (node) => node.y,
    ))
  return {
    forget: (): void => {
      tree = undefined
      forgetSides(state)
    },
    node: (at: ScreenPoint): SceneNode | undefined => nodeAt(state, placed(), at),
    hit: (at: ScreenPoint): GraphHit | undefined => {
      const node = nodeAt(state, placed(), at)
      if (node) return { type: 'node', id: node.node.id }
      return edgeAt(state, at)
    },
  }
}

/** The nearest whose mark is under the point; large marks may reach beyond nearer centres. */
function nodeAt(
  state: SceneState,
  tree: Quadtree<SceneNode>,
  at: ScreenPoint,
): SceneNode | undefined {
  const { k, x, y } = state.camera
  const [centreX, centreY] = [(at.x - x) / k, (at.y - y) / k]
  const reach = (34 + nodeSlack) / k
  let best: { node: SceneNode; gap: number } | undefined
  tree.visit((branch, x0, y0, x1, y1) => {
    if (
      x0 > centreX + reach ||
      x1 < centreX - reach ||
      y0 > centreY + reach ||
      y1 < centreY - reach
    )
      return true
    if (branch.length) return false
    let leaf: typeof branch.next = branch
    while (leaf) {
      const node = leaf.data
      const gap = Math.hypot(node.x - centreX, node.y - centreY) * k - screenRadius(state, node)
      if (gap <= nodeSlack && (!best || gap < best.gap)) best = { node, gap }
      leaf = leaf.next
    }
    return false
  })
  return best?.node
}

function edgeAt(state: SceneState, at: ScreenPoint): GraphHit | undefined {
  let best: { hit: GraphHit; gap: number } | undefined
  for (const sceneEdge of state.edges) {
    const curve = edgeOnScreen(state, sceneEdge)
    if (!curve || !isNear(curve, at)) continue
    const { edge } = sceneEdge
    const gap = distanceTo(curve, at) - edge.width / 2
    if (gap <= edgeSlack && (!best || gap < best.gap))
      best = { hit: { type: 'edge', id: edge.id, links: edge.links }, gap }
  }
  return best?.hit
}

function isNear({ start, control, end }: Curve, at: ScreenPoint): boolean {
  const slack = 12
  return (
    at.x >= Math.min(start.x, control.x, end.x) - slack &&
    at.x <= Math.max(start.x, control.x, end.x) + slack &&
    at.y >= Math.min(start.y, control.y, end.y) - slack &&
    at.y <= Math.max(start.y, control.y, end.y) + slack
  )
}

function distanceTo(curve: Curve, at: ScreenPoint): number {
  let best = Infinity
  let from = curve.start
  for (let step = 1; step <= 10; step++) {
    const to = pointAt(curve, step / 10)
    best = Math.min(best, distanceToSegment(from, to, at))
    from = to
  }
  return best
}

function distanceToSegment(a: ScreenPoint, b: ScreenPoint, at: ScreenPoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / length
  const clamped = Math.min(1, Math.max(0, t))
  return Math.hypot(a.x + dx * clamped - at.x, a.y + dy * clamped - at.y)
}
