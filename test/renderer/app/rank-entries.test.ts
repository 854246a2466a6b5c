import { describe, expect, it } from 'vitest'
import { rankEntries } from '../../../src-renderer/app/rank-entries'

const entries = [
  { id: 'a', title: 'Flax Typhoon', also: 'RedJuliett Ethereal Panda', weight: 9 },
  { id: 'b', title: 'Volt Typhoon', weight: 20 },
  { id: 'c', title: 'Typhoon season in Asia', weight: 1 },
  { id: 'd', title: 'Málaga', weight: 0 },
  { id: 'e', title: 'Typhoon', weight: 0 },
]
const titles = (query: string) => rankEntries(entries, query).map(({ id }) => id)

describe('rankEntries', () => {
  it.each([
    ['the whole title, then its start, then a word in it, the weightier first', 'typhoon', 'ecba'],
    ['by an alias', 'redjul', 'a'],
    ['by all words in any order', 'typhoon fl', 'a'],
    ['without accents and capitals', 'MALAGA', 'd'],
    ['everything by weight where nothing is typed', '', 'baced'.replace('ed', 'de')],
    ['nothing where a word occurs nowhere', 'typhoon xyz', ''],
  ])('finds %s', (_how, query, expected) => {
    expect(titles(query).join('')).toBe(expected)
  })

  it('shows fifty at most', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      id: String(index),
      title: `Actor ${index}`,
      weight: index,
    }))
    expect(rankEntries(many, 'actor')).toHaveLength(50)
  })
})
