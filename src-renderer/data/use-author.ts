import type { StoreFailure } from '@core/contracts/store-failure'
import type { Result } from '@core/lib/result'
import { useLiveQuery } from 'dexie-react-hooks'
import { loadAuthor, saveAuthor } from './author-repository'
import { useCaseSession } from './case-session'

/** The analyst's initials, asked for at the first decision. */
export function useAuthor(): {
  readonly author: string | undefined
  readonly setAuthor: (initials: string) => Promise<Result<undefined, StoreFailure>>
} {
  const { database } = useCaseSession()
  const author = useLiveQuery(() => loadAuthor(database), [database])
  return { author, setAuthor: (initials) => saveAuthor(database, initials) }
}
