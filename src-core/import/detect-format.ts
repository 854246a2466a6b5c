import type { ReadFailure } from '../contracts/worker-tasks'
import { fail, succeed, type Result } from '../lib/result'
import { decodeText } from './decode-text'
import { importFormats } from './formats'
import type { AnyFormat, FileSample, ImportedFile } from './import-format'
import type { ImportPorts } from './import-ports'
import { sampleBytes } from './limits'
import { describeBinary, describeOtherText } from './recognise-binary'

/** Formats that bear a mark of their own, so that no other signature has a say. */
const marked: ReadonlySet<AnyFormat['id']> = new Set(['pdf', 'archive', 'compound', 'rtf'])

/** By content: a name only settles what content leaves open (Markdown or plain text). */
export function detectFormat(
  file: ImportedFile,
  ports: Pick<ImportPorts, 'decodeBytes' | 'guessEncodings'>,
): Result<AnyFormat, ReadFailure> {
  if (file.bytes.length === 0) return fail({ code: 'empty-file' })
  const head = file.bytes.subarray(0, sampleBytes)
  const decoded = decodeText(head, ports)
  const text = decoded.ok ? decoded.value.text : null
  const sample: FileSample = { extension: extensionOf(file.name), head, text }
  const format = importFormats.find((candidate) => candidate.recognise(sample))
  const isCertain = format !== undefined && marked.has(format.id)
  const other = text === null ? describeBinary(head) : describeOtherText(text.slice(0, 4096))
  if (other !== undefined && !isCertain) return fail({ code: 'unknown-format', looksLike: other })
  if (!format) return fail({ code: 'unknown-format', looksLike: 'binary data of an unknown kind' })
  if (file.bytes.length > format.maxBytes)
    return fail({ code: 'too-large', byteLength: file.bytes.length, limit: format.maxBytes })
  return succeed(format)
}

function extensionOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
}
