import { createImportPorts } from '@core/import/create-import-ports'
import type { ImportPorts } from '@core/import/import-ports'
import { Readability } from '@mozilla/readability'
import { analyse } from 'chardet'
import { parseHTML } from 'linkedom'
import { openPdf } from './open-pdf'

/** The worker's side of intake. */
export const importPorts: ImportPorts = createImportPorts({
  TextDecoder,
  analyse,
  parseHTML,
  // Typed for a browser's Document; linkedom's has what it uses.
  Readability: Readability as never,
  // Bytes of a file are never shared memory.
  sha256: async (bytes) =>
    hexOf(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
  openPdf,
})

function hexOf(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
