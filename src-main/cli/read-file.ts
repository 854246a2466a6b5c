import { readFile } from 'node:fs/promises'
import { readInParts } from '@core/extraction/read-in-parts'
import { maxDepth } from '@core/import/limits'
import { memberName, openMember } from '@core/import/open-member'
import { takeIn, type Intake } from '@core/import/take-in'
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

/** What became of a file, or of a member of an archive or a mail. */
export interface FileOutcome {
  /** The file's path; a member's follows that of its container. */
  readonly path: string
  readonly result: Result<ReadFile, FileFailure>
}

/** From a path to readings, by the same intake and the same rules as in the window: one outcome for each report in the file. */
export async function* readFilesAt(
  path: string,
  options: ReadOptions,
): AsyncGenerator<FileOutcome> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await readFile(path))
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    yield { path, result: fail({ code: 'unreadable', detail: cause.message }) }
    return
  }
  yield* readBytes(path, bytes, options, 0)
}

/** The file's own report; of an archive, which has none, the first member's. */
export async function readFileAt(
  path: string,
  options: ReadOptions,
): Promise<Result<ReadFile, FileFailure>> {
  for await (const { result } of readFilesAt(path, options)) return result
  return fail({ code: 'no-text' })
}

async function* readBytes(
  path: string,
  bytes: Uint8Array,
  options: ReadOptions,
  depth: number,
): AsyncGenerator<FileOutcome> {
  const { importedAt } = options
  const taken = await takeIn({ name: path, bytes, importedAt }, importPorts, plainContext)
  if (!taken.ok) {
    yield { path, result: taken }
    return
  }
  const { imported, members, refused } = taken.value
  if (imported) yield { path, result: await readReport(imported, options) }
  for (const { name, failure } of refused)
    yield { path: memberName(path, name), result: fail(failure) }
  for (const member of members) {
    const inside = memberName(path, member.name)
    const opened =
      depth + 1 > maxDepth
        ? fail({ code: 'too-deep' as const, limit: maxDepth })
        : openMember(bytes, member)
    if (opened.ok) yield* readBytes(inside, opened.value, options, depth + 1)
    else yield { path: inside, result: opened }
  }
}

async function readReport(
  { report: stated, source }: NonNullable<Intake['imported']>,
  { read, published }: ReadOptions,
): Promise<Result<ReadFile, FileFailure>> {
  const report = dated(stated, published)
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
