import type { ImportFailure } from '@core/contracts/store-failure'
import type { CaseDatabase, StoredQuarantine } from './database'
import type { ImportCandidate } from './import-candidate'

/** Bytes of one file, and of all together, that are kept for another try. What is larger keeps its reason only, and says so. */
export const quarantineFileLimit = 64 * 1024 * 1024
export const quarantineTotalLimit = 1024 * 1024 * 1024

export interface QuarantinedFile {
  readonly name: string
  readonly size: number
  readonly failure: ImportFailure
  readonly at: string
  /** The file's bytes, where it could be opened. */
  readonly bytes: Blob | undefined
}

/** Keeps a file that could not be read. A store that is full or closed keeps nothing; the list of the import still tells of the file. */
export async function putIntoQuarantine(
  database: CaseDatabase,
  { name, size, failure, at, bytes }: QuarantinedFile,
): Promise<void> {
  const id = quarantineId(name, size)
  try {
    await database.transaction('rw', database.quarantine, async () => {
      const known = await database.quarantine.get(id)
      let total = 0
      if (bytes && bytes.size <= quarantineFileLimit)
        await database.quarantine.each((entry) => (total += entry.bytes ? entry.size : 0))
      const isKept =
        bytes && bytes.size <= quarantineFileLimit && total + size <= quarantineTotalLimit
      const entry: StoredQuarantine = {
        id,
        name,
        size,
        failure,
        at,
        tries: (known?.tries ?? 0) + 1,
        ...(isKept ? { bytes } : known?.bytes ? { bytes: known.bytes } : {}),
      }
      await database.quarantine.put(entry)
    })
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

/** Read at last, or dismissed. */
export async function takeOutOfQuarantine(
  database: CaseDatabase,
  ids: readonly string[],
): Promise<void> {
  await database.quarantine.bulkDelete([...ids])
}

/** For "Undo" of a dismissal. */
export async function returnToQuarantine(
  database: CaseDatabase,
  entries: readonly StoredQuarantine[],
): Promise<void> {
  await database.quarantine.bulkPut([...entries])
}

export function quarantineId(name: string, size: number): string {
  return `${name}\n${size}`
}

/** Another try; undefined where the bytes are not kept. */
export function candidateFromQuarantine({
  name,
  size,
  bytes,
}: StoredQuarantine): ImportCandidate | undefined {
  return bytes && { name, size, open: () => Promise.resolve(bytes) }
}
