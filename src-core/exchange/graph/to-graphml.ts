import { xmlElement, xmlText } from '../xml'
import type { Attribute, PlacedGraph } from './graph-attributes'
import { edgeAttributes, nodeAttributes, placeOf } from './graph-attributes'

const placeKeys = [
  { name: 'x', type: 'double' },
  { name: 'y', type: 'double' },
] as const

/** The picture as GraphML 1.0 (yEd, Cytoscape, igraph, networkx): label, places and all marks as typed data. */
export function toGraphml(graph: PlacedGraph): string {
  const { model } = graph
  const keys = [
    key('n-label', 'node', 'label', 'string'),
    ...placeKeys.map(({ name, type }) => key(`n-${name}`, 'node', name, type)),
    ...nodeAttributes.map(({ name, type }) => key(`n-${name}`, 'node', name, type)),
    ...edgeAttributes.map(({ name, type }) => key(`e-${name}`, 'edge', name, type)),
  ]
  const nodes = model.nodes.map((node, index) => {
    const { x, y } = placeOf(graph, index)
    const content = [
      data('n-label', node.label),
      data('n-x', x),
      data('n-y', y),
      ...dataOf('n', nodeAttributes, node, graph),
    ]
    return xmlElement('node', { id: `n${index}` }, content.join(''))
  })
  const edges = model.edges.map((edge, index) =>
    xmlElement(
      'edge',
      { id: `e${index}`, source: `n${edge.source}`, target: `n${edge.target}` },
      dataOf('e', edgeAttributes, edge, graph).join(''),
    ),
  )
  const lines = [
    ...keys,
    '<graph id="case" edgedefault="directed">',
    ...nodes,
    ...edges,
    '</graph>',
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${lines.join('\n')}
</graphml>
`
}

function key(id: string, of: string, name: string, type: string): string {
  return xmlElement('key', { id, for: of, 'attr.name': name, 'attr.type': type })
}

function data(id: string, value: string | number | boolean): string {
  return `<data key="${id}">${xmlText(String(value))}</data>`
}

function dataOf<Thing>(
  prefix: 'n' | 'e',
  attributes: readonly Attribute<Thing>[],
  thing: Thing,
  { view }: PlacedGraph,
): readonly string[] {
  return attributes.flatMap(({ name, of }) => {
    const value = of(thing, view)
    return value === undefined || value === '' ? [] : [data(`${prefix}-${name}`, value)]
  })
}
