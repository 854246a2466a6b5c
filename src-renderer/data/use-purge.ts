import { purgedReports, withoutPurgedWords } from '@core/case/purge'
import type { DecideFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import { loadAuthor } from './author-repository'
import { useCaseSession } from './case-session'
import type { CaseDatabase } from './database'
import { purgeFromIssues } from './brief-repository'
import { addToLog, loadDecisions } from './decision-repository'
import type { Ids } from './ids'
import { purgedKey } from './report-repository'
import { purgeFromSearch } from './search-index'
import { toStoreFailure } from './to-store-failure'

export function usePurge(): (report: ReportId) => Promise<Result<undefined, DecideFailure>> {
  const { database, ids } = useCaseSession()
  return async (report) => {
    const author = await loadAuthor(database)
    if (author === undefined) return fail({ code: 'author-unknown' })
    return purgeReport(database, report, author, ids)
  }
}

/**
 * Removes all that the case holds of a report, the words that decisions quote of it and the issued briefs that quote it, in one
 * transaction; then what the search index has of it.
 */
export async function purgeReport(
  database: CaseDatabase,
  report: ReportId,
  author: string,
  ids: Ids,
): Promise<Result<undefined, DecideFailure>> {
  const { reports, originals, texts, readings, digests, decisions, settings } = database
  try {
    await database.transaction(
      'rw',
      [reports, originals, texts, readings, digests, decisions, settings],
      async () => {
        for (const table of [reports, originals, texts, readings, digests])
          await table.delete(report)
        await addToLog(database, author, { type: 'purge-report', report }, ids)
        const log = withoutPurgedWords(await loadDecisions(database))
        await decisions.bulkPut([...log])
        await purgeFromIssues(database, report)
        await settings.put({ key: purgedKey, value: [...purgedReports(log)] })
      },
    )
    await purgeFromSearch(database.name, report)
    return succeed(undefined)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}
