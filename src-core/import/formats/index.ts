import type { AnyFormat } from '../import-format'
import { archiveFormat } from './archive'
import { compoundFormat } from './compound'
import { csvFormat } from './csv'
import { htmlFormat } from './html'
import { jsonFormat } from './json'
import { mailFormat } from './mail'
import { markdownFormat } from './markdown'
import { mhtmlFormat } from './mhtml'
import { pdfFormat } from './pdf'
import { rtfFormat } from './rtf'
import { textFormat } from './text'

/** The first that recognises a file reads it; plain text takes whatever text the others leave. */
export const importFormats: readonly AnyFormat[] = [
  pdfFormat,
  archiveFormat,
  compoundFormat,
  rtfFormat,
  mhtmlFormat,
  mailFormat,
  htmlFormat,
  jsonFormat,
  markdownFormat,
  csvFormat,
  textFormat,
]
