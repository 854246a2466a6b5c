import { marks } from '../../graph/marks'
import type { GraphNode } from '../../graph/graph-model'
import { xmlElement, xmlText } from '../xml'
import type { Attribute, PlacedGraph } from './graph-attributes'
import { edgeAttributes, nodeAttributes, placeOf } from './graph-attributes'

/** GEXF's own words for the types. */
const typeNames = {
  string: 'string',
  int: 'integer',
  double: 'double',
  boolean: 'boolean',
} as const

/** The picture as GEXF 1.3 (Gephi): places, sizes and colours as on the desk. `day`: YYYY-MM-DD. */
export function toGexf(graph: PlacedGraph, producer: string, day: string): string {
  const { model } = graph
  const nodes = model.nodes.map((node, index) =>
    xmlElement(
      'node',
      { id: `n${index}`, label: node.label },
      valuesOf(nodeAttributes, node, graph) + look(node, placeOf(graph, index)),
    ),
  )
  const edges = model.edges.map((edge, index) =>
    xmlElement(
      'edge',
      {
        id: `e${index}`,
        source: `n${edge.source}`,
        target: `n${edge.target}`,
        label: edge.outcome ?? edge.predicate,
        weight: Math.max(1, edge.origins),
      },
      valuesOf(edgeAttributes, edge, graph),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="${xmlText(day)}"><creator>${xmlText(producer)}</creator><description>Who went after whom, as read and reviewed in Gnomon</description></meta>
<graph mode="static" defaultedgetype="directed">
${declared('node', nodeAttributes)}
${declared('edge', edgeAttributes)}
<nodes>
${nodes.join('\n')}
</nodes>
<edges>
${edges.join('\n')}
</edges>
</graph>
</gexf>
`
}

function declared<Thing>(of: string, attributes: readonly Attribute<Thing>[]): string {
  const list = attributes.map(({ name, type }) =>
    xmlElement('attribute', { id: name, title: name, type: typeNames[type] }),
  )
  return xmlElement('attributes', { class: of, mode: 'static' }, list.join(''))
}

function valuesOf<Thing>(
  attributes: readonly Attribute<Thing>[],
  thing: Thing,
  { view }: PlacedGraph,
): string {
  const values = attributes.flatMap(({ name, of }) => {
    const value = of(thing, view)
    return value === undefined || value === '' ? [] : [xmlElement('attvalue', { for: name, value })]
  })
  return xmlElement('attvalues', {}, values.join(''))
}

function look(node: GraphNode, { x, y }: { readonly x: number; readonly y: number }): string {
  const { colour } = marks[node.mark]
  const hex = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#1b2733'
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16)
  return (
    xmlElement('viz:color', { r: part(1), g: part(3), b: part(5) }) +
    xmlElement('viz:position', { x, y, z: 0 }) +
    xmlElement('viz:size', { value: Math.round(node.radius * 100) / 100 })
  )
}
