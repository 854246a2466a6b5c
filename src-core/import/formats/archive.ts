import { fail, succeed, type Result } from '../../lib/result'
import { decodeText } from '../decode-text'
import { readZipDirectory, type ZipEntry, type ZipFailure } from '../archive/zip-directory'
import { vetMembers } from '../archive/vet-members'
import type { ContainerFormat, ImportFailure } from '../import-format'
import type { ImportPorts } from '../import-ports'
import { maxArchiveBytes } from '../limits'
import { readDocx } from '../office/read-docx'
import { readOdt } from '../office/read-odt'
import { partReader } from '../office/part-reader'
import { startsWith } from '../recognise-binary'

/** ZIP archives, and the documents that are ZIP archives inside: which it is, the directory tells. */
export const archiveFormat: ContainerFormat = {
  id: 'archive',
  label: 'Archive, Word or OpenDocument file',
  extensions: ['.zip', '.docx', '.docm', '.dotx', '.odt', '.ott'],
  maxBytes: maxArchiveBytes,
  recognise: ({ head }) =>
    startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]),
  open: async (file, ports, context) => {
    const directory = readZipDirectory(file.bytes, (name) => decodeName(name, ports))
    if (!directory.ok) return fail(directoryFailure(directory.failure))
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const entries = directory.value
    const parts = partReader(file.bytes, entries, ports)
    const kind = documentKind(entries)
    if (kind === 'docx' || kind === 'odt') {
      const read = kind === 'docx' ? readDocx(parts, file.name) : readOdt(parts, file.name)
      if (!read.ok) return read
      return succeed({ text: { format: kind, read: read.value }, members: [], refused: [] })
    }
    if (kind !== undefined) return fail({ code: 'unknown-format', looksLike: kind })
    return succeed(vetMembers(entries))
  },
}

/** "docx", "odt", what else it looks like, or undefined for a plain archive. */
function documentKind(entries: readonly ZipEntry[]): string | undefined {
  const names = new Set(entries.map(({ name }) => name))
  const holds = (folder: string) => entries.some(({ name }) => name.startsWith(folder))
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return 'docx'
    if (holds('xl/')) return 'an Excel workbook (XLSX)'
    if (holds('ppt/')) return 'a PowerPoint presentation (PPTX)'
    return 'an Office document'
  }
  if (names.has('META-INF/container.xml')) return 'an e-book (EPUB)'
  if (names.has('mimetype') && names.has('content.xml')) return 'odt'
  if (names.has('META-INF/MANIFEST.MF')) return 'a Java or Android program'
  return undefined
}

function directoryFailure(
  failure: ZipFailure,
): Extract<Result<never, ImportFailure>, { ok: false }>['failure'] {
  switch (failure) {
    case 'no-directory':
      return { code: 'damaged', format: 'zip', detail: 'its end is missing' }
    case 'damaged':
      return { code: 'damaged', format: 'zip', detail: 'its directory does not fit its content' }
    case 'overlapping':
      return { code: 'damaged', format: 'zip', detail: 'its members share bytes, as in a ZIP bomb' }
    case 'too-many':
      return { code: 'too-many', limit: 20_000 }
  }
}

function decodeName(name: Uint8Array, ports: ImportPorts): string {
  const decoded = decodeText(name, ports)
  return decoded.ok
    ? decoded.value.text
    : Array.from(name, (byte) => String.fromCharCode(byte)).join('')
}
