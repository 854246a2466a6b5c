import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Writes files into a new folder, gone after the last test; keys are names, with folders where they have any. */
export function makeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-files-'))
  made.push(folder)
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}

/** An invented report with plain statements in it; `topic` makes its bytes its own. */
export function reportText(topic: string): string {
  return [
    `Storm-${1000 + (hashNumber(topic) % 9000)} intrusions: ${topic}`,
    'May 14, 2024',
    `Researchers at Northwind Labs published a report on ${topic} on Tuesday.`,
    'The researchers said that Chinese hackers compromised two government agencies in Laos in March 2024.',
    'The group used a backdoor called Reedbed and exploited CVE-2024-12345 in a VPN appliance.',
    'The hackers also tried to breach a telecommunications company in Kenya, but the attempt failed.',
  ].join('\n\n')
}

function hashNumber(text: string): number {
  return createHash('md5').update(text).digest().readUInt32LE(0)
}

/** A one-page PDF that shows these lines. */
export function textPdf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`)
  return pdf(`BT /F1 11 Tf 14 TL 60 760 Td ${shown.join('\n')} ET`)
}

/** A page with a drawn rectangle and no letter. */
export function picturePdf(): Uint8Array {
  return pdf('0.5 g 100 100 300 300 re f')
}

/** Opens with a user password only: RC4 with 40 bits, as PDF 1.3 has it (ISO 32000-1, 7.6.3). */
export function encryptedPdf(): Uint8Array {
  const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(-44)
  const ownerKey = md5(padded('owner')).subarray(0, 5)
  const owner = rc4(ownerKey, padded('secret'))
  const key = md5(Buffer.concat([padded('secret'), owner, permissions, id])).subarray(0, 5)
  const user = rc4(key, passwordPadding)
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`
  return pdf(
    'BT /F1 11 Tf 60 760 Td (Secret) Tj ET',
    `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O ${hex(owner)} /U ${hex(user)} >> /ID [${hex(id)} ${hex(id)}]`,
  )
}

function pdf(content: string, trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, place) => {
    const offset = body.length
    body += `${place + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = body.length
  body += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}

const passwordPadding = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), passwordPadding]).subarray(0, 32)
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest()
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, n) => n)
  const at = (n: number) => state[n & 255] ?? 0
  const swap = (a: number, b: number) => {
    const [first, second] = [at(a), at(b)]
    state[a] = second
    state[b] = first
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
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
