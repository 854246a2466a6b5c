import { useLiveQuery } from 'dexie-react-hooks'
import { useCaseSession } from './case-session'

/** When this case was last backed up and read back; `undefined` while it loads, `null`: never. */
export function useLastBackup(): { readonly at: string; readonly file: string } | null | undefined {
  const { database } = useCaseSession()
  return useLiveQuery(async () => {
    const value = (await database.settings.get('last-backup'))?.value
    if (typeof value !== 'object' || value === null) return null
    const { at, file } = { at: undefined, file: undefined, ...value }
    return typeof at === 'string' && typeof file === 'string' ? { at, file } : null
  }, [database])
}
