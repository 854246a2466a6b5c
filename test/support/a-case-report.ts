import type { CaseReport } from '@core/case/case-view'
import { reportId } from '@core/model/ids'

/** A report with nothing special about it; `number` makes its id. */
export function aCaseReport({
  number,
  ...given
}: { readonly number: number } & Partial<Omit<CaseReport, 'id'>>): CaseReport {
  return {
    id: reportId(number.toString(16).padStart(64, '0')),
    title: `Report ${number}`,
    language: 'en',
    fileName: `report-${number}.txt`,
    format: 'text',
    byteLength: 1000,
    pageCount: 1,
    importedAt: '2026-01-01T00:00:00.000Z',
    reliability: 'F',
    linkCount: 0,
    entityCount: 0,
    ...given,
  }
}
