import type { CaseEvidence, CaseReport, CaseView } from '../case/case-view'
import type { ReportId } from '../model/ids'
import type { TlpMarking } from '../model/report'
import { tlpMarkings } from '../model/report'

/** What every exporter is given. Pure data: the same material gives the same bytes. */
export interface ExportMaterial {
  /** As the filters let it through (`selectForExport`), or the whole case. */
  readonly view: CaseView
  /** The stored text that spans index; undefined where it is not at hand. */
  readonly textOf: (report: ReportId) => string | undefined
  /** ISO 8601 instant of the export: what consumers take for the version of what they get. */
  readonly at: string
  /** "Gnomon 0.1.0" */
  readonly producer: string
}

/** The sentence that a piece of evidence points at, on one line; undefined where the text is not at hand. */
export function quoteOf(
  { textOf }: Pick<ExportMaterial, 'textOf'>,
  { report, start, end }: Pick<CaseEvidence, 'report' | 'start' | 'end'>,
): string | undefined {
  const quote = textOf(report)?.slice(start, end).replace(/\s+/g, ' ').trim()
  return quote === '' ? undefined : quote
}

/** The strictest marking among these reports; undefined where none is marked. */
export function strictestMarking(
  view: CaseView,
  reports: readonly ReportId[],
): TlpMarking | undefined {
  let strictest = -1
  for (const id of reports) {
    const tlp = view.reports.get(id)?.tlp
    if (tlp !== undefined) strictest = Math.max(strictest, tlpMarkings.indexOf(tlp))
  }
  return tlpMarkings[strictest]
}

/** How a report is called where one line must do: its publisher and title. */
export function sourceWords({ publisher, title }: Pick<CaseReport, 'publisher' | 'title'>): string {
  return publisher === undefined ? title : `${publisher}: ${title}`
}
