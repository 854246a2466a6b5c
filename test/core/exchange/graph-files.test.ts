import { buildGraph } from '@core/graph/build-graph'
import { toGexf } from '@core/exchange/graph/to-gexf'
import { toGraphml } from '@core/exchange/graph/to-graphml'
import { xmlText } from '@core/exchange/xml'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleMaterial, richCase } from './an-export'
import type { ElementRule, XmlNode } from './xml-checks'
import { faultsAgainst, parseXml } from './xml-checks'

function graphOf(view = richCase()) {
  const model = buildGraph(view)
  return { view, model, positions: model.nodes.flatMap((_, i) => [10 * i + 0.123456, -i]) }
}
const named = (node: XmlNode, name: string): readonly XmlNode[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)])

describe('GraphML', () => {
  /** graphml.xsd, http://graphml.graphdrawing.org/specification/xsd.html, the elements that we write. */
  const schema: Readonly<Record<string, ElementRule>> = {
    graphml: { children: ['key', 'graph'] },
    key: { required: ['id', 'for', 'attr.name', 'attr.type'] },
    graph: { required: ['edgedefault'], optional: ['id'], children: ['node', 'edge'] },
    node: { required: ['id'], children: ['data'] },
    edge: { required: ['source', 'target'], optional: ['id', 'directed'], children: ['data'] },
    data: { required: ['key'] },
  }
  const graph = graphOf()
  const root = parseXml(toGraphml(graph))

  it('keeps to the schema', () => {
    expect(faultsAgainst(schema, root)).toEqual([])
    expect(root.children.findLastIndex(({ name }) => name === 'key')).toBeLessThan(
      root.children.findIndex(({ name }) => name === 'graph'),
    )
  })

  it('declares each key once, with a type that its values have', () => {
    const keys = new Map(named(root, 'key').map(({ attributes }) => [attributes['id'], attributes]))
    expect(keys.size).toBe(named(root, 'key').length)
    const shape = {
      string: /^/,
      int: /^-?\d+$/,
      double: /^-?\d+(\.\d+)?$/,
      boolean: /^(true|false)$/,
    }
    const parents = [...named(root, 'node'), ...named(root, 'edge')]
    const values = parents.flatMap((parent) =>
      parent.children.map((data) => ({ parent: parent.name, data })),
    )
    expect(values.length).toBeGreaterThan(100)
    for (const { parent, data } of values) {
      const key = keys.get(data.attributes['key'] ?? '')
      expect(key?.['for']).toBe(parent)
      // The schema's four types are the keys of `shape`.
      expect(data.text).toMatch(shape[key?.['attr.type'] as keyof typeof shape])
    }
  })

  it('has every node with its place and every edge between nodes that are there', () => {
    const ids = named(root, 'node').map(({ attributes }) => attributes['id'])
    expect(ids).toHaveLength(graph.model.nodes.length)
    expect(named(root, 'edge')).toHaveLength(graph.model.edges.length)
    for (const { attributes } of named(root, 'edge'))
      expect(ids).toEqual(expect.arrayContaining([attributes['source'], attributes['target']]))
    const third = named(root, 'node')[2]!
    const value = (key: string) =>
      third.children.find(({ attributes }) => attributes['key'] === key)?.text
    expect([value('n-x'), value('n-y')]).toEqual(['20.12', '2'])
    expect(value('n-label')).toBe(graph.model.nodes[2]!.label)
  })
})

describe('GEXF', () => {
  /** gexf.xsd 1.3 and viz.xsd, the elements that we write. */
  const schema: Readonly<Record<string, ElementRule>> = {
    gexf: { required: ['version'], children: ['meta', 'graph'] },
    meta: { optional: ['lastmodifieddate'], children: ['creator', 'description'] },
    creator: {},
    description: {},
    graph: { optional: ['mode', 'defaultedgetype'], children: ['attributes', 'nodes', 'edges'] },
    attributes: { required: ['class'], optional: ['mode'], children: ['attribute'] },
    attribute: { required: ['id', 'title', 'type'] },
    nodes: { children: ['node'] },
    node: {
      required: ['id'],
      optional: ['label'],
      children: ['attvalues', 'viz:color', 'viz:position', 'viz:size'],
    },
    edges: { children: ['edge'] },
    edge: {
      required: ['id', 'source', 'target'],
      optional: ['label', 'weight'],
      children: ['attvalues'],
    },
    attvalues: { children: ['attvalue'] },
    attvalue: { required: ['for', 'value'] },
    'viz:color': { required: ['r', 'g', 'b'] },
    'viz:position': { required: ['x', 'y', 'z'] },
    'viz:size': { required: ['value'] },
  }
  const graph = graphOf()
  const root = parseXml(toGexf(graph, 'Gnomon test', '2026-11-21'))

  it('keeps to the schema', () => {
    expect(faultsAgainst(schema, root)).toEqual([])
    expect(root.attributes).toMatchObject({ version: '1.3', xmlns: 'http://gexf.net/1.3' })
  })

  it('has colours of a byte each, and refers to declared attributes only', () => {
    for (const { attributes } of named(root, 'viz:color'))
      for (const part of Object.values(attributes)) expect(Number(part)).toBeLessThan(256)
    for (const of of ['node', 'edge']) {
      const declared = named(root, 'attributes').find(
        ({ attributes }) => attributes['class'] === of,
      )
      const ids = declared?.children.map(({ attributes }) => attributes['id']) ?? []
      const used = named(root, of).flatMap((thing) =>
        named(thing, 'attvalue').map(({ attributes }) => attributes['for']),
      )
      expect(ids).toEqual(expect.arrayContaining([...new Set(used)]))
    }
  })

  it('keeps places, turned for programs that count y upwards', () => {
    expect(named(root, 'viz:position')[2]!.attributes).toEqual({ x: '20.12', y: '2', z: '0' })
  })

  it('is the same file for the same picture', () => {
    const again = graphOf(exampleMaterial().view)
    expect(toGexf(again, 'p', '2026-01-01')).toBe(
      toGexf(graphOf(exampleMaterial().view), 'p', '2026-01-01'),
    )
  })
})

describe('xmlText', () => {
  it('makes any string fit for XML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const root = parseXml(`<a b="${xmlText(text)}">${xmlText(text)}</a>`)
        expect(root.text).not.toMatch(/[\u0000-\u0008]/)
      }),
    )
  })
})
