import { decisionState, presentReports } from '@core/case/decisions'
import type { ReadReportPart } from '@core/case/fold-case'
import type { StoreFailure } from '@core/contracts/store-failure'
import type { ReadFileOutput } from '@core/contracts/worker-tasks'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import type { CaseDatabase } from './database'
import { addToLog, loadDecisions } from './decision-repository'
import type { Ids } from './ids'
import { toStoreFailure } from './to-store-failure'

export type SaveAnswer = 'saved' | 'already-here'

/** Stores a report with its bytes, text, reading and the decision that imports it: all of it, or nothing. */
export async function saveReport(
  database: CaseDatabase,
  output: ReadFileOutput,
  author: string,
  ids: Ids,
): Promise<Result<SaveAnswer, StoreFailure>> {
  const { report, source, reading, bytes } = output
  const { reports, originals, texts, readings, decisions } = database
  try {
    const answer = await database.transaction(
      'rw',
      [reports, originals, texts, readings, decisions],
      async (): Promise<SaveAnswer> => {
        if ((await reports.get(report.id)) !== undefined)
          return importAgain(database, report.id, author, ids)
        await reports.add(report)
        await originals.add({ id: report.id, bytes })
        await texts.add({ id: report.id, source })
        await readings.add(reading)
        await addToLog(database, author, { type: 'import-reports', reports: [report.id] }, ids)
        return 'saved'
      },
    )
    return succeed(answer)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

/**
 * For bytes that are stored already: nothing to do when the report is in the case; when its import was undone or it was
 * removed, one decision brings it back. `undefined`: these bytes are new.
 */
export async function bringBackReport(
  database: CaseDatabase,
  id: ReportId,
  author: string,
  ids: Ids,
): Promise<Result<SaveAnswer | undefined, StoreFailure>> {
  try {
    const answer = await database.transaction(
      'rw',
      [database.reports, database.decisions],
      async () => {
        if ((await database.reports.get(id)) === undefined) return undefined
        return importAgain(database, id, author, ids)
      },
    )
    return succeed(answer)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

/** Reports with their readings; those that are not stored are left out. */
export async function loadReadReports(
  database: CaseDatabase,
  wanted: readonly ReportId[],
): Promise<readonly ReadReportPart[]> {
  const [reports, readings] = await database.transaction(
    'r',
    [database.reports, database.readings],
    () =>
      Promise.all([database.reports.bulkGet([...wanted]), database.readings.bulkGet([...wanted])]),
  )
  return reports.flatMap((report, place) => {
    const reading = readings[place]
    return report && reading ? [{ report, reading }] : []
  })
}

async function importAgain(
  database: CaseDatabase,
  id: ReportId,
  author: string,
  ids: Ids,
): Promise<SaveAnswer> {
  const { effective } = decisionState(await loadDecisions(database))
  if (presentReports(effective).has(id)) return 'already-here'
  await addToLog(database, author, { type: 'import-reports', reports: [id] }, ids)
  return 'saved'
}
