import { buildMap } from '@core/geo/build-map'
import { entityId } from '@core/model/ids'
import { describe, expect, it } from 'vitest'
import { aCaseView } from '../graph/a-case-view'
import { severalActors } from '../graph/sample-cases'

const names = new Map([
  ['TW', { name: 'Taiwan' }],
  ['UA', { name: 'Ukraine' }],
])

describe('buildMap', () => {
  it('folds all attacks on a country into one victim with the strongest outcome', () => {
    const { victims } = buildMap(
      aCaseView([
        ['actor:a', 'targets', 'country:TW', { outcome: 'attempted', origins: 1 }],
        ['actor:b', 'targets', 'country:TW', { outcome: 'compromised', origins: 3 }],
      ]),
      names,
    )
    expect(victims).toHaveLength(1)
    expect(victims[0]).toMatchObject({
      iso2: 'TW',
      name: 'Taiwan',
      outcome: 'compromised',
      origins: 3,
    })
    expect(victims[0]!.links).toHaveLength(2)
  })

  it('calls a victim hedged only where the strongest statement is', () => {
    const hedged = (strongest: boolean) =>
      buildMap(
        aCaseView([
          ['actor:a', 'targets', 'country:TW', { outcome: 'compromised', hedged: strongest }],
          ['actor:b', 'targets', 'country:TW', { outcome: 'attempted', hedged: !strongest }],
        ]),
        names,
      ).victims[0]!.hedged
    expect([hedged(true), hedged(false)]).toEqual([true, false])
  })

  it('keeps a victim whose every attack is denied, marked so', () => {
    const { victims } = buildMap(
      aCaseView([['actor:a', 'targets', 'country:TW', { denied: true }]]),
      names,
    )
    expect(victims[0]).toMatchObject({ denied: true, origins: 1 })
  })

  it('draws an arc from the suspected origin of the actor', () => {
    const { arcs, originCountries } = buildMap(severalActors, names)
    expect(arcs.find(({ id }) => id === 'actor:jade-heron→TW')).toMatchObject({
      from: 'CN',
      to: 'TW',
      outcome: 'compromised',
      width: 5,
    })
    expect(originCountries).toEqual(['CN', 'RU'])
  })

  it('starts a campaign where the actor behind it starts', () => {
    const { arcs } = buildMap(severalActors, names)
    expect(arcs.find(({ actor }) => actor === 'campaign:winter-lamp')).toMatchObject({
      from: 'RU',
      to: 'UA',
    })
  })

  it('does not guess an origin: such actors go to the margin with their victims', () => {
    const { arcs, unknownOrigin } = buildMap(severalActors, names)
    expect(arcs.some(({ actor }) => actor === 'actor:nightjar-crew')).toBe(false)
    expect(unknownOrigin).toMatchObject([{ name: 'Nightjar Crew', victims: ['KE', 'US'] }])
  })

  it('takes no origin from a denied or rejected statement', () => {
    const { arcs } = buildMap(
      aCaseView([
        ['actor:a', 'originates-from', 'country:CN', { denied: true }],
        ['actor:a', 'originates-from', 'country:RU', { review: 'rejected' }],
        ['actor:a', 'targets', 'country:TW', {}],
      ]),
      names,
    )
    expect(arcs).toEqual([])
  })

  it('finds the country of a place and of an organisation with a stated seat', () => {
    const { victims } = buildMap(
      aCaseView([
        ['actor:a', 'targets', 'place:UA/kyiv', {}],
        ['actor:a', 'targets', 'organization:bank', {}],
        ['organization:bank', 'based-in', 'country:TW', {}],
        ['actor:a', 'targets', 'organization:homeless', {}],
      ]),
      names,
    )
    expect(victims.map(({ iso2 }) => iso2)).toEqual(['TW', 'UA'])
  })

  it('survives attributions that go in a circle', () => {
    const { unknownOrigin } = buildMap(
      aCaseView([
        ['campaign:x', 'attributed-to', 'actor:a', {}],
        ['actor:a', 'attributed-to', 'campaign:x', {}],
        ['campaign:x', 'targets', 'country:TW', {}],
      ]),
      names,
    )
    expect(unknownOrigin).toHaveLength(1)
  })

  it('keeps to the focus', () => {
    const { victims } = buildMap(severalActors, names, {
      focus: new Set([entityId('actor', 'nightjar-crew')]),
    })
    expect(victims.map(({ iso2 }) => iso2)).toEqual(['KE', 'US'])
  })
})
