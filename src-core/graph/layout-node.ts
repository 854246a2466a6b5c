import type { SimulationNodeDatum } from 'd3-force'

/** A node while it is laid out. Label boxes stand centred below the mark. */
export interface LayoutNode extends SimulationNodeDatum {
  x: number
  y: number
  vx: number
  vy: number
  readonly index: number
  readonly radius: number
  readonly halfWidth: number
  readonly labelHeight: number
  degree: number
  readonly isFixed: boolean
}

export interface LayoutLink {
  readonly source: LayoutNode
  readonly target: LayoutNode
}

/** Air around a mark with its label, in layout units. */
export const nodeGap = 5

export function topOf(node: LayoutNode): number {
  return node.y - node.radius - nodeGap
}

export function bottomOf(node: LayoutNode): number {
  return node.y + node.radius + node.labelHeight + nodeGap
}
