import type { CaseFilters } from '@core/case/case-view'
import { filterCase, isFiltering } from '@core/case/filter-case'
import { caseView } from '@core/case/fold-case'
import { describe, expect, it } from 'vitest'
import {
  aLink,
  aLog,
  anEntity,
  anEvidence,
  aPart,
  aReport,
  importing,
  rejecting,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron')
const taiwan = anEntity('country', 'Taiwan')
const laos = anEntity('country', 'Laos')
const kenya = anEntity('country', 'Kenya')
const loader = anEntity('malware', 'Reedbed')
const address = anEntity('indicator', '192.0.2.7')

const links = {
  taiwan: aLink(heron.id, taiwan.id, {
    outcome: 'compromised',
    period: { from: '2023-11', to: '2024-04' },
    evidence: [anEvidence({ outcome: 'compromised' })],
  }),
  laos: aLink(heron.id, laos.id, {
    outcome: 'targeted',
    confidence: 0.3,
    evidence: [anEvidence({ outcome: 'targeted', confidence: 0.3 })],
  }),
  kenya: aLink(heron.id, kenya.id, {
    polarity: 'denied',
    evidence: [anEvidence({ polarity: 'denied' })],
  }),
  loader: aLink(heron.id, loader.id, { predicate: 'uses' }),
}
const part = aPart(
  aReport(1, { published: '2024-06-24' }),
  [heron, taiwan, laos, kenya, loader, address],
  Object.values(links),
)
const whole = caseView([part.reading], [part.report], aLog(importing(1)))

const shownBy = (filters: CaseFilters) =>
  [...filterCase(whole, filters).links.keys()].map(
    (id) => Object.entries(links).find(([, link]) => link.id === id)?.[0],
  )

describe('filterCase', () => {
  it.each<[string, CaseFilters, readonly string[]]>([
    ['everything without a filter', {}, ['kenya', 'laos', 'taiwan', 'loader']],
    [
      'no denied links when they are switched off',
      { showDenied: false },
      ['laos', 'taiwan', 'loader'],
    ],
    [
      'links of one outcome, and those that have none to ask for',
      { outcomes: ['compromised'] },
      ['taiwan', 'loader'],
    ],
    ['links sure enough', { minConfidence: 0.5 }, ['kenya', 'taiwan', 'loader']],
    ['links with enough origins', { minOrigins: 2 }, []],
    ['links of some predicates', { predicates: ['uses'] }, ['loader']],
    ['links with such a thing at either end', { kinds: ['malware'] }, ['loader']],
    ['nothing that nobody accepted', { acceptedOnly: true }, []],
    [
      'activity before a date by its period, undated by publication',
      { until: '2024-01' },
      ['taiwan'],
    ],
    ['activity after a date', { since: '2024-05' }, ['kenya', 'laos', 'loader']],
  ])('shows %s', (_, filters, expected) => {
    expect(shownBy(filters)).toEqual(expected)
  })

  it('hides rejected links until they are asked for, and counts them then', () => {
    const view = caseView(
      [part.reading],
      [part.report],
      aLog(importing(1), rejecting(links.taiwan.id)),
    )
    expect(filterCase(view, {}).links.has(links.taiwan.id)).toBe(false)
    const shown = filterCase(view, { showRejected: true })
    expect(shown.links.has(links.taiwan.id)).toBe(true)
    expect(shown.counts).toEqual({ reports: 1, links: 3, unreviewed: 3, rejected: 1 })
  })

  it('takes an entity away with its last link, and keeps those that never had one', () => {
    const { entities, linksOf } = filterCase(whole, { predicates: ['uses'] })
    expect([...entities.keys()]).toEqual([heron.id, address.id, loader.id])
    expect(linksOf.get(heron.id)).toEqual([links.loader.id])
  })
})

describe('isFiltering', () => {
  it('does not count the request to see more', () => {
    expect([{}, { showRejected: true }, { minOrigins: 2 }].map(isFiltering)).toEqual([
      false,
      false,
      true,
    ])
  })
})
