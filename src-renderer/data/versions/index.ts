import type Dexie from 'dexie'
import { version1 } from './version-1'
import { version2 } from './version-2'
import { version3 } from './version-3'

/** Every version of the store ever released, oldest first. Append only: what is in the field is never edited. */
const versions: readonly ((database: Dexie) => void)[] = [version1, version2, version3]

/** The version of the store that this build reads and writes. */
export const schemaVersion = versions.length

export function declareVersions(database: Dexie): void {
  for (const declare of versions) declare(database)
}
