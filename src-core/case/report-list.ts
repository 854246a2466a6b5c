import type { Report } from '../model/report'
import { compareReports } from './compare-reports'

/** Keeps what several reports say of one thing in the case's report order; mostly the new one goes to the end. */
export function insertByReport<Part extends { readonly report: Report }>(
  parts: Part[],
  part: Part,
): void {
  const last = parts.at(-1)
  if (!last || compareReports(last.report, part.report) <= 0) {
    parts.push(part)
    return
  }
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = parts[middle]
    if (at && compareReports(at.report, part.report) <= 0) low = middle + 1
    else high = middle
  }
  parts.splice(low, 0, part)
}
