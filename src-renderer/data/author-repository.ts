import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { CaseDatabase } from './database'
import { toStoreFailure } from './to-store-failure'

/** The analyst's initials, as given at the first decision; `undefined` before that. */
export async function loadAuthor(database: CaseDatabase): Promise<string | undefined> {
  const value = (await database.settings.get('author'))?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

export async function saveAuthor(
  database: CaseDatabase,
  initials: string,
): Promise<Result<undefined, StoreFailure>> {
  try {
    await database.settings.put({ key: 'author', value: initials.trim().slice(0, 12) })
    return succeed(undefined)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}
