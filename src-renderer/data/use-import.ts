import { useSyncExternalStore } from 'react'
import { useCaseSession } from './case-session'
import type { ImportItem } from './import-items'
import type { ImportQueue } from './import-queue'

export interface Import extends Pick<
  ImportQueue,
  'importFiles' | 'cancel' | 'cancelAll' | 'clearFinished' | 'pause' | 'goOn'
> {
  readonly items: readonly ImportItem[]
  readonly isPaused: boolean
}

export function useImport(): Import {
  const { importQueue } = useCaseSession()
  const items = useSyncExternalStore(importQueue.subscribe, importQueue.items)
  const { importFiles, cancel, cancelAll, clearFinished, pause, goOn, isPaused } = importQueue
  return { items, importFiles, cancel, cancelAll, clearFinished, pause, goOn, isPaused: isPaused() }
}
