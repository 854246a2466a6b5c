import { linkColumns, linkRow } from '@core/exchange/case-tables'
import { csvText } from '@core/exchange/csv'
import type { ExportMaterial } from '@core/exchange/export-material'
import { toStix } from '@core/exchange/stix/to-stix'
import { caseOf } from './case-of'
import type { ReadFile } from './read-file'
import { version } from './version'

export const linkRowsHeading = csvText([['file', ...linkColumns]])

/** One file's links as rows under that heading. */
export function linkRows(path: string, file: ReadFile, at: string): string {
  const material = materialOf(file, at)
  return csvText(
    [...material.view.links.values()].map((link) => [path, ...linkRow(link, material)]),
  )
}

/** One file as a STIX bundle: readable where it is the only one, else on one line. */
export function stixOf(file: ReadFile, at: string, isSingle: boolean): string {
  return `${JSON.stringify(toStix(materialOf(file, at)), null, isSingle ? 2 : 0)}\n`
}

function materialOf(file: ReadFile, at: string): ExportMaterial {
  return {
    view: caseOf([file]),
    textOf: () => file.source.text,
    at,
    producer: `Gnomon ${version}`,
  }
}
