import { entityFacts } from '@core/card/entity-facts'
import { similarActors } from '@core/card/similar-actors'
import { entityId } from '@core/model/ids'
import { describe, expect, it } from 'vitest'
import { severalActors } from '../graph/sample-cases'
import { timelineCase } from '../timeline/a-timeline-case'

const heron = entityId('actor', 'jade-heron')

describe('entityFacts', () => {
  const facts = entityFacts(timelineCase, timelineCase.entities.get(heron)!)

  it('gives the first and last dates as the sources state them', () => {
    expect(facts).toMatchObject({
      firstActive: '2022',
      lastActive: '2024-04',
      firstReported: '2024-06-24',
      lastReported: '2025-02-03',
    })
  })

  it('says who reports on it, and in how many documents', () => {
    expect(facts.reporters.map(({ name, documents }) => [name, documents])).toEqual([
      ['Northwind Labs', 1],
      ['Daily Post', 1],
    ])
  })

  it('says who uses a name', () => {
    expect(facts.names).toEqual([
      { name: 'Jade Heron', documents: 2, houses: ['Daily Post', 'Northwind Labs'] },
    ])
  })

  it('says what the case does not', () => {
    expect(facts.unknown).toEqual(['No source names its techniques.'])
    const hackers = entityId('actor', 'chinese-hackers')
    expect(entityFacts(timelineCase, timelineCase.entities.get(hackers)!).unknown).toEqual([
      'No source says where it comes from.',
      'No source says when its attacks were.',
      'No source says that it got in anywhere.',
      'No source names its software.',
      'No source names its techniques.',
      'All of it is one origin’s word.',
    ])
  })
})

describe('similarActors', () => {
  it('names the likest with what they share, and nobody without anything', () => {
    const found = similarActors(severalActors, heron)
    expect(found[0]?.actor).toBe(entityId('actor', 'salt-egret'))
    expect(found[0]?.shared).toEqual([entityId('country', 'SG'), entityId('country', 'TW')])
    expect(found.map(({ actor }) => actor)).not.toContain(entityId('actor', 'frost-adder'))
  })

  it('is the same from both sides', () => {
    const egret = entityId('actor', 'salt-egret')
    const [there] = similarActors(severalActors, heron)
    const back = similarActors(severalActors, egret).find(({ actor }) => actor === heron)
    expect(back?.score).toBeCloseTo(there!.score)
  })
})
