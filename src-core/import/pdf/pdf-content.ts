/** One run of glyphs, in points from the top left corner of the page as it is shown (rotation applied). */
export interface PdfTextItem {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Font size. */
  readonly size: number
  /** Family, as far as known, and a name that tells fonts of the file apart. */
  readonly font: string
  /** Degrees clockwise from the horizontal. */
  readonly angle: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly items: readonly PdfTextItem[]
}

export interface PdfInformation {
  readonly title?: string
  readonly author?: string
  /** As the file has it, `D:20201030012407Z` or near. */
  readonly creationDate?: string
  readonly language?: string
}

/** An open PDF; `close` must be called. */
export interface PdfDocument {
  readonly pageCount: number
  readonly information: PdfInformation
  /** Pages count from 1; null where the page is damaged. */
  readonly readPage: (number: number) => Promise<PdfPage | null>
  readonly close: () => Promise<void>
}

export type PdfFailure =
  { readonly code: 'encrypted' } | { readonly code: 'damaged'; readonly detail: string }
