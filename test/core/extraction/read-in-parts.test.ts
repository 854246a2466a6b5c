import type { Read } from '@core/extraction/create-reader'
import { partLength, readInParts } from '@core/extraction/read-in-parts'
import type { ReadInput } from '@core/extraction/stages'
import { readPlainText } from '@core/import/text/read-plain-text'
import { entityId, linkId, reportId } from '@core/model/ids'
import type { Evidence, Link } from '@core/model/link'
import { describe, expect, it } from 'vitest'
import { plainContext } from '../../support/import-here'

const actor = entityId('actor', 'a')
const place = entityId('country', 'PL')

/** Finds "APT28" and takes each for an attack: compromised where a "!" follows. */
function reader(seen: number[] = []): Read {
  return ({ reportId: id, source: { text, blocks } }) => {
    seen.push(text.length)
    const found = [...text.matchAll(/APT28(!?)/g)].map((match) => ({
      start: match.index,
      end: match.index + 5,
      isStrong: match[1] === '!',
    }))
    const evidence = found.map(({ start, end, isStrong }): Evidence => ({
      start,
      end,
      rule: 'test',
      sourceSpan: { start, end },
      cues: [{ start, end: start + 3 }],
      outcome: isStrong ? 'compromised' : 'attempted',
      hedged: !isStrong,
      polarity: 'asserted',
      confidence: isStrong ? 0.9 : 0.5,
    }))
    const [first, ...rest] = evidence
    const isStrong = found.some((hit) => hit.isStrong)
    const link: Link[] = first
      ? [
          {
            id: linkId(actor, 'targets', place, 'asserted'),
            source: actor,
            predicate: 'targets',
            target: place,
            polarity: 'asserted',
            outcome: isStrong ? 'compromised' : 'attempted',
            hedged: !isStrong,
            confidence: isStrong ? 0.9 : 0.5,
            features: [],
            evidence: [first, ...rest],
          },
        ]
      : []
    return {
      reportId: id,
      reader: '1',
      knowledge: '1',
      zones: blocks.map(({ start, end }) => ({ start, end, kind: 'body', story: 0, rule: 'test' })),
      entities: [
        {
          id: actor,
          kind: 'actor',
          name: 'APT28',
          aliases: [],
          mentions: found.map(({ start, end }) => ({ start, end, surface: 'APT28', rule: 'test' })),
        },
      ],
      links: link,
    }
  }
}

function inputOf(text: string): ReadInput {
  return { reportId: reportId('0'.repeat(64)), ...readPlainText(text, 'a.txt') }
}

/** So many characters, with a name at the start, one in every paragraph and one that breached at the end. */
function longText(length: number): string {
  const paragraph = `${'Words about APT28 and others. '.repeat(20).trim()}\n\n`
  return `${paragraph.repeat(Math.ceil(length / paragraph.length))}APT28! at last.`
}

describe('readInParts', () => {
  it('reads a text of ordinary length in one go', async () => {
    const seen: number[] = []
    const input = inputOf(longText(partLength))
    const reading = await readInParts(reader(seen), input, plainContext)
    expect(seen).toEqual([input.source.text.length])
    expect(reading).toEqual(reader()(input))
  })

  it('finds in parts all that it finds in one go, at the same places', async () => {
    const seen: number[] = []
    const input = inputOf(longText(5 * partLength))
    const whole = reader()(input)
    const reading = await readInParts(reader(seen), input, plainContext)
    expect(seen.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...seen)).toBeLessThanOrEqual(partLength + 1000)
    expect(reading?.entities).toEqual(whole.entities)
    expect(reading?.links).toEqual(whole.links)
    expect(reading?.zones.map(({ start, end }) => [start, end])).toEqual(
      whole.zones.map(({ start, end }) => [start, end]),
    )
  })

  it('keeps the stories of different parts apart', async () => {
    const reading = await readInParts(reader(), inputOf(longText(3 * partLength)), plainContext)
    const stories = new Set(reading?.zones.map(({ story }) => story))
    expect(stories.size).toBeGreaterThanOrEqual(3)
  })

  it('cuts one endless line between sentences', async () => {
    const seen: number[] = []
    const text = 'Words about APT28 and others. '.repeat(100_000).trim()
    const input = inputOf(text)
    const reading = await readInParts(reader(seen), input, plainContext)
    expect(Math.max(...seen)).toBeLessThanOrEqual(partLength)
    for (const { start, end } of reading?.entities[0]?.mentions ?? [])
      expect(text.slice(start, end)).toBe('APT28')
    expect(reading?.entities[0]?.mentions).toHaveLength(100_000)
  })

  it('stops between parts when it is cancelled, and tells how far it is', async () => {
    const seen: number[] = []
    const steps: number[] = []
    const reading = await readInParts(reader(seen), inputOf(longText(5 * partLength)), {
      isCancelled: () => seen.length === 2,
      report: (done) => steps.push(done),
      breathe: () => Promise.resolve(),
    })
    expect(reading).toBeNull()
    expect([seen.length, steps.length]).toEqual([2, 2])
  })
})
