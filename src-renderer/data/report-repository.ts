import { decisionState, presentReports } from '@core/case/decisions'
import { digestOf, readingOfDigest } from '@core/case/digest'
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
  step?: string,
): Promise<Result<SaveAnswer, StoreFailure>> {
  const { report, source, reading, bytes } = output
  const { reports, originals, texts, readings, digests, decisions, settings } = database
  try {
    const answer = await database.transaction(
      'rw',
      [reports, originals, texts, readings, digests, decisions, settings],
      async (): Promise<SaveAnswer | 'purged'> => {
        if (await isPurged(database, report.id)) return 'purged'
        if ((await reports.get(report.id)) !== undefined)
          return importAgain(database, report.id, author, ids, step)
        await reports.add(report)
        await originals.add({ id: report.id, bytes })
        await texts.add({ id: report.id, source })
        await readings.add(reading)
        await digests.add({ id: report.id, digest: digestOf(reading) })
        const action = { type: 'import-reports', reports: [report.id] } as const
        await addToLog(database, author, action, ids, step)
        return 'saved'
      },
    )
    return answer === 'purged' ? fail({ code: 'purged' }) : succeed(answer)
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
  step?: string,
): Promise<Result<SaveAnswer | undefined, StoreFailure>> {
  try {
    const answer = await database.transaction(
      'rw',
      [database.reports, database.decisions, database.settings],
      async () => {
        if ((await database.reports.get(id)) === undefined) return undefined
        return importAgain(database, id, author, ids, step)
      },
    )
    return succeed(answer)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

/** Above this, one sweep over a whole table is faster than asking for each row. */
const sweepFrom = 300

/** Reports with what the fold needs of their readings; those that are not stored are left out. */
export async function loadReadReports(
  database: CaseDatabase,
  wanted: readonly ReportId[],
): Promise<readonly ReadReportPart[]> {
  if (wanted.length === 0) return []
  const { reports: reportTable, digests: digestTable } = database
  const [reports, digests] = await database.transaction('r', [reportTable, digestTable], () =>
    wanted.length >= sweepFrom
      ? Promise.all([reportTable.toArray(), digestTable.toArray()])
      : Promise.all([reportTable.bulkGet([...wanted]), digestTable.bulkGet([...wanted])]),
  )
  const digestOfReport = new Map(digests.flatMap((row) => (row ? [[row.id, row.digest]] : [])))
  const isWanted = new Set(wanted)
  return reports.flatMap((report) => {
    const digest = report && isWanted.has(report.id) ? digestOfReport.get(report.id) : undefined
    return report && digest !== undefined ? [{ report, reading: readingOfDigest(digest) }] : []
  })
}

/** Reports that were purged: kept apart from the log, which is long, because every import asks. */
export const purgedKey = 'purged'

async function isPurged({ settings }: CaseDatabase, id: ReportId): Promise<boolean> {
  const value = (await settings.get(purgedKey))?.value
  return Array.isArray(value) && value.includes(id)
}

async function importAgain(
  database: CaseDatabase,
  id: ReportId,
  author: string,
  ids: Ids,
  step: string | undefined,
): Promise<SaveAnswer> {
  const { effective } = decisionState(await loadDecisions(database))
  if (presentReports(effective).has(id)) return 'already-here'
  await addToLog(database, author, { type: 'import-reports', reports: [id] }, ids, step)
  return 'saved'
}
