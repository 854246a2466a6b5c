import type { ImportFailure } from '@core/contracts/store-failure'
import type { ReportId } from '@core/model/ids'

export type ImportItemId = number

export type ImportState =
  'waiting' | 'reading' | 'read' | 'opened' | 'already-here' | 'failed' | 'cancelled'

/** One line of the import panel. */
export interface ImportItem {
  readonly id: ImportItemId
  readonly name: string
  /** Bytes; 0 until the file has been opened where only that tells. */
  readonly size: number
  readonly state: ImportState
  /** 0..1 */
  readonly progress: number
  /** `failed` only. */
  readonly failure?: ImportFailure
  /** `read` and `already-here`. */
  readonly reportId?: ReportId
  /** `read` only: links found in it. */
  readonly linkCount?: number
  /** Files inside it, each with a line of its own. */
  readonly memberCount?: number
}

export function isSettled({ state }: ImportItem): boolean {
  return state !== 'waiting' && state !== 'reading'
}

export interface ItemList {
  readonly items: () => readonly ImportItem[]
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (item: Pick<ImportItem, 'name' | 'size'>) => ImportItemId
  readonly change: (id: ImportItemId, change: Partial<Omit<ImportItem, 'id'>>) => void
  readonly clearSettled: () => void
  /** Something beside the items has changed that their listeners show. */
  readonly touch: () => void
}

/** Listeners hear of changes at most this often (ms): thousands of files must not mean thousands of renders. */
const pace = 60

/** The queue's list as an external store: `items()` is the same array until something has changed. */
export function createItemList(): ItemList {
  const byId = new Map<ImportItemId, ImportItem>()
  const listeners = new Set<() => void>()
  let snapshot: readonly ImportItem[] | undefined = []
  let lastId = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function touched(): void {
    snapshot = undefined
    timer ??= setTimeout(() => {
      timer = undefined
      for (const listener of listeners) listener()
    }, pace)
  }

  return {
    items: () => (snapshot ??= [...byId.values()]),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: ({ name, size }) => {
      lastId += 1
      byId.set(lastId, { id: lastId, name, size, state: 'waiting', progress: 0 })
      touched()
      return lastId
    },
    change: (id, change) => {
      const item = byId.get(id)
      if (!item) return
      byId.set(id, { ...item, ...change })
      touched()
    },
    touch: touched,
    clearSettled: () => {
      for (const item of [...byId.values()]) if (isSettled(item)) byId.delete(item.id)
      touched()
    },
  }
}
