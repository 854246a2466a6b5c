import { fail, succeed } from '../../lib/result'
import { decodeText } from '../decode-text'
import type { FileSample, ImportFormat, ReadText } from '../import-format'
import { maxTableBytes } from '../limits'
import { titleFromFileName } from '../metadata/read-file-name'
import { SourceBuilder } from '../source-builder'
import { delimiters, parseCsv, type Delimiter } from '../tables/parse-csv'
import { describeText } from '../text/describe-text'

/** Tables of indicators as text. Each record is a row; its cells keep their words, so that spans index them. */
export const csvFormat: ImportFormat = {
  id: 'csv',
  label: 'Table (CSV)',
  extensions: ['.csv', '.tsv'],
  maxBytes: maxTableBytes,
  recognise: (sample) => delimiterOf(sample) !== undefined,
  read: async (file, ports, context) => {
    const decoded = decodeText(file.bytes, ports)
    if (!decoded.ok)
      return fail({ code: 'unknown-format', looksLike: 'binary data of an unknown kind' })
    await context.breathe()
    if (context.isCancelled()) return fail({ code: 'cancelled' })
    const { text } = decoded.value
    const extension = /\.\w{1,8}$/.exec(file.name)?.[0].toLowerCase() ?? ''
    const delimiter = delimiterOf({ extension, text: text.slice(0, 65_536) }) ?? ','
    return succeed(readTable(text, delimiter, file.name))
  },
}

function readTable(text: string, delimiter: Delimiter, fileName: string): ReadText {
  const builder = new SourceBuilder()
  const title = titleFromFileName(fileName)
  builder.add('title', title)
  for (const record of parseCsv(text, delimiter)) {
    const cells = record.map((cell) => cell.replace(/\s+/g, ' ')).filter((cell) => cell !== '')
    if (cells.length > 0) builder.add('table-row', cells.join(' | '))
  }
  const source = builder.build()
  return { source, metadata: { ...describeText(source.text, [], fileName), title }, pageCount: 0 }
}

const columnWords =
  /^(?:type|kind|value|indicator|indicators|ioc|iocs|hash|md5|sha-?1|sha-?256|domain|hostname|host|ip|ip.?address|url|uri|email|comment|description|first.?seen|last.?seen|category|threat|malware|actor|cve)$/i

/**
 * By the records: about all have the same number of cells, two at least. A name that says nothing wants a heading of columns that such
 * tables have, or three cells; a `.txt` is never one.
 */
function delimiterOf({
  extension,
  text,
}: Pick<FileSample, 'extension' | 'text'>): Delimiter | undefined {
  if (text === null || ['.txt', '.text', '.log', '.md', '.json', '.xml'].includes(extension))
    return undefined
  const isNamed = extension === '.csv' || extension === '.tsv'
  const head = text.slice(0, 65_536)
  for (const delimiter of delimiters) {
    const records = parseCsv(head, delimiter, 40)
    const [first] = records
    if (!first || first.length < 2 || records.length < 2) continue
    const even = records.filter(({ length }) => length === first.length).length
    if (even < 0.8 * records.length) continue
    const isHeading = first.some((cell) => columnWords.test(cell))
    if (isNamed || isHeading || (first.length >= 3 && records.length >= 4)) return delimiter
  }
  // A list of one column.
  return isNamed ? ',' : undefined
}
