import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useCaseSession } from './case-session'
import { loadSavedViews, removeView, saveView } from './saved-views-repository'
import type { SavedView } from './saved-views-repository'

export interface SavedViews {
  readonly views: readonly SavedView[]
  readonly save: (view: SavedView) => Promise<Result<undefined, StoreFailure>>
  readonly remove: (name: string) => Promise<Result<undefined, StoreFailure>>
}

/** The case's filters with names. */
export function useSavedViews(): SavedViews {
  const { database } = useCaseSession()
  const views = useLiveQuery(() => loadSavedViews(database), [database]) ?? noViews
  return useMemo(
    () => ({
      views,
      save: (view) => saveView(database, view),
      remove: (name) => removeView(database, name),
    }),
    [database, views],
  )
}

const noViews: readonly SavedView[] = []
