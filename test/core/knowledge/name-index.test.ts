import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildNameIndex } from '@core/knowledge/name-index'
import { aName } from './known-names'

function found(names: readonly string[], text: string): string[] {
  return buildNameIndex(names.map((name) => aName(name)))
    .findAll(text)
    .map((hit) => text.slice(hit.start, hit.end))
}

describe('name index', () => {
  it.each([
    [
      'ignores case',
      ['Flax Typhoon'],
      'FLAX TYPHOON, flax typhoon',
      ['FLAX TYPHOON', 'flax typhoon'],
    ],
    [
      'takes hyphen, space and nothing between letters and digits alike',
      ['APT28'],
      'APT 28, APT-28, apt28',
      ['APT 28', 'APT-28', 'apt28'],
    ],
    [
      'takes a no-break space and a no-break hyphen',
      ['Cobalt Strike'],
      'Cobalt\u00a0Strike Cobalt\u2011Strike',
      ['Cobalt\u00a0Strike', 'Cobalt\u2011Strike'],
    ],
    [
      'takes one line break',
      ['Cobalt Strike'],
      'Cobalt\nStrike, Cobalt \r\n  Strike',
      ['Cobalt\nStrike', 'Cobalt \r\n  Strike'],
    ],
    ['does not reach over an empty line', ['Cobalt Strike'], 'Cobalt\n\nStrike', []],
    ['does not reach over a dash', ['Cobalt Strike'], 'Cobalt - Strike, Cobalt — Strike', []],
    [
      'does not reach over other punctuation',
      ['Cobalt Strike'],
      'Cobalt, Strike. Cobalt (Strike)',
      [],
    ],
    [
      'takes curly and straight apostrophes alike',
      ["Côte d'Ivoire"],
      "Côte d’Ivoire, Cote d'Ivoire",
      ['Côte d’Ivoire', "Cote d'Ivoire"],
    ],
    ['leaves the possessive outside', ['Russia'], "Russia’s and Russia's", ['Russia', 'Russia']],
    [
      'ignores diacritics, composed or not',
      ['Gangāwati'],
      'Gangawati Ganga\u0304wati',
      ['Gangawati', 'Ganga\u0304wati'],
    ],
    [
      'finds a name in brackets, quotes and at both ends',
      ['Hive'],
      'Hive (Hive) “Hive” Hive',
      ['Hive', 'Hive', 'Hive', 'Hive'],
    ],
    [
      'finds nothing inside a longer word',
      ['Hive', 'Net'],
      'Hives archive beehives hive5 5hive Hive_x internet',
      [],
    ],
    [
      'keeps the sign that a name begins with',
      ['$ucyLocker'],
      'ucyLocker, $ucyLocker',
      ['$ucyLocker'],
    ],
    ['lets an abbreviation end a sentence', ['U.S.'], 'the U.S. and the U.S', ['U.S.', 'U.S']],
    [
      'keeps a sign inside a name',
      ['abuse.ch', 'AT&T'],
      'abuse ch, abuse.ch; AT&T, AT & T, AT T',
      ['abuse.ch', 'AT&T', 'AT & T'],
    ],
    [
      'prefers the longest at one place',
      ['Lazarus', 'Lazarus Group'],
      'Lazarus Group and Lazarus',
      ['Lazarus Group', 'Lazarus'],
    ],
    [
      'falls back to the shorter where the longer breaks off',
      ['New York', 'New York Times Square'],
      'New York Times',
      ['New York'],
    ],
    [
      'shows what lies inside a longer hit too',
      ['Bank of Korea', 'Korea'],
      'Bank of Korea',
      ['Bank of Korea', 'Korea'],
    ],
    ['finds names in Han script without spaces', ['台灣'], '駭客攻擊台灣政府', ['台灣']],
    ['finds a name beside an emoji', ['Russia'], '🇷🇺Russia🇷🇺', ['Russia']],
  ])('%s', (_, names, text, expected) => {
    expect(found(names, text)).toEqual(expected)
  })

  it('gives all entries for one surface', () => {
    const index = buildNameIndex([
      aName('Akira', { kind: 'actor', key: 'akira' }),
      aName('AKIRA', { kind: 'malware', key: 'akira' }),
    ])
    expect(index.findAll('the Akira gang')[0]?.names.map((name) => name.kind)).toEqual([
      'actor',
      'malware',
    ])
  })

  it('keeps one of two spellings of the same thing', () => {
    const index = buildNameIndex([
      aName('Cobalt Strike', { key: 'c' }),
      aName('Cobalt-Strike', { key: 'c' }),
    ])
    expect(index.lookUp('cobalt strike').map((name) => name.surface)).toEqual(['Cobalt Strike'])
  })

  it('reads a part of the text, with positions in the whole', () => {
    const index = buildNameIndex([aName('Hive')])
    const text = 'Hive, Hive, Hive'
    expect(index.findAll(text, 6, 10).map((hit) => hit.start)).toEqual([6])
    expect(index.findAll(text, 6, 8)).toEqual([])
  })

  it('looks up a surface only as a whole', () => {
    const index = buildNameIndex([aName('Flax Typhoon')])
    expect(index.lookUp(' flax-typhoon ')).toHaveLength(1)
    expect(index.lookUp('Flax Typhoon group')).toEqual([])
    expect(index.lookUp('Flax')).toEqual([])
    expect(index.lookUp('')).toEqual([])
  })

  it('leaves out what has no word', () => {
    expect(found(['$$$', '', 'Hive'], '$$$ Hive')).toEqual(['Hive'])
  })

  const word = fc.stringMatching(/^[A-Za-zéß]{1,8}[0-9]{0,3}$/)
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  const around = fc.constantFrom(
    '',
    ' ',
    '\n',
    '(',
    '“',
    ', ',
    ' – ',
    '.\n\n',
    '; ',
    '/',
    '"',
    '’s ',
  )

  it('finds every name in any surroundings, at the right span', () => {
    fc.assert(
      fc.property(name, around, around, (surface, before, after) => {
        const text = `${before}${surface}${after}`
        const [hit] = buildNameIndex([aName(surface)]).findAll(text)
        expect(hit && text.slice(hit.start, hit.end)).toBe(surface)
        expect(hit?.start).toBe(before.length)
      }),
    )
  })

  it('finds each of many names as itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40, selector: fold }), (surfaces) => {
        const index = buildNameIndex(surfaces.map((surface) => aName(surface, { key: surface })))
        for (const surface of surfaces)
          expect(index.lookUp(surface).map((entry) => entry.key)).toContain(surface)
      }),
    )
  })

  it('never hits inside a longer word, and hits in order', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'hive',
          'Hive',
          'x',
          '1',
          ' ',
          '-',
          '.',
          '_',
          'é',
          '\n',
          '’',
          'group',
          '中',
        ),
        {
          maxLength: 60,
        },
      )
      .map((parts) => parts.join(''))
    const index = buildNameIndex([aName('Hive'), aName('Hive Group'), aName('hive-1')])
    fc.assert(
      fc.property(text, (sample) => {
        const hits = index.findAll(sample)
        for (const hit of hits) {
          expect(sample.charAt(hit.start - 1)).not.toMatch(/[a-z0-9_é]/i)
          expect(sample.charAt(hit.end)).not.toMatch(/[a-z0-9_é]/i)
        }
        const starts = hits.map((hit) => hit.start)
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
      }),
    )
  })

  it('asks a bounded number of times for each unit of an adversarial text', () => {
    // Work is counted, not timed: characters that the index reads from a text that counts its readings.
    const index = buildNameIndex([aName('a a a a a a b'), aName('a.a.a.b'), aName('a'.repeat(40))])
    for (const piece of ['a', 'a ', 'a.', '(', '-', 'A', ' ', '中', '1a']) {
      const counted = countingText(piece.repeat(5_000))
      index.findAll(counted.text)
      const long = countingText(piece.repeat(20_000))
      index.findAll(long.text)
      expect(long.readings()).toBeLessThanOrEqual(counted.readings() * 4.2)
    }
  })
})

const fold = (surface: string) =>
  surface
    .normalize('NFKD')
    .replace(/[\p{M} ]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 's')

/** Stands in for a string where only `charCodeAt`, `length` and `slice` are asked. */
function countingText(text: string): { text: string; readings: () => number } {
  let readings = 0
  const counting = {
    length: text.length,
    charCodeAt(at: number) {
      readings += 1
      return text.charCodeAt(at)
    },
    slice: (start: number, end: number) => {
      readings += end - start
      return text.slice(start, end)
    },
    startsWith: (part: string, at: number) => {
      readings += part.length
      return text.startsWith(part, at)
    },
  }
  // The index asks a text nothing else; a real string cannot be watched.
  return { text: counting as unknown as string, readings: () => readings }
}
