import { readFile } from 'node:fs/promises'
import { loadPdfJs } from './open-pdf'

/** A finished PDF as a reader meets it. */
export interface PrintedPdf {
  readonly pageCount: number
  /** Page (1 is the first) of each heading below the title, in order. */
  readonly headingPages: readonly number[]
  readonly text: string
  /** What its information dictionary tells, as `key: value`. */
  readonly metadata: readonly string[]
}

interface OutlineItem {
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly OutlineItem[]
}

/** Opens what was just printed, to number the table of contents and to prove what is in it. */
export async function readBackPdf(path: string): Promise<PrintedPdf> {
  const { getDocument } = await loadPdfJs()
  const document = await getDocument({
    data: new Uint8Array(await readFile(path)),
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: 0,
  }).promise
  try {
    // pdf.js types the outline loosely; these two fields are all that is used.
    const outline = (await document.getOutline()) as readonly OutlineItem[] | null
    const headings = (outline ?? []).flatMap(({ items }) => items)
    const headingPages: number[] = []
    for (const { dest } of headings) headingPages.push(await pageOf(dest))
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(
        items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
      )
    }
    const { info } = await document.getMetadata()
    const metadata = Object.entries(info).map(([key, value]) => `${key}: ${String(value)}`)
    return { pageCount: document.numPages, headingPages, text: pages.join('\n'), metadata }
  } finally {
    await document.destroy()
  }

  async function pageOf(dest: OutlineItem['dest']): Promise<number> {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest
    const [reference] = explicit ?? []
    if (typeof reference !== 'object' || reference === null) return 0
    // An explicit destination begins with a reference to its page (ISO 32000-1, 12.3.2.2).
    return 1 + (await document.getPageIndex(reference as { num: number; gen: number }))
  }
}
