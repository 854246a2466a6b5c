import type { ReportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import type { SourceText } from '@core/model/source-text'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCaseSession } from './case-session'

export interface OpenReport {
  readonly report: Report
  readonly source: SourceText
  readonly reading: Reading
}

/** A report with its text and reading; `undefined` while it loads, without an id, or when it is not stored. */
export function useReport(id: ReportId | undefined): OpenReport | undefined {
  const { database } = useCaseSession()
  const found = useLiveQuery(async () => {
    if (id === undefined) return undefined
    const [report, text, reading] = await Promise.all([
      database.reports.get(id),
      database.texts.get(id),
      database.readings.get(id),
    ])
    return report && text && reading ? { report, source: text.source, reading } : undefined
  }, [database, id])
  // For a moment after a change of id the query still answers for the one before.
  return found?.report.id === id ? found : undefined
}
