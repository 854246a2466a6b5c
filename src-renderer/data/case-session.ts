import { createContext, useContext } from 'react'
import { maxArchiveBytes, maxPdfBytes } from '@core/import/limits'
import { assertPresent } from '@core/lib/assert'
import type { CaseSource } from './case-view-source'
import { createCaseSource } from './case-view-source'
import type { CaseDatabase } from './database'
import type { Ids } from './ids'
import { browserIds } from './ids'
import type { ImportQueue, ReadFile } from './import-queue'
import { createImportQueue } from './import-queue'

/** One open case with everything that lives as long as it is open. */
export interface CaseSession {
  readonly database: CaseDatabase
  readonly source: CaseSource
  readonly importQueue: ImportQueue
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
}

/** Above the largest that any format reads, a file is refused before its bytes are loaded. */
const defaultMaximumBytes = Math.max(maxArchiveBytes, maxPdfBytes)

export function createCaseSession(options: CaseSessionOptions): CaseSession {
  const { database, readFile, cores, onError, ids = browserIds } = options
  const source = createCaseSource(database, onError)
  const importQueue = createImportQueue({
    database,
    readFile,
    ids,
    lanes: cores >= 3 ? 2 : 1,
    maximumBytes: options.maximumBytes ?? defaultMaximumBytes,
  })
  const close = () => {
    importQueue.cancelAll()
    source.close()
    database.close()
  }
  return { database, source, importQueue, ids, close }
}

/** `<CaseSessionContext value={session}>` around everything that shows the case. */
export const CaseSessionContext = createContext<CaseSession | undefined>(undefined)

export function useCaseSession(): CaseSession {
  return assertPresent(useContext(CaseSessionContext), 'an open case around this component')
}
