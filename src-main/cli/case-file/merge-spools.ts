import { mergeLogs } from '@core/case/merge-logs'
import type { MergedLog } from '@core/case/merge-logs'
import { purgedReports } from '@core/case/purge'
import type { CaseFileSetting, CaseRows } from '@core/case-file/format'
import { laterReading } from '@core/case/merge-rows'
import type { ReportId } from '@core/model/ids'
import type { CaseSpool } from './spool'

/** Two unpacked cases as the rows of one; the same whichever of the two comes first. */
export function mergeSpools(
  a: CaseSpool,
  b: CaseSpool,
): { readonly rows: CaseRows; readonly merged: MergedLog } {
  const merged = mergeLogs(a.decisions, b.decisions)
  const purged = purgedReports(merged.log)
  const idsOf = (kind: 'readings' | 'texts' | 'originals') =>
    [...new Set([...a.ids(kind), ...b.ids(kind)])].filter((id) => !purged.has(id)).sort()
  const holderOf = (kind: 'texts' | 'originals', id: ReportId) => (a.has(kind, id) ? a : b)
  const rows: CaseRows = {
    decisions: () => each(merged.log, (decision) => decision),
    reports: () => {
      const all = new Map([...b.reports, ...a.reports].filter(([id]) => !purged.has(id)))
      for (const [id, report] of b.reports) {
        const own = a.reports.get(id)
        if (own && JSON.stringify(report) > JSON.stringify(own)) all.set(id, report)
      }
      return each(
        [...all.values()].sort((x, y) => (x.id < y.id ? -1 : 1)),
        (report) => report,
      )
    },
    readings: () =>
      each(idsOf('readings'), (id) =>
        laterReading(
          a.has('readings', id) ? a.reading(id) : undefined,
          b.has('readings', id) ? b.reading(id) : undefined,
        ),
      ),
    texts: () => each(idsOf('texts'), (id) => holderOf('texts', id).text(id)),
    layouts: () =>
      each(
        byKey([...a.layouts, ...b.layouts], ({ id }) => id),
        (layout) => layout,
      ),
    settings: () => each(settingsOf(a, b, merged), (setting) => setting),
    originals: () =>
      each(idsOf('originals'), (id) => ({
        id,
        bytes: holderOf('originals', id).raw('originals', id),
      })),
  }
  return { rows, merged }
}

/** Whose initials the next decision bears is not the file's to say; what comes after what, is. */
function settingsOf(
  a: CaseSpool,
  b: CaseSpool,
  { heads, log }: MergedLog,
): readonly CaseFileSetting[] {
  const own = [...a.settings, ...b.settings].filter(
    ({ key }) => !['author', 'heads', 'purged'].includes(key),
  )
  const purged = [...purgedReports(log)].sort()
  return byKey(
    [
      ...own,
      ...(heads.length > 1 ? [{ key: 'heads', value: heads }] : []),
      ...(purged.length > 0 ? [{ key: 'purged', value: purged }] : []),
    ],
    ({ key }) => key,
  )
}

/** One a key, in the order of the keys; of two the greater text, so that the order of the cases does not matter. */
function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const known = byId.get(keyOf(row))
    if (!known || JSON.stringify(row) > JSON.stringify(known)) byId.set(keyOf(row), row)
  }
  return [...byId].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, row]) => row)
}

// The writer of case files takes streams of rows; these stand in memory already and wait for nothing.
// eslint-disable-next-line @typescript-eslint/require-await
async function* each<Item, Row>(
  items: readonly Item[],
  rowOf: (item: Item) => Row,
): AsyncIterable<Row> {
  for (const item of items) yield rowOf(item)
}
