import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { CaseDatabase, StoredLayout } from './database'
import { toStoreFailure } from './to-store-failure'

export async function saveLayout(
  database: CaseDatabase,
  layout: StoredLayout,
): Promise<Result<undefined, StoreFailure>> {
  try {
    await database.layouts.put(layout)
    return succeed(undefined)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}
