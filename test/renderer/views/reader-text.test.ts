import { entityId, linkId, reportId } from '@core/model/ids'
import type { Link } from '@core/model/link'
import type { Reading } from '@core/model/reading'
import type { SourceText } from '@core/model/source-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blockIndexAt,
  readerBlocks,
  segmentsOf,
} from '../../../src-renderer/views/reader/reader-text'

const text = 'Grey Heron may have breached Malta.\n\nRelated stories'
const source: SourceText = {
  text,
  pages: [
    { number: 1, start: 0, end: 36 },
    { number: 2, start: 36, end: text.length },
  ],
  blocks: [
    { kind: 'paragraph', start: 0, end: 35 },
    { kind: 'paragraph', start: 37, end: text.length },
  ],
}
const heron = entityId('actor', 'grey-heron')
const malta = entityId('country', 'MT')
const link: Link = {
  id: linkId(heron, 'targets', malta, 'asserted'),
  source: heron,
  predicate: 'targets',
  target: malta,
  polarity: 'asserted',
  outcome: 'compromised',
  hedged: true,
  confidence: 0.6,
  features: [],
  evidence: [
    {
      start: 0,
      end: 35,
      rule: 'test',
      cues: [{ start: 11, end: 14 }],
      hedged: true,
      polarity: 'asserted',
      outcome: 'compromised',
      confidence: 0.6,
    },
  ],
}
const reading: Reading = {
  reportId: reportId('0'.repeat(64)),
  reader: '1',
  knowledge: '1',
  zones: [
    { kind: 'body', start: 0, end: 36, story: 0, rule: 'test' },
    { kind: 'chrome', start: 36, end: text.length, story: 0, rule: 'test' },
  ],
  entities: [entity(heron, 'Grey Heron', 0), entity(malta, 'Malta', text.indexOf('Malta'))],
  links: [link],
}

function entity(id: typeof heron, name: string, start: number) {
  const kind = id === heron ? ('actor' as const) : ('country' as const)
  const mention = { start, end: start + name.length, surface: name, rule: 'test' }
  return { id, kind, name, aliases: [], mentions: [mention] }
}

describe('readerBlocks', () => {
  it('gives each block its zone, its page and the marks that touch it', () => {
    const [first, second] = readerBlocks(source, reading)
    expect(first).toMatchObject({ zone: 'body', page: 1 })
    expect(first?.mentions.map(({ entity }) => entity)).toEqual([heron, malta])
    expect(first?.evidence).toHaveLength(1)
    expect(first?.cues).toEqual([{ start: 11, end: 14 }])
    expect(second).toMatchObject({ zone: 'chrome', page: 2, mentions: [], evidence: [] })
  })

  it('numbers no page where there is only one', () => {
    const [first] = readerBlocks({ ...source, pages: source.pages.slice(0, 1) }, reading)
    expect(first).not.toHaveProperty('page')
  })

  it('cuts a very long block at spaces and loses no character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', '賴清德', '😀', 'a'.repeat(900)), {
          minLength: 1,
          maxLength: 4000,
        }),
        fc.constantFrom(' ', ''),
        (words, joint) => {
          const long = words.join(joint)
          const blocks = readerBlocks(
            { text: long, pages: [], blocks: [{ kind: 'paragraph', start: 0, end: long.length }] },
            { ...reading, zones: [], entities: [], links: [] },
          )
          expect(blocks.map(({ start, end }) => long.slice(start, end)).join('')).toBe(long)
          for (const { start, end } of blocks) {
            expect(end - start).toBeLessThanOrEqual(4001)
            // Half a surrogate pair does not survive the way through UTF-8.
            const piece = long.slice(start, end)
            expect(new TextDecoder().decode(new TextEncoder().encode(piece))).toBe(piece)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('segmentsOf', () => {
  it('joins to the block’s text again, each run under its own marks', () => {
    const [block] = readerBlocks(source, reading)
    const segments = segmentsOf(block!)
    expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Grey Heron',
      ' ',
      'may',
      ' have breached ',
      'Malta',
      '.',
    ])
    expect(segments.map(({ isCue }) => isCue)).toEqual([false, false, true, false, false, false])
    expect(segments.at(-1)?.closes.map(({ link: id }) => id)).toEqual([link.id])
  })

  it('lets the shorter name win where one lies in another', () => {
    const inner = { start: 0, end: 4, surface: 'Grey', rule: 'test' }
    const [block] = readerBlocks(source, {
      ...reading,
      entities: [
        ...reading.entities,
        { id: malta, kind: 'country', name: 'x', aliases: [], mentions: [inner] },
      ],
    })
    const [grey, heronRest] = segmentsOf(block!)
    expect(grey?.mention?.entity).toBe(malta)
    expect(heronRest?.mention?.entity).toBe(heron)
  })
})

describe('blockIndexAt', () => {
  it('finds the block that holds a position, or the one before a gap', () => {
    const blocks = readerBlocks(source, reading)
    expect([0, 34, 36, 37, 10_000].map((position) => blockIndexAt(blocks, position))).toEqual([
      0, 0, 0, 1, 1,
    ])
  })
})
