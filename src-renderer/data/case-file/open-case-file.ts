import { decisionState } from '@core/case/decisions'
import { headsOf } from '@core/case/log-order'
import { mergeLogs } from '@core/case/merge-logs'
import { purgedReports } from '@core/case/purge'
import type { CaseFileFailure, CaseFileSummary } from '@core/case-file/format'
import { ignoreRows } from '@core/case-file/read-case-file'
import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { Decision } from '@core/model/decision'
import type { ReportId } from '@core/model/ids'
import Dexie from 'dexie'
import { CaseDatabase, databaseName } from '../database'
import { headsKey, loadDecisions } from '../decision-repository'
import { purgedKey } from '../report-repository'
import { toStoreFailure } from '../to-store-failure'
import { readCaseBlob } from './case-file-blob'
import { RowWriter } from './row-writer'

export type OpenFileFailure = CaseFileFailure | StoreFailure

/** Looks at a case file without taking anything in: what it is, and that it is sound. */
export function inspectCaseFile(
  blob: Blob,
  passphrase: string | undefined,
): Promise<Result<CaseFileSummary, CaseFileFailure>> {
  return readCaseBlob(blob, ignoreRows, passphrase)
}

/** Makes a case of its own out of a case file, beside the open one: whole, or nothing of it stays. */
export async function restoreCase(
  blob: Blob,
  caseId: string,
  passphrase: string | undefined,
): Promise<Result<CaseFileSummary, OpenFileFailure>> {
  const database = new CaseDatabase(caseId)
  try {
    const writer = new RowWriter(database, () => true, true)
    const read = await readCaseBlob(blob, writer, passphrase)
    if (read.ok) {
      await writer.flush()
      await storeLog(database, writer.decisions, headsOf(writer.decisions))
      database.close()
      return read
    }
    await discard(database, caseId)
    return read
  } catch (error) {
    await discard(database, caseId)
    return fail(toStoreFailure(error))
  }
}

export interface CaseMerge {
  readonly summary: CaseFileSummary
  readonly addedReports: number
  readonly addedDecisions: number
  readonly conflicts: number
}

/**
 * Takes another case's reports and decisions into this one. The file is read twice: first to its end, to see that it is sound
 * and what it decides; then for the reports that are not here. The decisions come last, in one transaction: before it nothing
 * of the other case shows.
 */
export async function mergeCaseFile(
  database: CaseDatabase,
  blob: Blob,
  passphrase: string | undefined,
): Promise<Result<CaseMerge, OpenFileFailure>> {
  try {
    const log: Decision[] = []
    const first = await readCaseBlob(
      blob,
      {
        ...ignoreRows,
        row: (row) => {
          if (row.entry === 'decisions') log.push(row.value)
          return Promise.resolve()
        },
      },
      passphrase,
    )
    if (!first.ok) return first
    const known = new Set(await database.reports.toCollection().primaryKeys())
    const gone = purgedReports([...(await loadDecisions(database)), ...log])
    const added = new Set<ReportId>()
    const wants = (id: ReportId) => {
      if (known.has(id) || gone.has(id)) return false
      added.add(id)
      return true
    }
    const writer = new RowWriter(database, wants, false)
    const second = await readCaseBlob(blob, writer, passphrase)
    if (!second.ok) return second
    await writer.flush()
    const merged = await database.transaction('rw', database.tables, async () => {
      const result = mergeLogs(await loadDecisions(database), log)
      await storeLogHere(database, result.log, result.heads)
      for (const id of gone) await forget(database, id)
      return result
    })
    return succeed({
      summary: first.value,
      addedReports: added.size,
      addedDecisions: merged.added.length,
      conflicts: decisionState(merged.log).conflicts.length,
    })
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

function storeLog(
  database: CaseDatabase,
  log: readonly Decision[],
  heads: ReturnType<typeof headsOf>,
): Promise<void> {
  return database.transaction('rw', [database.decisions, database.settings], () =>
    storeLogHere(database, log, heads),
  )
}

/** Inside a transaction. Only a merge ever writes the log anew, and every decision keeps its id, author, hour and words. */
async function storeLogHere(
  { decisions, settings }: CaseDatabase,
  log: readonly Decision[],
  heads: ReturnType<typeof headsOf>,
): Promise<void> {
  await decisions.clear()
  await decisions.bulkAdd([...log])
  if (heads.length > 1) await settings.put({ key: headsKey, value: heads })
  const purged = [...purgedReports(log)]
  if (purged.length > 0) await settings.put({ key: purgedKey, value: purged })
}

async function forget(database: CaseDatabase, id: ReportId): Promise<void> {
  const { reports, originals, texts, readings, digests } = database
  for (const table of [reports, originals, texts, readings, digests]) await table.delete(id)
}

async function discard(database: CaseDatabase, caseId: string): Promise<void> {
  database.close()
  await Dexie.delete(databaseName(caseId))
}
