import { readFile } from 'node:fs/promises'
import { readInParts } from '@core/extraction/read-in-parts'
import { importFile } from '@core/import/import-file'
import { fail, succeed, type Result } from '@core/lib/result'
import type { Read } from '@core/extraction/create-reader'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import type { SourceText } from '@core/model/source-text'
import { importPorts } from './adapters/import-ports'
import type { FileFailure } from './describe-failure'
import { plainContext } from './plain-context'

export interface ReadFile {
  readonly report: Report
  readonly source: SourceText
  readonly reading: Reading
}

export interface ReadOptions {
  readonly read: Read
  readonly importedAt: string
  /** Overrides the date that the file states. */
  readonly published?: string | undefined
}

/** From a path to a reading, by the same intake and the same rules as in the window. */
export async function readFileAt(
  path: string,
  { read, importedAt, published }: ReadOptions,
): Promise<Result<ReadFile, FileFailure>> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(path))
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return fail({ code: 'unreadable', detail: cause.message })
  }
  const imported = await importFile({ name: path, bytes, importedAt }, importPorts, plainContext)
  if (!imported.ok) return imported
  const { source } = imported.value
  const report = dated(imported.value.report, published)
  const reading = await readInParts(
    read,
    { reportId: report.id, source, metadata: report },
    plainContext,
  )
  return reading ? succeed({ report, source, reading }) : fail({ code: 'cancelled' })
}

function dated(report: Report, published: string | undefined): Report {
  return published === undefined ? report : { ...report, published, publishedFrom: 'command line' }
}
