import type { TaskContext } from '../contracts/worker-tasks'
import { fail, succeed, type Result } from '../lib/result'
import { reportId } from '../model/ids'
import type { Report } from '../model/report'
import type { SourceText } from '../model/source-text'
import { detectFormat } from './detect-format'
import type { ImportedFile, ImportFailure } from './import-format'
import type { ImportPorts } from './import-ports'

export interface ImportInput extends ImportedFile {
  /** ISO 8601 instant. */
  readonly importedAt: string
}

export interface ImportOutput {
  readonly report: Report
  readonly source: SourceText
}

/** Detect, decode, take apart: one file to one report with the text that its spans index. */
export async function importFile(
  input: ImportInput,
  ports: ImportPorts,
  context: TaskContext,
): Promise<Result<ImportOutput, ImportFailure>> {
  const format = detectFormat(input, ports)
  if (!format.ok) return format
  const sha256 = await ports.sha256(input.bytes)
  await context.breathe()
  if (context.isCancelled()) return fail({ code: 'cancelled' })
  const read = await format.value.read(input, ports, context)
  if (!read.ok) return read
  if (context.isCancelled()) return fail({ code: 'cancelled' })
  const { source, metadata, pageCount } = read.value
  if (!/\S/.test(source.text)) return fail({ code: 'no-text' })
  return succeed({
    source,
    report: {
      ...metadata,
      id: reportId(sha256),
      fileName: input.name,
      format: format.value.id,
      byteLength: input.bytes.length,
      pageCount,
      importedAt: input.importedAt,
      // Nobody has graded it yet: an analyst's decision does.
      reliability: 'F',
    },
  })
}
