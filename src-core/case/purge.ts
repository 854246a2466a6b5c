import type { Decision, DecisionAction } from '../model/decision'
import type { ReportId } from '../model/ids'

/** Reports that were purged in this log: nothing of them may come in again. */
export function purgedReports(log: readonly Decision[]): ReadonlySet<ReportId> {
  const purged = new Set<ReportId>()
  for (const { action } of log) if (action.type === 'purge-report') purged.add(action.report)
  return purged
}

/**
 * The log without the words of purged reports: decisions that carry some (notes on it, names marked in it, corrected titles)
 * keep their place, author and hour and lose what they said. The same decisions otherwise, so that two cases that purge the
 * same still become one.
 */
export function withoutPurgedWords(log: readonly Decision[]): readonly Decision[] {
  const purged = purgedReports(log)
  if (purged.size === 0) return log
  return log.map((decision) => {
    const report = reportQuotedBy(decision.action)
    if (report === undefined || !purged.has(report)) return decision
    return { ...decision, action: { type: 'purged', what: decision.action.type, report } }
  })
}

/** The report whose words a decision holds. */
function reportQuotedBy(action: DecisionAction): ReportId | undefined {
  switch (action.type) {
    case 'add-mention':
    case 'add-link':
    case 'edit-report':
      return action.report
    case 'note':
      return action.about.type === 'report' ? action.about.id : undefined
    default:
      return undefined
  }
}
