import type { CaseView } from '@core/case/case-view'
import { assertNever } from '@core/lib/assert'
import type { DecisionAction } from '@core/model/decision'
import type { ReportId } from '@core/model/ids'
import { describeLinkId } from './describe-link'

/** A step of the history in words: "Accepted: Flax Typhoon compromised Taiwan". */
export function describeDecision(action: DecisionAction, view: CaseView | undefined): string {
  switch (action.type) {
    case 'accept-link':
      return `Accepted: ${describeLinkId(action.link, view)}`
    case 'reject-link':
      return `Rejected: ${describeLinkId(action.link, view)}`
    case 'import-reports':
      return action.reports.length === 1
        ? `Imported ${action.reports.map((id) => titleOf(id, view)).join()}`
        : `Imported ${action.reports.length} reports`
    case 'remove-report':
      return `Removed ${titleOf(action.report, view)}`
    case 'undo':
      return 'Undid a step'
    case 'redo':
      return 'Redid a step'
    default:
      return assertNever(action)
  }
}

function titleOf(id: ReportId, view: CaseView | undefined): string {
  const title = view?.reports.get(id)?.title
  return title === undefined ? 'a report that is not in the case now' : `“${title}”`
}
