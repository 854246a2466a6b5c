import { caseView } from '@core/case/fold-case'
import { reviewQueue, sureLinks } from '@core/review/review-queue'
import { describe, expect, it } from 'vitest'
import {
  accepting,
  aLink,
  aLog,
  anEntity,
  aReading,
  aReport,
  anEvidence,
  importing,
} from '../../support/case-builders'

const actor = anEntity('actor', 'Jade Heron')
const [taiwan, laos, kenya] = ['Taiwan', 'Laos', 'Kenya'].map((name) =>
  anEntity('country', name),
) as [typeof actor, typeof actor, typeof actor]
const vendor = anEntity('vendor', 'Northwind Labs')

function attack(target: typeof actor, confidence: number) {
  return aLink(actor.id, target.id, {
    outcome: 'compromised',
    confidence,
    evidence: [anEvidence({ outcome: 'compromised', confidence })],
  })
}

const sure = attack(taiwan, 0.95)
const doubtful = attack(laos, 0.4)
const decided = attack(kenya, 0.3)
const told = aLink(actor.id, vendor.id, {
  predicate: 'reported-by',
  confidence: 0.3,
  evidence: [anEvidence({ confidence: 0.3 })],
})
const report = aReport(1)
const view = caseView(
  [aReading(report, [actor, taiwan, laos, kenya, vendor], [sure, doubtful, decided, told])],
  [report],
  aLog(importing(1), accepting(decided.id)),
)

describe('reviewQueue', () => {
  it('asks first for what is doubtful and weighs much', () => {
    expect(reviewQueue(view).map(({ link }) => link)).toEqual([doubtful.id, told.id, sure.id])
  })

  it('leaves out what a person has judged', () => {
    expect(reviewQueue(view).some(({ link }) => link === decided.id)).toBe(false)
  })

  it('says why a link waits where it does', () => {
    expect(reviewQueue(view)[0]).toMatchObject({
      doubt: 0.6,
      why: ['a compromise', 'confidence 0.40', 'one origin'],
    })
  })

  it('follows the filters', () => {
    expect(reviewQueue(view, { predicates: ['reported-by'] }).map(({ link }) => link)).toEqual([
      told.id,
    ])
  })
})

describe('sureLinks', () => {
  it('holds exactly what reaches the threshold', () => {
    expect(sureLinks(view, {}, 0.95, 1).map(({ id }) => id)).toEqual([sure.id])
    expect(sureLinks(view, {}, 0.96, 1)).toEqual([])
    expect(sureLinks(view, {}, 0.4, 2)).toEqual([])
  })
})
