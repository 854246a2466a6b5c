import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import { useCaseSession } from './case-session'
import { saveLayout } from './layout-repository'

export interface Layout {
  /** By node id; `undefined` while it loads, empty when nothing was ever saved. */
  readonly positions: Positions | undefined
  /** Nodes that a person has put in their place. */
  readonly pinned: ReadonlySet<string>
  /** Replaces the whole layout of this picture. */
  readonly savePositions: (
    positions: Positions,
    pinned?: ReadonlySet<string>,
  ) => Promise<Result<undefined, StoreFailure>>
}

type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Where things stand in one picture of this case; `id` names the picture. Positions are the analyst's, never recomputed unasked. */
export function useLayout(id = 'graph'): Layout {
  const { database } = useCaseSession()
  const stored = useLiveQuery(
    async () => (await database.layouts.get(id)) ?? { id, positions: noPositions, pinned: noPins },
    [database, id],
  )
  const savePositions = useCallback(
    (positions: Positions, pinned: ReadonlySet<string> = noPins) =>
      saveLayout(database, { id, positions, pinned }),
    [database, id],
  )
  return { positions: stored?.positions, pinned: stored?.pinned ?? noPins, savePositions }
}

const noPositions: Positions = new Map()
const noPins: ReadonlySet<string> = new Set()
