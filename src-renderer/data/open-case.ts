import type { OpenCaseFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import Dexie from 'dexie'
import { CaseDatabase, databaseName } from './database'
import { schemaVersion } from './versions'

/** The case that a first start makes. */
export const firstCaseId = 'main'

/**
 * Opens a case, making it if there is none. A case that a newer Gnomon has written is refused before anything touches it:
 * Dexie itself would open it, and patch what looks unfamiliar.
 */
export async function openCase(caseId: string): Promise<Result<CaseDatabase, OpenCaseFailure>> {
  try {
    const found = await storedVersion(databaseName(caseId))
    if (found !== undefined && found > schemaVersion)
      return fail({ code: 'case-is-newer', found, supported: schemaVersion })
    const database = new CaseDatabase(caseId)
    await database.open()
    return succeed(database)
  } catch (error) {
    return fail({
      code: 'storage-unavailable',
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

/** Asked of the browser, not of Dexie: reading the list of databases opens none. */
async function storedVersion(name: string): Promise<number | undefined> {
  const known = await indexedDB.databases()
  const version = known.find((database) => database.name === name)?.version
  // Dexie multiplies its versions by ten.
  return version === undefined ? undefined : Math.floor(version / 10)
}

/** Removes a case that was made on trial. */
export async function deleteCase(caseId: string): Promise<void> {
  await Dexie.delete(databaseName(caseId))
}
