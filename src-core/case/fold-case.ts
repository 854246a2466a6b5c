import type { Decision } from '../model/decision'
import type { Reading } from '../model/reading'
import type { Report } from '../model/report'
import type { CaseView } from './case-view'
import { IncrementalFold } from './incremental-fold'

/** A report together with what was read in it. */
export interface ReadReportPart {
  readonly report: Report
  readonly reading: Reading
}

/**
 * The case as every view sees it. Pure: the same reports, readings and decisions give the same view in whatever order they
 * come. Reports without a decision that imports them are not in the case.
 */
export function caseView(
  readings: readonly Reading[],
  reports: readonly Report[],
  decisions: readonly Decision[],
): CaseView {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const parts = readings.flatMap((reading) => {
    const report = byId.get(reading.reportId)
    return report ? [{ report, reading }] : []
  })
  return createCaseFold().update({ parts, log: decisions })
}

export interface CaseChange {
  /** Reports read since the last update; one that is already known is replaced (a re-reading). */
  readonly parts?: readonly ReadReportPart[]
  /** The whole log, whenever it has grown. */
  readonly log?: readonly Decision[]
}

export interface CaseFold {
  /** Returns a new view; earlier ones stay as they are. Costs what changed, plus one copy of the view's maps. */
  update(change: CaseChange): CaseView
  readonly view: CaseView
}

/** The fold with its memory: an update gives exactly what folding everything from the start would give. */
export function createCaseFold(): CaseFold {
  return new IncrementalFold()
}
