import type { ReportId } from '@core/model/ids'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCaseSession } from './case-session'

/** The file as it came, byte for byte; `undefined` while it loads or without an id. */
export function useOriginal(id: ReportId | undefined): ArrayBuffer | undefined {
  const { database } = useCaseSession()
  const found = useLiveQuery(
    () => (id === undefined ? undefined : database.originals.get(id)),
    [database, id],
  )
  return found?.id === id ? found?.bytes : undefined
}
