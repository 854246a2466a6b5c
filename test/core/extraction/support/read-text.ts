import { reportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import { readPlainText } from '@core/import/text/read-plain-text'
import { loadBuiltinReader } from '../../../../resources/builtin-reader'

const { read } = loadBuiltinReader()

/** Reads a plain text with everything that ships. */
export function readText(text: string, published = '2024-06-15'): Reading {
  const { source, metadata } = readPlainText(text, 'a.txt')
  return read({ reportId: reportId('0'.repeat(64)), source, metadata: { ...metadata, published } })
}
