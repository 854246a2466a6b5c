import { caseView } from '@core/case/fold-case'
import type { DecisionAction } from '@core/model/decision'
import { describe, expect, it } from 'vitest'
import { describeDecision } from '../../../src-renderer/messages/describe-decision'
import {
  accepting,
  aLink,
  aLog,
  anEntity,
  anEvidence,
  aPart,
  aReport,
  aReportId,
  importing,
  rejecting,
} from '../../support/case-builders'

const heron = anEntity('actor', 'Quiet Heron')
const laos = anEntity('country', 'Laos')
const attack = aLink(heron.id, laos.id, { evidence: [anEvidence({ outcome: 'compromised' })] })
const denial = aLink(heron.id, laos.id, {
  polarity: 'denied',
  evidence: [anEvidence({ hedged: true })],
  hedged: true,
})
const { reading, report } = aPart(aReport(1), [heron, laos], [attack, denial])
const view = caseView([reading], [report], aLog(importing(1)))

describe('describeDecision', () => {
  it.each<[DecisionAction, string]>([
    [accepting(attack.id), 'Accepted: Quiet Heron compromised Laos'],
    [rejecting(denial.id), 'Rejected: Quiet Heron ~ did not target Laos'],
    [importing(1), 'Imported “Report 1”'],
    [importing(1, 2), 'Imported 2 reports'],
    [{ type: 'remove-report', report: aReportId(1) }, 'Moved “Report 1” to the bin'],
    [importing(9), 'Imported a report that is not in the case now'],
  ])('tells %j', (action, sentence) => {
    expect(describeDecision(action, view)).toBe(sentence)
  })

  it('has words for a link that left the case with its report', () => {
    expect(describeDecision(accepting(attack.id), undefined)).toBe(
      'Accepted: a link whose report is no longer in the case',
    )
  })
})
