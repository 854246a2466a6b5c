import type { ReportId } from '@core/model/ids'
import type { Report } from '@core/model/report'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCaseSession } from './case-session'

/** Reports by id, also those that are not in the case now: in the bin, or with their import undone. */
export function useStoredReports(ids: readonly ReportId[]): readonly Report[] {
  const { database } = useCaseSession()
  const key = ids.join(' ')
  return (
    useLiveQuery(async () => {
      const found = await database.reports.bulkGet([...ids])
      return found.filter((report) => report !== undefined)
      // `key` stands for `ids`, whose identity changes from render to render.
    }, [database, key]) ?? noReports
  )
}

const noReports: readonly Report[] = []
