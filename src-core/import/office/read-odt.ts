import type { ReadFailure } from '../../contracts/worker-tasks'
import { fail, succeed, type Result } from '../../lib/result'
import type { ReadText } from '../import-format'
import { scanXml } from '../xml/scan-xml'
import { composeDocument } from './compose-document'
import { DocumentCollector } from './document-blocks'
import { OdtVisitor } from './odt-visitor'
import type { ReadPart } from './part-reader'
import { readProperties } from './read-properties'

/** OpenDocument texts (ISO/IEC 26300): text, lists, tables and notes; comments and tracked deletions are left out. */
export function readOdt(readPart: ReadPart, fileName: string): Result<ReadText, ReadFailure> {
  const kind = readPart('mimetype')
  const type = kind.ok ? (kind.value ?? '') : ''
  if (/opendocument\.(?!text)/.test(type))
    return fail({ code: 'unknown-format', looksLike: 'an OpenDocument spreadsheet or drawing' })
  const manifest = readPart('META-INF/manifest.xml')
  if (manifest.ok && manifest.value?.includes('encryption-data') === true)
    return fail({ code: 'encrypted' })
  const content = readPart('content.xml')
  if (!content.ok) return content
  const collector = new DocumentCollector()
  const visitor = new OdtVisitor(collector)
  scanXml(content.value ?? '', visitor)
  visitor.finish()
  const meta = readPart('meta.xml')
  const properties = readProperties(meta.ok ? meta.value : undefined)
  return succeed(composeDocument(collector, properties, fileName))
}
