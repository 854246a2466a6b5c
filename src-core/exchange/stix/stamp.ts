import type { ExportMaterial } from '../export-material'
import { strictestMarking } from '../export-material'
import type { ReportId } from '../../model/ids'
import { toInstant } from './instants'
import { producerId } from './stix-ids'
import { tlpMarkingId } from './tlp-markings'

/** What the reports behind an object say of its age and its marking. */
export interface Stamp {
  /** The day on which the oldest of these reports came out, else was imported. */
  readonly since: (reports: readonly ReportId[]) => string
  readonly version: (reports: readonly ReportId[]) => {
    readonly created_by_ref: string
    readonly created: string
    readonly modified: string
  }
  /** The strictest marking of the reports, because the object tells what they tell. */
  readonly marking: (reports: readonly ReportId[]) => {
    readonly object_marking_refs?: readonly string[]
  }
}

/** `modified` is the instant of the export: a consumer that has an older one takes the newer. */
export function createStamp({ view, at }: ExportMaterial): Stamp {
  const modified = toInstant(at) ?? '1970-01-01T00:00:00.000Z'
  const since = (reports: readonly ReportId[]) => {
    const days = reports.flatMap((id) => {
      const report = view.reports.get(id)
      return report ? (toInstant(report.published ?? report.importedAt) ?? []) : []
    })
    const oldest = days.toSorted()[0] ?? modified
    return oldest < modified ? oldest : modified
  }
  return {
    since,
    version: (reports) => ({ created_by_ref: producerId, created: since(reports), modified }),
    marking: (reports) => {
      const marking = strictestMarking(view, reports)
      return marking === undefined ? {} : { object_marking_refs: [tlpMarkingId(marking)] }
    },
  }
}
