import { digestOf } from '@core/case/digest'
import type { Page } from 'playwright-core'
import type { SyntheticReport } from '../../support/synthetic-case'

/** Puts invented reports into the open case past the application, then starts it again: big cases in seconds. */
export async function seedCase(page: Page, parts: readonly SyntheticReport[]): Promise<void> {
  const rows = parts.map(({ report, reading, text }) => ({
    report,
    reading,
    digest: { id: report.id, digest: digestOf(reading) },
    text: { id: report.id, source: { text, pages: [], blocks: blocksOf(text) } },
  }))
  for (let start = 0; start < rows.length; start += 500)
    await page.evaluate(store, rows.slice(start, start + 500))
  await page.reload()
  await page
    .getByText(`${parts.length.toLocaleString('en')} ${parts.length === 1 ? 'report' : 'reports'}`)
    .first()
    .waitFor({ timeout: 120_000 })
}

function blocksOf(text: string): readonly object[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    kind: 'paragraph',
    start: index,
    end: index + line.length,
  }))
}

/** Runs in the page. */
async function store(
  rows: readonly {
    readonly report: { readonly id: string }
    readonly reading: object
    readonly text: object
    readonly digest: object
  }[],
): Promise<void> {
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
  const tables = ['reports', 'originals', 'texts', 'readings', 'digests', 'decisions']
  const transaction = database.transaction(tables, 'readwrite')
  const into = (table: string) => transaction.objectStore(table)
  const count = await settled(into('decisions').count())
  for (const { report, reading, text, digest } of rows) {
    into('reports').put(report)
    into('readings').put(reading)
    into('texts').put(text)
    into('digests').put(digest)
    into('originals').put({ id: report.id, bytes: new ArrayBuffer(0) })
  }
  into('decisions').put({
    id: `seed-${count + 1}`,
    author: 'ZZ',
    at: '2025-01-01T00:00:00.000Z',
    sequence: count + 1,
    action: { type: 'import-reports', reports: rows.map(({ report }) => report.id) },
  })
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onerror = () => reject(transaction.error ?? new Error('The transaction failed'))
  })
  database.close()
}
