import { caseView } from '@core/case/fold-case'
import type { CaseView } from '@core/case/case-view'
import type { Link } from '@core/model/link'
import {
  aLink,
  aLog,
  anEntity,
  anEvidence,
  aReading,
  aReport,
  importing,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Jade Heron', { origin: 'CN' })
const adder = anEntity('actor', 'Frost Adder')
const hackers = anEntity('actor', 'Chinese hackers', { unnamed: true })
const taiwan = anEntity('country', 'Taiwan', { ref: 'TW' })
const laos = anEntity('country', 'Laos', { ref: 'LA' })
const kenya = anEntity('country', 'Kenya', { ref: 'KE' })
const energy = anEntity('sector', 'Energy')
const warbler = anEntity('malware', 'REEDWARBLER')

type Told = Partial<Pick<Link, 'outcome' | 'hedged' | 'period' | 'polarity' | 'predicate'>>

function told(source: typeof heron, target: typeof heron, change: Told): Link {
  const { outcome, hedged = false, polarity = 'asserted' } = change
  const evidence = anEvidence({ hedged, polarity, ...(outcome ? { outcome } : {}) })
  return aLink(source.id, target.id, { ...change, evidence: [evidence] })
}

/** Two reports and an undated one: every precision of a date, an open end, a hedge, a denial, a link without a period. */
export const timelineCase: CaseView = (() => {
  const first = aReport(1, { published: '2024-06-24', publisher: 'Northwind Labs' })
  const second = aReport(2, { published: '2025-02-03', publisher: 'Daily Post' })
  const third = aReport(3)
  const readings = [
    aReading(
      first,
      [heron, taiwan, laos, kenya, warbler],
      [
        told(heron, taiwan, { outcome: 'compromised', period: { from: '2023-11', to: '2024-04' } }),
        told(heron, laos, { outcome: 'compromised', period: { from: '2023-11', to: '2024-04' } }),
        told(heron, kenya, {
          outcome: 'targeted',
          hedged: true,
          period: { from: '2023', to: '2023' },
        }),
        told(heron, warbler, { predicate: 'uses', period: { from: '2022' } }),
      ],
    ),
    aReading(
      second,
      [heron, adder, taiwan, kenya, energy],
      [
        told(heron, taiwan, { outcome: 'compromised', period: { from: '2023-11', to: '2024-04' } }),
        told(adder, energy, {
          outcome: 'attempted',
          period: { from: '2024-12-05', to: '2024-12-05' },
        }),
        told(adder, kenya, {
          outcome: 'targeted',
          polarity: 'denied',
          period: { from: '2024', to: '2024' },
        }),
      ],
    ),
    aReading(third, [hackers, laos], [told(hackers, laos, { outcome: 'targeted' })]),
  ]
  return caseView(readings, [first, second, third], aLog(importing(1, 2, 3)))
})()
