/**
 * RFC 4180: commas, CRLF, quotes doubled. A cell that a spreadsheet would run as a formula gets an apostrophe before it, because names and
 * quotations come from strangers' documents.
 */
export function csvText(rows: readonly (readonly (string | number | boolean)[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

/** Said before a file for spreadsheets: without it they take UTF-8 for the machine's old code page. */
export const byteOrderMark = '\ufeff'

function cellText(cell: string | number | boolean): string {
  if (typeof cell !== 'string') return String(cell)
  const safe = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** OWASP, "CSV injection": also behind white space, and full-width signs, which Excel takes for the plain ones. */
export function isFormula(cell: string): boolean {
  return /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell)
}
