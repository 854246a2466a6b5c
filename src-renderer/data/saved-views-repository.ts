import type { CaseFilters } from '@core/case/case-view'
import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { CaseDatabase } from './database'
import { toStoreFailure } from './to-store-failure'

/** A filter with a name, and the view in which it was saved. */
export interface SavedView {
  readonly name: string
  /** Checked where it is put in force (`checkFilters`). */
  readonly filters: CaseFilters
  readonly view: string
}

const key = 'saved-views'

/** In the order of their names. */
export async function loadSavedViews(database: CaseDatabase): Promise<readonly SavedView[]> {
  const stored = (await database.settings.get(key))?.value
  return Array.isArray(stored) ? stored.filter(isSavedView) : []
}

/** A name that is taken already gets the new filter. */
export async function saveView(
  database: CaseDatabase,
  view: SavedView,
): Promise<Result<undefined, StoreFailure>> {
  return change(database, (all) => [...all.filter(({ name }) => name !== view.name), view])
}

export async function removeView(
  database: CaseDatabase,
  name: string,
): Promise<Result<undefined, StoreFailure>> {
  return change(database, (all) => all.filter((view) => view.name !== name))
}

async function change(
  database: CaseDatabase,
  next: (all: readonly SavedView[]) => readonly SavedView[],
): Promise<Result<undefined, StoreFailure>> {
  try {
    await database.transaction('rw', database.settings, async () => {
      const views = next(await loadSavedViews(database))
      const value = views.toSorted((a, b) => collator.compare(a.name, b.name))
      await database.settings.put({ key, value })
    })
    return succeed(undefined)
  } catch (error) {
    return fail(toStoreFailure(error))
  }
}

const collator = new Intl.Collator('en', { numeric: true })

function isSavedView(stored: unknown): stored is SavedView {
  if (typeof stored !== 'object' || stored === null) return false
  const fields = new Map<string, unknown>(Object.entries(stored))
  return (
    typeof fields.get('name') === 'string' &&
    typeof fields.get('view') === 'string' &&
    typeof fields.get('filters') === 'object'
  )
}
