import { createHash } from 'node:crypto'
import { createImportPorts } from '@core/import/create-import-ports'
import type { ImportPorts } from '@core/import/import-ports'
import { Readability } from '@mozilla/readability'
import { analyse } from 'chardet'
import { parseHTML } from 'linkedom'
import { openPdf } from './open-pdf'

/** Node's side of intake. */
export const importPorts: ImportPorts = createImportPorts({
  TextDecoder,
  analyse,
  parseHTML,
  // Typed for a browser's Document; linkedom's has what it uses.
  Readability: Readability as never,
  sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  openPdf,
})
