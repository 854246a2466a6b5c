import type { CaseView } from '@core/case/case-view'
import { tlpMarkings } from '@core/model/report'
import type { TlpMarking } from '@core/model/report'

/** The strictest marking among the reports; a brief that rests on them may not be marked below it. */
export function highestMarking(view: Pick<CaseView, 'reports'>): TlpMarking {
  let highest: TlpMarking = 'TLP:CLEAR'
  for (const { tlp } of view.reports.values())
    if (tlp && tlpMarkings.indexOf(tlp) > tlpMarkings.indexOf(highest)) highest = tlp
  return highest
}
