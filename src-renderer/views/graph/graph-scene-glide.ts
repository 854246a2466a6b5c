import { isPlaced } from './graph-scene-state'
import type { SceneNode } from './graph-scene-state'
import type { GraphPosition } from './graph-scene-types'

const milliseconds = 120

/** Lets nodes glide from where they stood to where they stand now; returns its own end, which puts them there at once. */
export function startGlide(
  canvas: HTMLCanvasElement,
  nodes: readonly SceneNode[],
  before: ReadonlyMap<string, GraphPosition>,
  moved: () => void,
): () => void {
  const view = canvas.ownerDocument.defaultView
  const moves = nodes.filter(isPlaced).flatMap((node) => {
    const from = before.get(node.node.id)
    if (!from || Number.isNaN(from.x)) return []
    const to = { x: node.x, y: node.y }
    return Math.hypot(to.x - from.x, to.y - from.y) > 0.5 ? [{ node, from, to }] : []
  })
  if (!view || moves.length === 0) return () => undefined
  const start = view.performance.now()
  const place = (share: number): void => {
    const eased = 1 - (1 - share) ** 3
    for (const { node, from, to } of moves) {
      node.x = from.x + (to.x - from.x) * eased
      node.y = from.y + (to.y - from.y) * eased
    }
    moved()
  }
  let frame = 0
  const step = (now: number): void => {
    const share = Math.min(1, Math.max(0, (now - start) / milliseconds))
    place(share)
    frame = share < 1 ? view.requestAnimationFrame(step) : 0
  }
  place(0)
  frame = view.requestAnimationFrame(step)
  return () => {
    if (frame === 0) return
    view.cancelAnimationFrame(frame)
    frame = 0
    place(1)
  }
}
