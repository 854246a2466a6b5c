import type { Page } from 'playwright-core'

/** What lies in the store, read past the application, with the browser's own means. */
export interface StoredCase {
  readonly reports: readonly string[]
  readonly originals: readonly string[]
  readonly texts: readonly string[]
  readonly readings: readonly string[]
  readonly decisions: readonly { readonly sequence: number; readonly action: StoredAction }[]
}

interface StoredAction {
  readonly type: string
  readonly reports?: readonly string[]
  readonly link?: string
}

export async function storedCase(page: Page): Promise<StoredCase> {
  return page.evaluate(async (): Promise<StoredCase> => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('The request failed'))
      })
    const name = (await indexedDB.databases()).find((known) =>
      known.name?.startsWith('gnomon-case-'),
    )?.name
    if (name === undefined) throw new Error('There is no case')
    const database = await settled(indexedDB.open(name))
    // One transaction: an import may go on meanwhile, and what is read must be one moment of it.
    const tables = ['decisions', 'reports', 'originals', 'texts', 'readings']
    const moment = database.transaction(tables)
    const keys = async (table: string) =>
      (await settled(moment.objectStore(table).getAllKeys())) as string[]
    const stored = {
      decisions: (await settled(
        moment.objectStore('decisions').getAll(),
      )) as StoredCase['decisions'],
      reports: await keys('reports'),
      originals: await keys('originals'),
      texts: await keys('texts'),
      readings: await keys('readings'),
    }
    database.close()
    return stored
  })
}

/** Every report is there with all that belongs to it, and the log has no gap and names no other. */
export function wholeReports(stored: StoredCase): readonly string[] {
  const imported = stored.decisions.flatMap(({ action }) => action.reports ?? []).toSorted()
  const broken = [stored.originals, stored.texts, stored.readings, imported].filter(
    (keys) => keys.join() !== stored.reports.join(),
  )
  if (broken.length > 0) throw new Error(`Half-written: ${JSON.stringify(stored)}`)
  const gap = stored.decisions.findIndex(({ sequence }, place) => sequence !== place + 1)
  if (gap >= 0) throw new Error(`The log has a gap at ${gap + 1}`)
  return stored.reports
}
