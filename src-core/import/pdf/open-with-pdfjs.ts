import { fail, succeed, type Result } from '../../lib/result'
import type { PdfDocument, PdfFailure, PdfInformation, PdfPage, PdfTextItem } from './pdf-content'

/** The part of pdf.js that is used, so that the worker's build of it and Node's are read by the same code. */
export interface PdfJsLoadingTask {
  readonly promise: Promise<PdfJsDocument>
  readonly destroy: () => Promise<void>
}
export interface PdfJsDocument {
  readonly numPages: number
  readonly getMetadata: () => Promise<{ readonly info: object }>
  readonly getPage: (number: number) => Promise<PdfJsPage>
}
export interface PdfJsPage {
  readonly getViewport: (options: { scale: number }) => {
    readonly width: number
    readonly height: number
    readonly transform: readonly number[]
  }
  readonly getTextContent: () => Promise<{
    readonly items: readonly (PdfJsTextItem | { readonly type: string })[]
    readonly styles: Readonly<Record<string, { readonly fontFamily: string } | undefined>>
  }>
  readonly cleanup: () => boolean
}
export interface PdfJsTextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

/** Opens a document and keeps it until `close`, which also ends the library's work on it. */
export async function openWithPdfJs(
  task: PdfJsLoadingTask,
): Promise<Result<PdfDocument, PdfFailure>> {
  try {
    const document = await task.promise
    return succeed({
      pageCount: document.numPages,
      information: await informationOf(document),
      readPage: (number) => readPage(document, number),
      close: () => task.destroy(),
    })
  } catch (cause) {
    await task.destroy()
    return fail(describeFailure(cause))
  }
}

function describeFailure(cause: unknown): PdfFailure {
  if (!(cause instanceof Error)) return { code: 'damaged', detail: String(cause) }
  // pdf.js names its errors; it has tried the empty password already.
  if (cause.name === 'PasswordException') return { code: 'encrypted' }
  return { code: 'damaged', detail: cause.message }
}

async function informationOf(document: PdfJsDocument): Promise<PdfInformation> {
  const info = new Map<string, unknown>(
    await document.getMetadata().then(
      (metadata) => Object.entries(metadata.info),
      // A broken information dictionary costs the title, not the report.
      () => [],
    ),
  )
  const text = (name: string) => {
    const value = info.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const [title, author, creationDate, language] = [
    'Title',
    'Author',
    'CreationDate',
    'Language',
  ].map(text)
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(creationDate !== undefined && { creationDate }),
    ...(language !== undefined && { language }),
  }
}

async function readPage(document: PdfJsDocument, number: number): Promise<PdfPage | null> {
  try {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { items, styles } = await page.getTextContent()
    page.cleanup()
    return {
      width,
      height,
      items: items.flatMap((item) =>
        'str' in item
          ? [
              placeItem(
                item,
                transform,
                `${styles[item.fontName]?.fontFamily ?? ''} ${item.fontName}`,
              ),
            ]
          : [],
      ),
    }
  } catch (cause) {
    if (cause instanceof Error) return null
    throw cause
  }
}

/** The item's own matrix, then the page's, which turns it upright and counts from the top. */
function placeItem(item: PdfJsTextItem, view: readonly number[], font: string): PdfTextItem {
  const [a, b, c, d, e, f] = multiply(view, item.transform)
  const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI)
  return {
    text: item.str,
    x: e,
    y: f,
    width: item.width,
    size: Math.hypot(c, d),
    font,
    angle: Math.abs(angle) <= 2 ? 0 : (angle + 360) % 360,
  }
}

type Matrix = readonly [number, number, number, number, number, number]

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [ma = 1, mb = 0, mc = 0, md = 1, me = 0, mf = 0] = m
  const [na = 1, nb = 0, nc = 0, nd = 1, ne = 0, nf = 0] = n
  return [
    ma * na + mc * nb,
    mb * na + md * nb,
    ma * nc + mc * nd,
    mb * nc + md * nd,
    ma * ne + mc * nf + me,
    mb * ne + md * nf + mf,
  ]
}
