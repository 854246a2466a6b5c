import { findInText, snippetsOf } from '@core/search/find-in-text'
import { isNear, letterBits, mayBeNear } from '@core/search/near-terms'
import { parseQuery } from '@core/search/parse-query'
import { SearchEngine } from '@core/search/search-engine'
import { termsIn } from '@core/search/terms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aReportId } from '../../support/case-builders'

const documents = [
  {
    id: aReportId(1),
    title: 'Jade Heron strikes Taiwan',
    publisher: 'Northwind Labs',
    text: 'The group used a supply chain to reach ministries.\n\nIt left in May.',
  },
  {
    id: aReportId(2),
    title: 'A chain of events',
    publisher: 'Daily Post',
    text: 'The supply of routers ended; a chain store was hit by ransomware. Café.',
  },
  {
    id: aReportId(3),
    title: '供應鏈攻擊分析',
    publisher: '安全研究所',
    text: '駭客組織攻擊台灣政府機關的供應鏈。受害者位於台北。',
  },
]
const engine = new SearchEngine()
engine.add(documents.slice(0, 2))
engine.add(documents.slice(2))
const found = (query: string) =>
  engine
    .query(query, 10)
    .hits.map(({ report }) => documents.findIndex(({ id }) => id === report) + 1)

describe('SearchEngine', () => {
  it.each([
    ['ministries', [1]],
    ['MINISTRIES', [1]],
    ['cafe', [2]],
    ['supply chain', [1, 2]],
    ['supply -ransomware', [1]],
    ['ransomw', [2]],
    ['ransomw ', []],
    ['title:taiwan', [1]],
    ['title:ransomware', []],
    ['publisher:daily', [2]],
    ['供應鏈', [3]],
    ['台灣', [3]],
    ['攻擊 台北', [3]],
    ['nothing-of-the-sort', []],
    ['', []],
    ['-supply', []],
  ])('answers %j with %j', (query, expected) => {
    expect(found(query).toSorted()).toEqual(expected)
  })

  it('tries near words only where nothing is found as typed, and says so', () => {
    expect(engine.query('ransmoware ', 10)).toMatchObject({ isFuzzy: true, total: 1 })
    expect(engine.query('ransomware ', 10)).toMatchObject({ isFuzzy: false, total: 1 })
    expect(found('minstries~')).toEqual([1])
  })

  it('ranks a word in the title above one in the text', () => {
    expect(found('chain ')[0]).toBe(2)
  })

  it('finds the same after its segments went through the store', () => {
    const again = new SearchEngine()
    again.load(structuredClone(new SearchEngine().add(documents)))
    expect(again.query('供應鏈', 10).hits.map(({ report }) => report)).toEqual([aReportId(3)])
  })

  it('finds every word of every text in its report', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const own = new SearchEngine()
          own.add(texts.map((text, i) => ({ id: aReportId(i + 1), title: '', text })))
          texts.forEach((text, i) => {
            for (const { start, end } of termsIn(text)) {
              const { hits } = own.query(`"${text.slice(start, end)}"`, 10)
              expect(hits.some(({ report }) => report === aReportId(i + 1))).toBe(true)
            }
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('findInText', () => {
  const spansOf = (text: string, query: string) =>
    findInText(text, parseQuery(query), false)?.map(({ start, end }) => text.slice(start, end))

  it('shows where a phrase stands, and that it does not', () => {
    expect(spansOf(documents[0]!.text, '"supply chain"')).toEqual(['supply chain'])
    expect(spansOf(documents[1]!.text, '"supply chain"')).toBeUndefined()
    expect(spansOf(documents[2]!.text, '供應鏈')).toEqual(['供應鏈'])
  })

  it('marks words as they stand, whatever their case and accents', () => {
    expect(spansOf(documents[1]!.text, 'CAFE THE')).toEqual(['The', 'Café'])
  })
})

describe('snippetsOf', () => {
  it('cuts around the hits inside their paragraph, without overlaps', () => {
    const { text } = documents[0]!
    const snippets = snippetsOf(text, findInText(text, parseQuery('group ministries may '), false)!)
    expect(snippets.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The group used a supply chain to reach ministries.',
      'It left in May.',
    ])
    expect(snippets[0]?.marks).toHaveLength(2)
  })
})

describe('mayBeNear', () => {
  it('never rules out a word that is near', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 2 }), (a, b, most) => {
        if (isNear(a, b, most)) expect(mayBeNear(letterBits(a), letterBits(b), most)).toBe(true)
      }),
    )
  })

  it.each([
    ['ransomware', 'ransmoware', 1],
    ['heron', 'heorn', 1],
    ['taiwan', 'tawan', 1],
  ])('takes %s and %s for near', (a, b, most) => {
    expect(isNear(a, b, most)).toBe(true)
  })
})
