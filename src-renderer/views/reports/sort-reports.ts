import type { CaseReport } from '@core/case/case-view'

/** A new array, sorted; equals keep the order of their titles, what has no value comes last either way. */
export function sortReports(
  reports: readonly CaseReport[],
  sort: { readonly column: string; readonly descending: boolean },
): readonly CaseReport[] {
  const valueOf = values[sort.column] ?? ((report: CaseReport) => report.title)
  const sign = sort.descending ? -1 : 1
  return reports.toSorted((a, b) => {
    const left = valueOf(a)
    const right = valueOf(b)
    if (left === right) return compare(a.title, b.title)
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1
    return sign * compare(left, right)
  })
}

const values: Readonly<Record<string, (report: CaseReport) => string | number | undefined>> = {
  title: (report) => report.title,
  publisher: (report) => report.publisher,
  published: (report) => report.published,
  format: (report) => report.format,
  links: (report) => report.linkCount,
  tlp: (report) => report.tlp,
  size: (report) => report.byteLength,
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b))
}
