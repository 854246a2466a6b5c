import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useCaseSession } from './case-session'
import type { StoredQuarantine } from './database'
import {
  candidateFromQuarantine,
  returnToQuarantine,
  takeOutOfQuarantine,
} from './quarantine-repository'

export interface Quarantine {
  /** The newest first; undefined until they are loaded. */
  readonly entries: readonly StoredQuarantine[] | undefined
  /** Tries those whose bytes are kept again; answers with how many. */
  readonly retry: (entries: readonly StoredQuarantine[]) => number
  readonly dismiss: (entries: readonly StoredQuarantine[]) => Promise<void>
  /** Takes a dismissal back. */
  readonly bringBack: (entries: readonly StoredQuarantine[]) => Promise<void>
}

export function useQuarantine(): Quarantine {
  const { database, importQueue } = useCaseSession()
  const entries = useLiveQuery(
    async () =>
      (await database.quarantine.toArray()).toSorted(
        (a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0) || (a.name < b.name ? -1 : 1),
      ),
    [database],
  )
  const actions = useMemo(
    () => ({
      retry: (chosen: readonly StoredQuarantine[]) => {
        const files = chosen.flatMap((entry) => candidateFromQuarantine(entry) ?? [])
        if (files.length > 0) importQueue.importFiles(files)
        return files.length
      },
      dismiss: (chosen: readonly StoredQuarantine[]) =>
        takeOutOfQuarantine(
          database,
          chosen.map(({ id }) => id),
        ),
      bringBack: (chosen: readonly StoredQuarantine[]) => returnToQuarantine(database, chosen),
    }),
    [database, importQueue],
  )
  return { entries, ...actions }
}
