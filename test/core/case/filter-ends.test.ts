import type { CaseFilters } from '@core/case/case-view'
import { filterCase } from '@core/case/filter-case'
import { filterOptions } from '@core/case/filter-options'
import { entityId } from '@core/model/ids'
import { describe, expect, it } from 'vitest'
import { severalActors } from '../graph/sample-cases'

const heron = entityId('actor', 'jade-heron')
const adder = entityId('actor', 'frost-adder')
const telecoms = entityId('sector', 'telecoms')
const singapore = entityId('country', 'SG')
const ukraine = entityId('country', 'UA')

const shownBy = (filters: CaseFilters) =>
  [...filterCase(severalActors, filters).links.values()].map(({ source, predicate, target }) =>
    [source, predicate, target].map((part) => part.slice(part.indexOf(':') + 1)).join(' '),
  )

describe('the filter by actors and victims', () => {
  it('keeps an actor with all that belongs to it', () => {
    expect(shownBy({ actors: [heron] })).toEqual([
      'jade-heron targets TW',
      'jade-heron targets MY',
      'jade-heron targets SG',
      'jade-heron uses reedwarbler',
    ])
  })

  it('finds actors by suspected origin, campaigns by that of their actor', () => {
    const actors = new Set(shownBy({ actorOrigins: ['RU'] }).map((line) => line.split(' ')[0]))
    expect(actors).toEqual(new Set(['frost-adder', 'winter-lamp']))
  })

  it('wants sector and country together, said of one victim', () => {
    expect(shownBy({ victims: [telecoms, singapore], predicates: ['targets'] })).toEqual([
      'salt-egret targets telecoms',
      'salt-egret targets SG',
    ])
  })

  it('takes any of several countries, and organisations by where they sit', () => {
    expect(shownBy({ victims: [ukraine], predicates: ['targets'] })).toEqual([
      'frost-adder targets UA',
      'winter-lamp targets grid-operator',
    ])
  })

  it('keeps the tools of those whose attacks pass, and of nobody else', () => {
    const tools = shownBy({ victims: [ukraine], predicates: ['uses'] })
    expect(tools).toEqual(['frost-adder uses coldsnap', 'frost-adder uses impacket'])
  })

  it('adds actors by name to those by origin', () => {
    const both = shownBy({ actors: [heron], actorOrigins: ['RU'], predicates: ['uses'] })
    expect(both).toContain('jade-heron uses reedwarbler')
    expect(both).toContain('frost-adder uses impacket')
  })
})

describe('filterOptions', () => {
  it('lists what the case holds, the most frequent first', () => {
    const { origins, actors, victims } = filterOptions(severalActors)
    expect(origins).toEqual([
      { iso2: 'CN', count: 3 },
      { iso2: 'RU', count: 2 },
    ])
    expect(actors[0]).toEqual({ id: adder, name: 'Frost Adder', count: 5 })
    expect(victims.map(({ id }) => id)).toContain(telecoms)
  })
})
