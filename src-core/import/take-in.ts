import type { TaskContext } from '../contracts/worker-tasks'
import { fail, succeed, type Result } from '../lib/result'
import { reportId } from '../model/ids'
import type { FormatId, Report } from '../model/report'
import type { SourceText } from '../model/source-text'
import { detectFormat } from './detect-format'
import { fingerprintOf } from './fingerprint'
import type {
  AnyFormat,
  ImportedFile,
  ImportFailure,
  Member,
  OpenedContainer,
  ReadText,
  RefusedMember,
} from './import-format'
import type { ImportPorts } from './import-ports'

export interface ImportInput extends ImportedFile {
  /** ISO 8601 instant. */
  readonly importedAt: string
}

export interface ImportOutput {
  readonly report: Report
  readonly source: SourceText
}

/** What one file gives: a report, or members that are reports of their own, or both. */
export interface Intake {
  /** Absent for an archive, which is nothing but its members. */
  readonly imported?: ImportOutput
  readonly members: readonly Member[]
  readonly refused: readonly RefusedMember[]
}

/** Detect, decode, take apart. Members are told of, not opened: each is a file for another call. */
export async function takeIn(
  input: ImportInput,
  ports: ImportPorts,
  context: TaskContext,
): Promise<Result<Intake, ImportFailure>> {
  const format = detectFormat(input, ports)
  if (!format.ok) return format
  const sha256 = await ports.sha256(input.bytes)
  await context.breathe()
  if (context.isCancelled()) return fail({ code: 'cancelled' })
  const opened = await open(format.value, input, ports, context)
  if (!opened.ok) return opened
  if (context.isCancelled()) return fail({ code: 'cancelled' })
  const { text, members, refused } = opened.value
  const hasText = text !== undefined && /\S/.test(text.read.source.text)
  if (!hasText && members.length + refused.length === 0) return fail({ code: 'no-text' })
  return succeed({
    members,
    refused,
    ...(hasText && { imported: toReport(input, sha256, text) }),
  })
}

async function open(
  format: AnyFormat,
  input: ImportInput,
  ports: ImportPorts,
  context: TaskContext,
): Promise<Result<OpenedContainer, ImportFailure>> {
  if ('open' in format) return format.open(input, ports, context)
  const read = await format.read(input, ports, context)
  if (!read.ok) return read
  return succeed({ text: { format: format.id, read: read.value }, members: [], refused: [] })
}

function toReport(
  input: ImportInput,
  sha256: string,
  { format, read }: { readonly format: FormatId; readonly read: ReadText },
): ImportOutput {
  const { source, metadata, pageCount } = read
  const fingerprint = fingerprintOf(source)
  return {
    source,
    report: {
      ...metadata,
      id: reportId(sha256),
      fileName: input.name,
      format,
      byteLength: input.bytes.length,
      pageCount,
      importedAt: input.importedAt,
      // Nobody has graded it yet: an analyst's decision does.
      reliability: 'F',
      ...(fingerprint.length > 0 && { fingerprint }),
    },
  }
}
