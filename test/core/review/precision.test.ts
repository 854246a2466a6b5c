import { caseView } from '@core/case/fold-case'
import { precisionByName, precisionByRule, precisionOf } from '@core/review/precision'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accepting,
  aLink,
  aLog,
  anEntity,
  anEvidence,
  aReading,
  aReport,
  importing,
  rejecting,
} from '../../support/case-builders'

const actor = anEntity('actor', 'Jade Heron')
const [taiwan, laos] = ['Taiwan', 'Laos'].map((name) => anEntity('country', name)) as [
  typeof actor,
  typeof actor,
]
const good = aLink(actor.id, taiwan.id, { evidence: [anEvidence({ rule: 'frame/attack-verb' })] })
const bad = aLink(actor.id, laos.id, {
  evidence: [
    anEvidence({ rule: 'list/victims' }),
    anEvidence({ start: 50, end: 60, rule: 'list/victims' }),
  ],
})
const report = aReport(1)
const view = caseView(
  [aReading(report, [actor, taiwan, laos], [good, bad])],
  [report],
  aLog(importing(1), accepting(good.id), rejecting(bad.id)),
)

describe('precisionByRule', () => {
  it('counts a link once for each rule behind it, the worst rule first', () => {
    expect(
      precisionByRule(view).map(({ rule, accepted, rejected }) => [rule, accepted, rejected]),
    ).toEqual([
      ['list/victims', 0, 1],
      ['frame/attack-verb', 1, 0],
    ])
  })
})

describe('precisionByName', () => {
  it('counts for the names that the ends wear', () => {
    const heron = precisionByName(view).find(({ name }) => name === 'Jade Heron')
    expect(heron).toMatchObject({ accepted: 1, rejected: 1, share: 0.5 })
  })
})

describe('precisionOf', () => {
  it('has the known interval of 8 out of 10', () => {
    const { low, high } = precisionOf(8, 2)
    expect(low).toBeCloseTo(0.49, 2)
    expect(high).toBeCloseTo(0.943, 2)
  })

  it('holds the share inside its interval, and the interval inside 0 to 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (accepted, rejected) => {
        const { share, low, high } = precisionOf(accepted, rejected)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(share + 1e-12)
        if (accepted + rejected > 0) expect(high).toBeGreaterThanOrEqual(share - 1e-12)
      }),
    )
  })
})
