import type { ReportId } from '@core/model/ids'
import type { SourceText } from '@core/model/source-text'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCaseSession } from './case-session'

/** The texts of these reports, for quoting; `undefined` while they load. Ask for few: texts are big. */
export function useTexts(ids: readonly ReportId[]): ReadonlyMap<ReportId, SourceText> | undefined {
  const { database } = useCaseSession()
  const key = ids.join(' ')
  return useLiveQuery(async () => {
    const texts = await database.texts.bulkGet([...ids])
    return new Map(texts.flatMap((text) => (text ? [[text.id, text.source] as const] : [])))
    // `key` stands for `ids`, whose identity changes from render to render.
  }, [database, key])
}
