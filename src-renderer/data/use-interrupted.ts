import { useCallback, useEffect, useState } from 'react'
import { useCaseSession } from './case-session'
import type { StoredPending } from './database'
import { candidateFromPending } from './import-journal'
import type { Interrupted } from './import-journal'
import { putIntoQuarantine } from './quarantine-repository'

export interface InterruptedImport extends Interrupted {
  /** Reads what can be read; of the rest only the names were known. */
  readonly goOn: () => Promise<void>
  readonly discard: () => Promise<void>
}

/** Begun so often, a file is held for what ended the window, and waits in Quarantine instead of ending it again. */
const mostStarts = 2

/** What an import that a crash or a closed window ended has left unread; undefined where there is nothing. */
export function useInterrupted(): InterruptedImport | undefined {
  const { journal, database, importQueue, ids } = useCaseSession()
  const [found, setFound] = useState<Interrupted>()
  useEffect(() => {
    let isGone = false
    journal.interrupted().then(
      (interrupted) => {
        if (!isGone) setFound(interrupted)
      },
      // The case itself cannot be read then, and says so elsewhere.
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [journal])

  const strike = useCallback(
    async (rows: readonly StoredPending[]) => {
      await journal.discard(rows.map(({ place }) => place))
      setFound(undefined)
    },
    [journal],
  )
  if (!found || found.readable.length + found.lost.length === 0) return undefined
  const all = [...found.readable, ...found.lost]
  return {
    ...found,
    discard: () => strike(all),
    goOn: async () => {
      const suspects = found.readable.filter(({ starts }) => starts >= mostStarts)
      for (const { name, size, bytes } of suspects)
        await putIntoQuarantine(database, {
          name,
          size: bytes?.size ?? size,
          failure: { code: 'crashed', detail: 'the window ended twice while it was read' },
          at: ids.now(),
          bytes,
        })
      const rest = found.readable.filter((row) => !suspects.includes(row))
      importQueue.importFiles(rest.flatMap((row) => candidateFromPending(row) ?? []))
      await strike(all)
    },
  }
}
