import { beforeEach, describe, expect, it } from 'vitest'
import { useSelection } from '../../../src-renderer/state/selection'
import { aLink, anEntity, aReportId } from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron').id
const laos = anEntity('country', 'Laos').id
const attack = aLink(heron, laos).id
const now = () => useSelection.getState()

beforeEach(() => {
  useSelection.setState(useSelection.getInitialState())
})

describe('useSelection', () => {
  it('chooses one thing and lets go of the others', () => {
    now().select({ entities: [heron] })
    now().select({ links: [attack] })
    expect([now().entities, now().links]).toEqual([[], [attack]])
  })

  it('switches things on and off beside the rest when asked', () => {
    now().select({ entities: [heron] })
    now().select({ entities: [laos], links: [attack] }, { additive: true })
    now().select({ entities: [heron] }, { additive: true })
    expect([now().entities, now().links]).toEqual([[laos], [attack]])
  })

  it('opens a report at a sentence and keeps what is selected', () => {
    now().select({ links: [attack] })
    now().openEvidence(aReportId(1), { start: 5, end: 9 })
    expect(now().openReport).toMatchObject({ reportId: aReportId(1), span: { start: 5, end: 9 } })
    expect(now().links).toEqual([attack])
  })

  it('asks anew when the same sentence is opened again', () => {
    now().openEvidence(aReportId(1), { start: 5, end: 9 })
    const before = now().openReport?.request
    now().openEvidence(aReportId(1), { start: 5, end: 9 })
    expect(now().openReport?.request).not.toBe(before)
  })

  it('goes back step by step to where it began', () => {
    now().select({ entities: [heron] })
    now().openEvidence(aReportId(1))
    now().clearSelection()
    now().back()
    expect([now().entities, now().openReport?.reportId]).toEqual([[heron], aReportId(1)])
    now().back()
    now().back()
    now().back()
    expect([now().entities, now().openReport]).toEqual([[], undefined])
  })

  it('does not count choosing the same again as a step', () => {
    now().select({ entities: [heron] })
    now().select({ entities: [heron] })
    expect(now().backStack).toHaveLength(1)
  })
})
