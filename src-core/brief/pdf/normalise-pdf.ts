/** The information dictionary is the first object that Chromium writes. */
const headLength = 16_384

/**
 * Takes out of a PDF that Chromium printed what the printing left in it: the clock's time and the browser's own name. The
 * day of making stands in their place, so that the same case and date give the same bytes. Lengths stay, and with them every
 * offset of the file. `date` is ISO (`YYYY-MM-DD`).
 */
export function normalisePdf(pdf: Uint8Array, date: string): Uint8Array {
  const result = pdf.slice()
  const head = Array.from(result.subarray(0, headLength), (byte) => String.fromCharCode(byte)).join(
    '',
  )
  const day = date.replaceAll('-', '')
  const clean = head
    .replace(/(\/(?:CreationDate|ModDate) \()D:\d{14}[^)]*(?=\))/g, (old, key: string) =>
      filled(key, `D:${day}000000Z`, old.length - key.length),
    )
    .replace(/(\/Creator \()((?:\\.|[^\\)])*)(?=\))/, (_, key: string, creator: string) =>
      filled(key, 'Gnomon', creator.length),
    )
  for (let i = 0; i < clean.length; i++) result[i] = clean.charCodeAt(i)
  return result
}

function filled(key: string, value: string, length: number): string {
  return key + value.slice(0, length).padEnd(length, ' ')
}
