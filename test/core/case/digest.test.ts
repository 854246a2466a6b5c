import { digestOf, readingOfDigest } from '@core/case/digest'
import { createCaseFold } from '@core/case/fold-case'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryParts, reportSeeds } from '../../support/arbitrary-case'
import {
  aLink,
  aLog,
  anEntity,
  anEvidence,
  aReading,
  aReport,
  importing,
  plain,
} from '../../support/case-builders'

describe('a digest', () => {
  it('gives the same case as the readings that it was made of', () => {
    fc.assert(
      fc.property(arbitraryParts, (parts) => {
        const log = aLog(importing(...reportSeeds))
        const digested = parts.map(({ report, reading }) => ({
          report,
          reading: readingOfDigest(digestOf(reading)),
        }))
        expect(plain(createCaseFold().update({ parts: digested, log }))).toEqual(
          plain(createCaseFold().update({ parts, log })),
        )
      }),
    )
  })

  it('keeps everything of a link but zones and features', () => {
    const heron = anEntity('actor', 'Quiet Heron', {
      origin: 'CN',
      unnamed: true,
      ref: 'G1',
      subtype: 's',
    })
    const laos = anEntity('country', 'Laos')
    const link = aLink(heron.id, laos.id, {
      polarity: 'denied',
      outcome: 'attempted',
      hedged: true,
      period: { from: '2021', to: '2022-03' },
      count: { min: 2, text: 'two' },
      cell: 'sector:x|country:LA',
      evidence: [
        anEvidence({
          sourceSpan: { start: 1, end: 3 },
          targetSpan: { start: 4, end: 9 },
          cues: [{ start: 5, end: 6 }],
          saidBy: heron.id,
          outcome: 'attempted',
          hedged: true,
          polarity: 'denied',
          period: { to: '2022' },
        }),
      ],
    })
    const reading = aReading(aReport(1), [heron, laos], [link])
    expect(readingOfDigest(digestOf(reading))).toEqual(reading)
  })
})
