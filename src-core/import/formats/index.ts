import type { ImportFormat } from '../import-format'
import { htmlFormat } from './html'
import { markdownFormat } from './markdown'
import { pdfFormat } from './pdf'
import { textFormat } from './text'

/** The first that recognises a file reads it; plain text takes whatever text the others leave. */
export const importFormats: readonly ImportFormat[] = [
  pdfFormat,
  htmlFormat,
  markdownFormat,
  textFormat,
]
