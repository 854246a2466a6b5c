import { buildGraph } from '@core/graph/build-graph'
import type { GraphModel } from '@core/graph/graph-model'
import { entityId } from '@core/model/ids'
import { describe, expect, it } from 'vitest'
import { aCaseView } from './a-case-view'
import { oneActor, severalActors } from './sample-cases'

const lines = (model: GraphModel): string[] =>
  model.edges.map(
    ({ source, target, predicate }) =>
      `${model.nodes[source]!.id} ${predicate} ${model.nodes[target]!.id}`,
  )

describe('buildGraph', () => {
  it('draws a sector and a country of one cell as one victim with one line', () => {
    const model = buildGraph(
      aCaseView([
        ['actor:a', 'targets', 'sector:telecoms', { outcome: 'compromised', cell: 'x' }],
        ['actor:a', 'targets', 'country:TW', { outcome: 'compromised', cell: 'x' }],
      ]),
    )
    expect(lines(model)).toEqual(['actor:a targets cell:sector:telecoms×country:TW'])
    expect(model.nodes.find(({ mark }) => mark === 'victim-cell')).toMatchObject({
      label: 'telecoms · TW',
      entities: ['sector:telecoms', 'country:TW'],
    })
    expect(model.edges[0]!.links).toHaveLength(2)
  })

  it('keeps the line to a country that is known better than the cell', () => {
    const model = buildGraph(
      aCaseView([
        ['actor:a', 'targets', 'sector:telecoms', { outcome: 'targeted', cell: 'x' }],
        ['actor:a', 'targets', 'country:TW', { outcome: 'compromised', origins: 3, cell: 'x' }],
      ]),
    )
    expect(lines(model)).toEqual([
      'actor:a targets country:TW',
      'actor:a targets cell:sector:telecoms×country:TW',
    ])
    const cell = model.edges.find(({ links }) => links.length === 2)!
    expect(cell).toMatchObject({ outcome: 'targeted', origins: 1 })
  })

  it('does not pair a denied half with an asserted one', () => {
    const model = buildGraph(
      aCaseView([
        ['actor:a', 'targets', 'sector:telecoms', { cell: 'x' }],
        ['actor:a', 'targets', 'country:TW', { cell: 'x', denied: true }],
      ]),
    )
    expect(model.nodes.some(({ mark }) => mark === 'victim-cell')).toBe(false)
  })

  it('leaves indicators and techniques out until they are asked for', () => {
    const view = aCaseView([
      ['actor:a', 'uses', 'indicator:203.0.113.7'],
      ['actor:a', 'uses', 'technique:T1059'],
      ['actor:a', 'uses', 'tool:softether'],
    ])
    expect(lines(buildGraph(view))).toEqual(['actor:a uses tool:softether'])
    const asked = buildGraph(view, { filters: { kinds: ['technique'] } })
    expect(lines(asked)).toEqual(['actor:a uses technique:T1059'])
  })

  it('hides rejected links, and shows them marked on request', () => {
    const view = aCaseView([['actor:a', 'targets', 'country:TW', { review: 'rejected' }]])
    expect(buildGraph(view).nodes).toEqual([])
    const shown = buildGraph(view, { filters: { showRejected: true } })
    expect(shown.edges[0]).toMatchObject({ rejected: true })
  })

  it('keeps to what touches the focus', () => {
    const model = buildGraph(severalActors, {
      focus: new Set([entityId('actor', 'nightjar-crew')]),
    })
    expect(model.nodes.map(({ id }) => id).sort()).toEqual([
      'actor:nightjar-crew',
      'country:KE',
      'country:US',
      'malware:tarpit',
    ])
  })

  it('counts independent origins for widths, not documents', () => {
    const { edges } = buildGraph(oneActor)
    const taiwan = edges.find(({ id }) => id.endsWith('country:TW'))!
    expect(taiwan).toMatchObject({ origins: 3, documents: 4, width: 3.5 })
  })

  it('gives the same model whatever the order of the links', () => {
    const turned = new Map([...severalActors.links].reverse())
    expect(buildGraph({ ...severalActors, links: turned })).toEqual(buildGraph(severalActors))
  })

  it('says on what the picture rests', () => {
    expect(buildGraph(oneActor).basis).toMatchObject({
      links: 14,
      origins: 3,
      hedged: 2,
      denied: 1,
    })
  })

  it('is empty for an empty case', () => {
    expect(buildGraph(aCaseView([]))).toMatchObject({ nodes: [], edges: [] })
  })
})
