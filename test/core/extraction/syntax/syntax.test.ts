import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSyntax, type ParsedSentence } from '@core/extraction/syntax/syntax'
import { englishSyntaxModel } from '../../../../resources/models/syntax'

const syntax = loadSyntax(englishSyntaxModel)

describe('Syntax.parse', () => {
  it('gives one rooted tree for any list of tokens', () => {
    const token = fc.oneof(
      fc.string({ minLength: 0, maxLength: 12, unit: 'grapheme' }),
      fc.constantFrom(
        'the',
        'group',
        'APT41',
        'attacked',
        ',',
        'and',
        "n't",
        "China's",
        '-',
        '.',
        '(',
        'that',
        'was',
        'by',
      ),
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const parsed = syntax.parse(tokens)
        expect(parsed.heads).toHaveLength(tokens.length)
        expect(parsed.labels).toHaveLength(tokens.length)
        expectTree(parsed)
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  it('gives the same answer twice, and from two loads', () => {
    const tokens =
      'Taiwanese officials said that Flax Typhoon had breached dozens of organizations .'.split(' ')
    expect(syntax.parse(tokens)).toEqual(syntax.parse(tokens))
    expect(loadSyntax(englishSyntaxModel).parse(tokens)).toEqual(syntax.parse(tokens))
  })

  it('reads an empty sentence as an empty tree', () => {
    expect(syntax.parse([]).labels).toEqual([])
  })

  it('cuts a sentence that is too long and still gives one tree', () => {
    const words = 'the hackers stole data from the ministry , and'.split(' ')
    const tokens = Array.from({ length: 3000 }, (_, i) => words[i % words.length]!)
    const parsed = syntax.parse(tokens)
    expectTree(parsed)
    expect(parsed.labels.filter((label) => label === 'root')).toHaveLength(1)
  })

  it('splits and joins clitics that the tokenizer has left whole', () => {
    const parsed = syntax.parse("China's hackers didn't breach Taiwan's ministry .".split(' '))
    expectTree(parsed)
    expect(parsed.heads[0]).toBe(1)
    expect(parsed.labels[0]).toBe('nmod:poss')
    expect(parsed.upos[2]).toBe('AUX')
  })

  it('keeps one tree with many clitics joined', () => {
    const token = fc.constantFrom(
      "it's",
      "they've",
      "China's",
      'hackers’',
      "don't",
      'that',
      'attacked',
      "who's",
      'and',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 25 }), (tokens) => expectTree(syntax.parse(tokens))),
      { numRuns: 200, seed: 6 },
    )
  })
})

describe('Syntax.tag', () => {
  it('tags as the parse does', () => {
    const tokens = 'The agency blamed APT31 for the intrusion .'.split(' ')
    expect(syntax.tag(tokens)).toEqual(syntax.parse(tokens).upos)
  })
})

function expectTree(parsed: ParsedSentence): void {
  const n = parsed.tokens.length
  const roots = [...parsed.heads].filter((head) => head === -1)
  expect(roots).toHaveLength(n === 0 ? 0 : 1)
  for (let i = 0; i < n; i++) {
    expect(parsed.heads[i]).toBeLessThan(n)
    expect(parsed.heads[i]).not.toBe(i)
    expect(parsed.labels[i] === 'root').toBe(parsed.heads[i] === -1)
    let at = i
    for (let steps = 0; at !== -1; steps++) {
      expect(steps).toBeLessThanOrEqual(n)
      at = parsed.heads[at]!
    }
  }
}
