import { createContext, useContext } from 'react'
import { maxArchiveBytes, maxPdfBytes } from '@core/import/limits'
import { assertPresent } from '@core/lib/assert'
import type { CaseSource } from './case-view-source'
import { createCaseSource } from './case-view-source'
import type { CaseDatabase } from './database'
import type { Ids } from './ids'
import { browserIds } from './ids'
import type { ImportCandidate } from './import-candidate'
import type { ImportQueue, ReadFile } from './import-queue'
import { createImportJournal, type ImportJournal } from './import-journal'
import { createImportQueue } from './import-queue'
import { claimOwner } from './window-owner'

/** One open case with everything that lives as long as it is open. */
export interface CaseSession {
  readonly database: CaseDatabase
  readonly source: CaseSource
  readonly importQueue: ImportQueue
  readonly journal: ImportJournal
  readonly ids: Ids
  readonly close: () => void
}

export interface CaseSessionOptions {
  readonly database: CaseDatabase
  readonly readFile: ReadFile
  /** `navigator.hardwareConcurrency`: two files at a time where the machine has the cores. */
  readonly cores: number
  /** A case that can no longer be read: shown, never swallowed. */
  readonly onError: (error: unknown) => void
  readonly ids?: Ids
  readonly maximumBytes?: number
  readonly onKnowledgeFile?: (file: ImportCandidate) => void
}

/** Above the largest that any format reads, a file is refused before its bytes are loaded. */
const defaultMaximumBytes = Math.max(maxArchiveBytes, maxPdfBytes)

export function createCaseSession(options: CaseSessionOptions): CaseSession {
  const { database, readFile, cores, onError, ids = browserIds } = options
  const source = createCaseSource(database, onError)
  // Ids of decisions count in tests; a window's name must differ from window to window.
  const owner = claimOwner(crypto.randomUUID(), lockManager())
  const journal = createImportJournal({ database, ...owner })
  const importQueue = createImportQueue({
    database,
    journal,
    readFile,
    ids,
    lanes: cores >= 3 ? 2 : 1,
    maximumBytes: options.maximumBytes ?? defaultMaximumBytes,
    ...(options.onKnowledgeFile ? { onKnowledgeFile: options.onKnowledgeFile } : {}),
  })
  const close = () => {
    // What is not read stays in the journal: the next window offers to go on.
    journal.suspend()
    importQueue.cancelAll()
    source.close()
    database.close()
  }
  return { database, source, importQueue, journal, ids, close }
}

/** Where there are none (old engines, tests), no other window is taken to live. */
function lockManager(): LockManager | undefined {
  return 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : undefined
}

/** `<CaseSessionContext value={session}>` around everything that shows the case. */
export const CaseSessionContext = createContext<CaseSession | undefined>(undefined)

export function useCaseSession(): CaseSession {
  return assertPresent(useContext(CaseSessionContext), 'an open case around this component')
}
