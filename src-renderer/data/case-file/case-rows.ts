import type { CaseRows } from '@core/case-file/format'
import type { CaseDatabase } from '../database'

/** Settings that belong to this copy of the case, not to the case. */
export const ownSettings: ReadonlySet<string> = new Set(['author', 'last-backup'])

const batch = 40

/** The open case as rows, a few at a time, each list in the order of its keys. */
export function rowsOfCase(database: CaseDatabase): CaseRows {
  const { decisions, reports, readings, texts, layouts, settings, originals } = database
  return {
    decisions: () => inBatches(decisions, 500),
    reports: () => inBatches(reports, 200),
    readings: () => inBatches(readings, batch),
    texts: () => inBatches(texts, batch),
    layouts: () =>
      mapped(inBatches(layouts, batch), ({ id, positions, pinned }) => ({
        id,
        positions: [...positions],
        pinned: [...pinned],
      })),
    settings: () => kept(inBatches(settings, batch), ({ key }) => !ownSettings.has(key)),
    originals: () =>
      mapped(inBatches(originals, 4), ({ id, bytes }) => ({ id, bytes: new Uint8Array(bytes) })),
  }
}

/** As much of a table as this needs. */
interface Rows<Row, Key> {
  toCollection(): { primaryKeys(): PromiseLike<Key[]> }
  bulkGet(keys: Key[]): PromiseLike<(Row | undefined)[]>
}

async function* inBatches<Row, Key>(table: Rows<Row, Key>, size: number): AsyncIterable<Row> {
  const keys = await table.toCollection().primaryKeys()
  for (let at = 0; at < keys.length; at += size)
    for (const row of await table.bulkGet(keys.slice(at, at + size))) if (row) yield row
}

async function* mapped<Row, Made>(
  rows: AsyncIterable<Row>,
  make: (row: Row) => Made,
): AsyncIterable<Made> {
  for await (const row of rows) yield make(row)
}

async function* kept<Row>(
  rows: AsyncIterable<Row>,
  keep: (row: Row) => boolean,
): AsyncIterable<Row> {
  for await (const row of rows) if (keep(row)) yield row
}
