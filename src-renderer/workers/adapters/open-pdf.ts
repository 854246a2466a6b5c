import { createBinaryDataFactory, createCMapLookUp } from '@core/import/pdf/cmaps'
import type { ImportPorts } from '@core/import/import-ports'
import { openWithPdfJs } from '@core/import/pdf/open-with-pdfjs'
import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfThread from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&inline'
import { cmapPack } from '../../../resources/cmaps'

const BinaryDataFactory = createBinaryDataFactory(createCMapLookUp(cmapPack))

/** pdf.js's own thread, nested in ours and kept: it must not be imported into ours, where it would take our messages for its own. */
let thread: PDFWorker | undefined

export const openPdf: ImportPorts['openPdf'] = (bytes) => {
  thread ??= PDFWorker.create({ port: new PdfThread(), verbosity: 0 })
  return openWithPdfJs(
    getDocument({
      data: bytes,
      worker: thread,
      BinaryDataFactory,
      // pdf.js wants addresses, though the factory answers without one.
      cMapUrl: 'cmap:/',
      cMapPacked: true,
      useWorkerFetch: false,
      useWasm: false,
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: 0,
    }),
  )
}
