import { digestOf } from '@core/case/digest'
import type { ReportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import type Dexie from 'dexie'

/**
 * Digests: what the fold needs of each reading, as one short text, so that a case of thousands of reports opens in a moment.
 * They are made of the readings that are there; nothing else changes.
 */
export function version2(database: Dexie): void {
  database
    .version(2)
    .stores({ digests: 'id' })
    .upgrade(async (transaction) => {
      const digests = transaction.table<{ id: ReportId; digest: string }, ReportId>('digests')
      const readings = transaction.table<Reading, ReportId>('readings')
      await readings.each((reading) => {
        // In the same transaction: what is queued here is written before the upgrade counts as done.
        void digests.put({ id: reading.reportId, digest: digestOf(reading) })
      })
    })
}
