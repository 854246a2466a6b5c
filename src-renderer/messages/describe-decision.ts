import type { CaseView } from '@core/case/case-view'
import { assertNever } from '@core/lib/assert'
import type { DecisionAction, LinkChange, NoteSubject } from '@core/model/decision'
import type { EntityId, ReportId } from '@core/model/ids'
import { describeLinkId, verbOf } from './describe-link'

/** A step of the history in words: "Accepted: Flax Typhoon compromised Taiwan". */
export function describeDecision(action: DecisionAction, view: CaseView | undefined): string {
  switch (action.type) {
    case 'accept-link':
      return `Accepted: ${describeLinkId(action.link, view)}`
    case 'reject-link':
      return `Rejected: ${describeLinkId(action.link, view)}`
    case 'edit-link':
      return `Corrected ${changeWords(action.change, view)}: ${describeLinkId(action.link, view)}`
    case 'grade-link':
      return `Graded ${action.credibility}: ${describeLinkId(action.link, view)}`
    case 'import-reports':
      return action.reports.length === 1
        ? `Imported ${action.reports.map((id) => titleOf(id, view)).join()}`
        : `Imported ${action.reports.length} reports`
    case 'remove-report':
      return `Moved ${titleOf(action.report, view)} to the bin`
    case 'edit-report':
      return `Corrected ${Object.keys(action.change).join(', ')} of ${titleOf(action.report, view)}`
    case 'grade-report':
      return `Graded ${titleOf(action.report, view)} ${action.reliability}`
    case 'merge-entities':
      return `Merged ${action.from.map((id) => nameOf(id, view)).join(', ')} into ${nameOf(action.into, view)}`
    case 'keep-apart':
      return `Kept apart ${action.entities.map((id) => nameOf(id, view)).join(' and ')}`
    case 'rename-entity':
      return `Renamed ${keyOf(action.entity)} to ${action.name}`
    case 'move-name':
      return `Moved the name ${action.name} from ${nameOf(action.entity, view)} to ${action.toName}`
    case 'add-mention':
      return `Marked “${action.surface}” as ${action.name}`
    case 'add-link':
      return `Drew ${nameOf(action.source, view)} ${verbOf(action)} ${nameOf(action.target, view)}`
    case 'note':
      return `Note on ${subjectWords(action.about, view)}: ${shortened(action.text)}`
    case 'checkpoint':
      return `Checkpoint “${action.name}”`
    case 'jump':
      return `Went back to ${action.name}`
    case 'revoke':
      return action.decisions.length === 1
        ? 'Took an earlier decision back'
        : `Took ${action.decisions.length} earlier decisions back`
    case 'purge-report':
      return `Purged the report ${action.report.slice(0, 12)}…`
    case 'purged':
      return `A decision (${action.what}) whose words were purged`
    case 'undo':
      return 'Undid a step'
    case 'redo':
      return 'Redid a step'
    default:
      return assertNever(action)
  }
}

/** "outcome and period". */
function changeWords(change: LinkChange, view: CaseView | undefined): string {
  const words = Object.entries(change).map(([field, value]) => {
    if (field === 'target' || field === 'source')
      // The ends of a change are entity ids by type.
      return `${field === 'target' ? 'victim' : 'actor'} to ${nameOf(value as EntityId, view)}`
    if (field === 'predicate') return 'kind'
    if (field === 'hedged') return 'hedge'
    return typeof value === 'string' ? `${field} to ${value}` : field
  })
  return words.join(' and ')
}

function subjectWords(about: NoteSubject, view: CaseView | undefined): string {
  switch (about.type) {
    case 'case':
      return 'the case'
    case 'entity':
      return nameOf(about.id, view)
    case 'link':
      return describeLinkId(about.id, view)
    case 'report':
      return titleOf(about.id, view)
    default:
      return assertNever(about)
  }
}

function nameOf(id: EntityId, view: CaseView | undefined): string {
  const shown = view?.entities.get(id)
  if (shown) return shown.merged?.members.find((member) => member.id === id)?.name ?? shown.name
  return keyOf(id)
}

function keyOf(id: EntityId): string {
  return id.slice(id.indexOf(':') + 1).replaceAll('-', ' ')
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function titleOf(id: ReportId, view: CaseView | undefined): string {
  const title = view?.reports.get(id)?.title
  return title === undefined ? 'a report that is not in the case now' : `“${title}”`
}
