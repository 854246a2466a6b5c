import type { Report } from '../model/report'

/** The one order of reports in a case: newest publication first, undated last, then by id. Never the order of import. */
export function compareReports(a: Report, b: Report): number {
  const dateA = a.published ?? ''
  const dateB = b.published ?? ''
  if (dateA !== dateB) return dateA < dateB ? 1 : -1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
