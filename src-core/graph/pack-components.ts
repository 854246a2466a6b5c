import { bottomOf, nodeGap, topOf } from './layout-node'
import type { LayoutLink, LayoutNode } from './layout-node'

/** Parts of the graph that no line joins, the largest first. */
export function components(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): readonly (readonly LayoutNode[])[] {
  const parent = nodes.map((_, index) => index)
  const find = (index: number): number => {
    let root = index
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root
    for (let at = index; at !== root;) {
      const next = parent[at] ?? root
      parent[at] = root
      at = next
    }
    return root
  }
  for (const { source, target } of links) {
    const [a, b] = [find(source.index), find(target.index)]
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  const parts = new Map<number, LayoutNode[]>()
  for (const node of nodes) {
    const root = find(node.index)
    const part = parts.get(root)
    if (part) part.push(node)
    else parts.set(root, [node])
  }
  return [...parts.values()].sort(
    (a, b) => b.length - a.length || (a[0]?.index ?? 0) - (b[0]?.index ?? 0),
  )
}

interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Pictures are wider than high: distance upwards counts more. */
const aspect = 1.5
const gap = 28
/** Never reached by real pictures; ends the search where positions are no numbers. */
const mostRings = 2000

/**
 * Moves each free component, as a whole, to the nearest empty place around the centre of what is already placed.
 * A component with a fixed node stays where the simulation left it.
 */
export function packComponents(parts: readonly (readonly LayoutNode[])[]): void {
  const anchored = parts.filter((part) => part.some((node) => node.isFixed))
  const free = parts.filter((part) => !part.some((node) => node.isFixed))
  // Anchored parts count node by node: newcomers may settle inside their bends.
  const taken: Box[] = anchored.flatMap((part) => part.map((node) => boxOf([node])))
  const centre = taken.length > 0 ? middleOf(boxAround(taken)) : { x: 0, y: 0 }
  for (const part of free) {
    const box = boxOf(part)
    const from = middleOf(box)
    const to = freePlace(box, taken, centre)
    for (const node of part) {
      node.x += to.x - from.x
      node.y += to.y - from.y
    }
    taken.push(boxOf(part))
  }
}

function freePlace(box: Box, taken: readonly Box[], centre: { x: number; y: number }) {
  const halfWidth = (box.x1 - box.x0) / 2 + gap / 2
  const halfHeight = (box.y1 - box.y0) / 2 + gap / 2
  const isFree = (x: number, y: number): boolean =>
    taken.every(
      (other) =>
        x + halfWidth <= other.x0 ||
        x - halfWidth >= other.x1 ||
        y + halfHeight <= other.y0 ||
        y - halfHeight >= other.y1,
    )
  const step = Math.max(12, Math.min(halfWidth, halfHeight) / 2)
  const around = taken.length > 0 ? boxAround(taken) : undefined
  let best: { x: number; y: number; cost: number } | undefined
  // A few rings beyond the first free place: the one that keeps the whole picture in shape may lie there.
  for (let ring = 0, more = 4; more > 0 && ring < mostRings; ring++) {
    if (best) more -= 1
    const count = ring === 0 ? 1 : Math.ceil(ring * 8)
    for (let i = 0; i < count; i++) {
      // A half turn off per ring spreads equal boxes over all sides.
      const angle = ((i + (ring % 2) / 2) / count) * 2 * Math.PI
      const x = centre.x + ring * step * aspect * Math.cos(angle)
      const y = centre.y + ring * step * Math.sin(angle)
      if (!isFree(x, y)) continue
      const whole = boxAround([
        { x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight },
        ...(around ? [around] : []),
      ])
      const cost = Math.max((whole.x1 - whole.x0) / aspect, whole.y1 - whole.y0) + ring * step * 0.2
      if (!best || cost < best.cost) best = { x, y, cost }
    }
  }
  return best ?? centre
}

function boxOf(nodes: readonly LayoutNode[]): Box {
  return boxAround(
    nodes.map((node) => ({
      x0: node.x - node.halfWidth - nodeGap,
      y0: topOf(node),
      x1: node.x + node.halfWidth + nodeGap,
      y1: bottomOf(node),
    })),
  )
}

function boxAround(boxes: readonly Box[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (const { x0, y0, x1, y1 } of boxes) {
    box.x0 = Math.min(box.x0, x0)
    box.y0 = Math.min(box.y0, y0)
    box.x1 = Math.max(box.x1, x1)
    box.y1 = Math.max(box.y1, y1)
  }
  return box
}

function middleOf(box: Box): { x: number; y: number } {
  return { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }
}
