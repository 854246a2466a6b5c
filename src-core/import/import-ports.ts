import type { Result } from '../lib/result'
import type { FindArticle } from './html/find-article'
import type { PdfDocument, PdfFailure } from './pdf/pdf-content'

/** What intake needs from its host: the worker's adapters, the command line's, or a test's. */
export interface ImportPorts {
  /**
   * Decodes by a WHATWG encoding label, without a byte order mark in the result.
   * Null where the label is unknown or, if `fatal`, where a byte sequence is invalid.
   */
  readonly decodeBytes: (bytes: Uint8Array, label: string, fatal: boolean) => string | null
  /** Candidates for a text that is not UTF-8, as WHATWG labels, the most likely first; confidence 0..100. */
  readonly guessEncodings: (
    bytes: Uint8Array,
  ) => readonly { readonly label: string; readonly confidence: number }[]
  /** 64 lower-case hex digits. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>
  readonly findArticle: FindArticle
  /** Opens with an empty password where one is asked for. */
  readonly openPdf: (bytes: Uint8Array) => Promise<Result<PdfDocument, PdfFailure>>
}
