import type { LayOutInput, LayOutOutput } from '../contracts/worker-tasks'
import type { GraphModel, GraphNode } from './graph-model'
import type { MarkKind } from './marks'
import { fitText, textWidth, wrapText } from './text-width'

/** Labels of the graph, on the canvas and in print, at zoom 1. */
export const labelSize = 12
export const labelMaxWidth = 120
export const labelLineHeight = 14

export interface LayOutModelOptions {
  /** Where nodes stand already: they are fixed there. */
  readonly positions?: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly seed?: number
}

/** The `lay-out` task's input for a model. Nodes with a position keep it, the others are placed around them. */
export function layOutInput(model: GraphModel, options: LayOutModelOptions = {}): LayOutInput {
  const { nodes, edges } = model
  const positions = new Float64Array(2 * nodes.length).fill(NaN)
  const fixed = new Uint8Array(nodes.length)
  const sizes = new Float64Array(3 * nodes.length)
  for (const [index, node] of nodes.entries()) {
    const known = options.positions?.get(node.id)
    if (known) {
      positions.set([known.x, known.y], 2 * index)
      fixed[index] = 1
    }
    const lines = labelLines(node)
    const width = widestLine(lines, labelSize, labelWeight(node.mark))
    sizes.set([node.radius, width, lines.length * labelLineHeight], 3 * index)
  }
  return {
    nodeIds: nodes.map(({ id }) => id),
    edges: Uint32Array.from(edges.flatMap(({ source, target }) => [source, target])),
    positions,
    fixed,
    sizes,
    seed: options.seed ?? 1,
  }
}

/** A node's label as set: sector and country of a cell on a line each. */
export function labelLines(
  { mark, label }: Pick<GraphNode, 'mark' | 'label'>,
  size = labelSize,
  maxWidth = labelMaxWidth,
): readonly string[] {
  if (mark !== 'victim-cell') return wrapText(label, size, maxWidth, labelWeight(mark))
  return label.split(' · ').map((part) => fitText(part, size, maxWidth))
}

/** Actors' names are set bold. */
export function labelWeight(mark: MarkKind): 400 | 600 {
  return mark === 'actor' || mark === 'unnamed-actor' ? 600 : 400
}

export function widestLine(lines: readonly string[], size: number, weight: 400 | 600): number {
  return Math.max(...lines.map((line) => textWidth(line, size, weight)))
}

/** The task's answer by node id, for the scene, the store and the figure. */
export function layOutPositions(
  nodeIds: readonly string[],
  { positions }: LayOutOutput,
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  return new Map(
    nodeIds.map((id, index) => [
      id,
      { x: positions[2 * index] ?? 0, y: positions[2 * index + 1] ?? 0 },
    ]),
  )
}
