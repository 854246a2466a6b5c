import type { CaseView } from '../../case/case-view'
import type { GraphEdge, GraphModel, GraphNode } from '../../graph/graph-model'
import type { LinkId } from '../../model/ids'

export type AttributeType = 'string' | 'int' | 'double' | 'boolean'
export interface Attribute<Thing> {
  readonly name: string
  readonly type: AttributeType
  readonly of: (thing: Thing, view: CaseView) => string | number | boolean | undefined
}

/** A picture with its places: what graph programs open. `positions`: x, y per node of the model. */
export interface PlacedGraph {
  readonly view: CaseView
  readonly model: GraphModel
  readonly positions: ArrayLike<number>
}

/** Gephi and yEd count y upwards, we count it downwards. */
export function placeOf(
  { positions }: PlacedGraph,
  index: number,
): { readonly x: number; readonly y: number } {
  const [x, y] = [positions[2 * index], positions[2 * index + 1]]
  const finite = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) ? Math.round(value * 100) / 100 : 0
  return { x: finite(x), y: 0 - finite(y) }
}

export const nodeAttributes: readonly Attribute<GraphNode>[] = [
  { name: 'kind', type: 'string', of: ({ mark }) => mark },
  { name: 'origin', type: 'string', of: ({ origin }) => origin },
  { name: 'entities', type: 'string', of: ({ entities }) => entities.join(' ') },
  { name: 'documents', type: 'int', of: ({ documents }) => documents },
  { name: 'origins', type: 'int', of: ({ origins }) => origins },
  { name: 'reviewed', type: 'boolean', of: ({ byPerson }) => byPerson },
]

export const edgeAttributes: readonly Attribute<GraphEdge>[] = [
  { name: 'predicate', type: 'string', of: ({ predicate }) => predicate },
  { name: 'outcome', type: 'string', of: ({ outcome }) => outcome },
  { name: 'hedged', type: 'boolean', of: ({ hedged }) => hedged },
  { name: 'denied', type: 'boolean', of: ({ denied }) => denied },
  { name: 'confidence', type: 'double', of: ({ links }, view) => strongest(links, view) },
  { name: 'documents', type: 'int', of: ({ documents }) => documents },
  { name: 'origins', type: 'int', of: ({ origins }) => origins },
  { name: 'from', type: 'string', of: ({ links }, view) => periodOf(links, view)?.from },
  { name: 'to', type: 'string', of: ({ links }, view) => periodOf(links, view)?.to },
]

function strongest(links: readonly LinkId[], view: CaseView): number {
  const values = links.map((id) => view.links.get(id)?.confidence ?? 0)
  return Math.round(1000 * Math.max(0, ...values)) / 1000
}

function periodOf(links: readonly LinkId[], view: CaseView) {
  return links.map((id) => view.links.get(id)?.period).find((period) => period !== undefined)
}
