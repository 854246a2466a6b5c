import { createBinaryDataFactory, createCMapLookUp } from '@core/import/pdf/cmaps'
import { openWithPdfJs } from '@core/import/pdf/open-with-pdfjs'
import type { ImportPorts } from '@core/import/import-ports'
import { cmapPack } from '../../../resources/cmaps'

const BinaryDataFactory = createBinaryDataFactory(createCMapLookUp(cmapPack))

/** pdf.js in this thread, loaded when the first PDF comes. */
export const openPdf: ImportPorts['openPdf'] = async (bytes) => {
  const { getDocument } = await loadPdfJs()
  return openWithPdfJs(
    getDocument({
      data: bytes,
      BinaryDataFactory,
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

export async function loadPdfJs() {
  standInForDrawing()
  return silently(async () => {
    // The part that pdf.js else starts as a thread from a file of its own: it looks for it here first.
    // @ts-expect-error It has no types, and none are needed: it is handed over as it is.
    const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    Object.assign(globalThis, { pdfjsWorker: worker })
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })
}

/** pdf.js needs classes for drawing that Node lacks; text is read without them, so stand-ins do. */
function standInForDrawing(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis))
      Object.assign(globalThis, {
        [name]: function StandIn() {
          /* never drawn with */
        },
      })
}

/** At load pdf.js complains of a drawing package that is not there, before it can be told to keep still. */
async function silently<Value>(load: () => Promise<Value>): Promise<Value> {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}
