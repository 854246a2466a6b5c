import { createHash } from 'node:crypto'

/** Text at a place: points from the lower left corner of a sheet of 612 × 792. */
export interface PdfRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly font?: 'plain' | 'bold' | 'mono' | 'chinese'
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>
  /** Encrypts (RC4, 40 bits, as old writers do); an empty one opens without asking. */
  readonly userPassword?: string
}

const fonts = {
  plain: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  bold: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  mono: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  // Not embedded and with a predefined character map: readable only with the CMaps at hand.
  chinese:
    '<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light /Encoding /UniCNS-UCS2-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /MSung-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >> ] >>',
} as const
const fontNames = Object.keys(fonts) as (keyof typeof fonts)[]

/** A small PDF with real text, one array of runs a page. */
export function aPdf(pages: readonly (readonly PdfRun[])[], options: PdfOptions = {}): Uint8Array {
  const id = createHash('md5').update('gnomon').digest()
  const lock = options.userPassword === undefined ? undefined : lockFor(options.userPassword, id)
  const objects: Buffer[] = []
  const add = (body: Buffer | string) => objects.push(Buffer.from(body))
  const firstPage = 3 + fontNames.length
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  for (const name of fontNames) add(fonts[name])
  const resources = `<< /Font << ${fontNames.map((name, i) => `/${name} ${3 + i} 0 R`).join(' ')} >> >>`
  pages.forEach((runs, i) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${firstPage + 2 * i + 1} 0 R >>`,
    )
    const plain: Buffer = Buffer.from(runs.map(drawRun).join('\n'), 'latin1')
    const content: Buffer = lock ? lock.encrypt(plain, objects.length + 1) : plain
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    )
  })
  const trailer = [`/Root 1 0 R`, `/ID [<${id.toString('hex')}> <${id.toString('hex')}>]`]
  if (options.info) {
    // Strings of an encrypted file would be encrypted too.
    add(
      `<< ${Object.entries(options.info)
        .map(([key, value]) => `/${key} (${value})`)
        .join(' ')} >>`,
    )
    trailer.push(`/Info ${objects.length} 0 R`)
  }
  if (lock) {
    add(lock.dictionary)
    trailer.push(`/Encrypt ${objects.length} 0 R`)
  }
  return assemble(objects, trailer)
}

function drawRun({ text, x, y, size = 10, font = 'plain' }: PdfRun): string {
  const shown =
    font === 'chinese'
      ? `<${Array.from(text)
          .map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
          .join('')}>`
      : `(${text.replace(/[\\()]/g, '\\$&')})`
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${shown} Tj ET`
}

function assemble(objects: readonly Buffer[], trailer: readonly string[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((body, i) => {
    offsets.push(length)
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
  })
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer.join(' ')} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** The standard security handler, revision 2 (ISO 32000-1, 7.6.3). */
function lockFor(userPassword: string, id: Buffer) {
  const padding = Buffer.from(
    '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
    'hex',
  )
  const padded = (text: string) =>
    Buffer.concat([Buffer.from(text, 'latin1'), padding]).subarray(0, 32)
  const md5 = (...parts: readonly Buffer[]) =>
    createHash('md5').update(Buffer.concat(parts)).digest()
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(-4)
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(userPassword))
  const key = md5(padded(userPassword), owner, permissions, id).subarray(0, 5)
  const user = rc4(key, padding)
  return {
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`,
    encrypt: (content: Buffer, objectNumber: number) => {
      const suffix = Buffer.from([objectNumber & 255, (objectNumber >> 8) & 255, 0, 0, 0])
      return rc4(md5(key, suffix).subarray(0, 10), content)
    },
  }
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i)
  const at = (i: number) => state[i & 255] ?? 0
  const swap = (i: number, j: number) => {
    const held = at(i)
    state[i & 255] = at(j)
    state[j & 255] = held
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
