export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** Records of a table in text (RFC 4180; any of the usual delimiters), in one pass. `most`: records after which it stops. */
export function parseCsv(text: string, delimiter: Delimiter, most = Infinity): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  const endRecord = () => {
    if (record.length > 1 || record[0] !== '') records.push(record)
    record = []
  }
  while (at < text.length && records.length < most) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    record.push(cell.value)
    at = cell.end
    const next = text[at]
    if (next === delimiter) {
      at += 1
      if (at >= text.length || text[at] === '\n' || text[at] === '\r') record.push('')
    }
    if (next !== delimiter || at >= text.length || text[at] === '\n' || text[at] === '\r') {
      if (text[at] === '\r') at += 1
      if (text[at] === '\n') at += 1
      endRecord()
    }
  }
  return records
}

interface Cell {
  readonly value: string
  readonly end: number
}

function plainCell(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start
  for (; end < text.length; end++) {
    const character = text[end]
    if (character === delimiter || character === '\n' || character === '\r') break
  }
  return { value: text.slice(start, end).trim(), end }
}

/** Two quotation marks inside stand for one; what follows the closing mark up to the delimiter is dropped. */
function quotedCell(text: string, start: number, delimiter: Delimiter): Cell {
  const parts: string[] = []
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { value: [...parts, text.slice(at)].join('').trim(), end: text.length }
    parts.push(text.slice(at, quote))
    if (text[quote + 1] !== '"')
      return { value: parts.join('').trim(), end: plainCell(text, quote + 1, delimiter).end }
    parts.push('"')
    at = quote + 2
  }
}
