import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import { useLiveQuery } from 'dexie-react-hooks'
import type { StoredUpdate, TrustedKey } from './knowledge-database'
import { knowledgeDatabase } from './knowledge-database'
import { toStoreFailure } from './to-store-failure'

export interface KnowledgeState {
  /** Oldest first; `undefined` while they load. */
  readonly updates: readonly StoredUpdate[] | undefined
  readonly keys: readonly TrustedKey[]
  readonly apply: (update: StoredUpdate) => Promise<Result<null, StoreFailure>>
  /** Takes the last update off again. */
  readonly rollBack: () => Promise<Result<null, StoreFailure>>
  readonly trust: (key: TrustedKey) => Promise<Result<null, StoreFailure>>
  readonly distrust: (key: string) => Promise<Result<null, StoreFailure>>
}

export function useKnowledge(): KnowledgeState {
  const database = knowledgeDatabase()
  const updates = useLiveQuery(() => database.updates.orderBy('id').toArray(), [database])
  const keys = useLiveQuery(() => database.keys.toArray(), [database])
  const attempt = async (write: () => Promise<unknown>): Promise<Result<null, StoreFailure>> => {
    try {
      await write()
      return succeed(null)
    } catch (error) {
      return fail(toStoreFailure(error))
    }
  }
  return {
    updates,
    keys: keys ?? [],
    apply: (update) => attempt(() => database.updates.add(update)),
    rollBack: () =>
      attempt(() =>
        database.transaction('rw', [database.updates], async () => {
          const last = await database.updates.orderBy('id').lastKey()
          if (typeof last === 'number') await database.updates.delete(last)
        }),
      ),
    trust: (key) => attempt(() => database.keys.put(key)),
    distrust: (key) => attempt(() => database.keys.delete(key)),
  }
}
