import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sampleReports } from '../../resources/samples/index'
import { aDocx, aParagraph } from '../support/a-docx'
import { aPdf } from '../support/a-pdf'
import { aZip } from '../support/a-zip'
import { vary } from './vary-text'

export interface MixedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Reports that must come out of it: 0 for what nobody can read. */
  readonly reports: number
}

/** A stick as analysts get one: `count` files of every kind, names and numbers varied by a seed, one in twenty unreadable. Each is made when asked for. */
export function* mixedFiles(count: number, pagesEach = 2): Generator<MixedFile> {
  const texts = sampleReports.map(({ text }) => text)
  const advisory = resolve(process.cwd(), '../shared/samples/AA20-302A.docx')
  const word = existsSync(advisory) ? new Uint8Array(readFileSync(advisory)) : undefined
  for (let i = 0; i < count; i++) {
    const make = makers[i % makers.length]
    if (i % 20 === 19) yield unreadable(i)
    else if (word && i === 500) yield { name: 'advisory.docx', bytes: word, reports: 1 }
    else if (make) yield make(i, textOf(texts, i, pagesEach))
  }
}

/** About 3,000 characters are a page. */
function textOf(texts: readonly string[], seed: number, pages: number): string {
  const parts: string[] = []
  for (let size = 0, i = 0; size < 3000 * pages; i++) {
    const part = vary(texts[(seed + i) % texts.length] ?? '', seed * 31 + i)
    parts.push(part)
    size += part.length
  }
  return parts.join('\n\n')
}

const encode = (text: string) => new TextEncoder().encode(text)
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((part) => part.trim() !== '')

type Maker = (seed: number, text: string) => MixedFile

const makers: readonly Maker[] = [
  (i, text) => ({ name: `notes/${i}.txt`, bytes: encode(text), reports: 1 }),
  (i, text) => ({
    name: `pages/${i}.html`,
    bytes: encode(
      `<!doctype html><html><head><title>Report ${i}</title></head><body><article><h1>Report ${i}</h1>${paragraphs(
        text,
      )
        .map((part) => `<p>${escapeXml(part)}</p>`)
        .join('\n')}</article></body></html>`,
    ),
    reports: 1,
  }),
  (i, text) => ({ name: `word/${i}.docx`, bytes: aWordDocument(text), reports: 1 }),
  (i, text) => ({ name: `papers/${i}.pdf`, bytes: aPaper(text), reports: 1 }),
  (i, text) => ({
    name: `mail/${i}.eml`,
    bytes: encode(
      `From: cert@cert.example\r\nTo: all@cert.example\r\nSubject: Alert ${i}\r\nDate: Tue, 25 Jun 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee the attached report ${i}.\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="report-${i}.txt"\r\n\r\n${text}\r\n--b--\r\n`,
    ),
    reports: 2,
  }),
  (i, text) => ({ name: `notes/${i}.md`, bytes: encode(`# Report ${i}\n\n${text}`), reports: 1 }),
  (i, text) => ({
    name: `archives/${i}.zip`,
    bytes: aZip([
      { name: `${i}-a.txt`, content: text.slice(0, text.length / 2) },
      { name: `word/${i}-b.docx`, content: aWordDocument(text.slice(text.length / 2)) },
    ]),
    reports: 2,
  }),
  (i, text) => ({
    name: `rich/${i}.rtf`,
    bytes: encode(
      `{\\rtf1\\ansi\\uc1 ${paragraphs(text)
        .map((part) => `${escapeRtf(part)}\\par\n`)
        .join('')}}`,
    ),
    reports: 1,
  }),
  (i) => ({
    name: `tables/${i}.csv`,
    bytes: encode(
      `type,value,comment\n${Array.from({ length: 60 }, (_, row) => `domain,host${i}-${row}.bad.example,seen`).join('\n')}\n`,
    ),
    reports: 1,
  }),
  (i, text) => ({ name: `bundles/${i}.json`, bytes: encode(aBundle(i, text)), reports: 1 }),
]

function escapeRtf(text: string): string {
  return text
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0)}?`)
}

function aWordDocument(text: string): Uint8Array {
  return aDocx(
    paragraphs(text)
      .map((part) => aParagraph(escapeXml(part)))
      .join(''),
  )
}

function aPaper(text: string): Uint8Array {
  const lines = (text.replace(/[^\x20-\x7e\n]/g, '-').match(/[^\n]{1,88}(?:\s|$)|\n/g) ?? []).map(
    (line) => line.trim(),
  )
  const pages = []
  for (let i = 0; i < lines.length; i += 50)
    pages.push(
      lines
        .slice(i, i + 50)
        .flatMap((line, row) => (line === '' ? [] : [{ text: line, x: 60, y: 740 - row * 14 }])),
    )
  return aPdf(pages)
}

function aBundle(seed: number, text: string): string {
  const id = (type: string, n: number) =>
    `${type}--00000000-0000-4000-8000-${String(seed * 10 + n).padStart(12, '0')}`
  return JSON.stringify({
    type: 'bundle',
    id: id('bundle', 0),
    objects: [
      { type: 'report', id: id('report', 1), name: `Report ${seed}`, description: text },
      { type: 'intrusion-set', id: id('intrusion-set', 1), name: 'APT41' },
      { type: 'malware', id: id('malware', 1), name: 'PlugX' },
      {
        type: 'relationship',
        id: id('relationship', 1),
        relationship_type: 'uses',
        source_ref: id('intrusion-set', 1),
        target_ref: id('malware', 1),
      },
    ],
  })
}

function unreadable(seed: number): MixedFile {
  const kinds: readonly MixedFile[] = [
    { name: `bad/${seed}.txt`, bytes: new Uint8Array(), reports: 0 },
    { name: `bad/${seed}.pdf`, bytes: aPdf([[], []]), reports: 0 },
    { name: `bad/${seed}.docx`, bytes: encode('PK\u0003\u0004 cut off'), reports: 0 },
    { name: `bad/${seed}.exe`, bytes: encode(`MZ\0\0\0${seed}`), reports: 0 },
  ]
  return kinds[seed % kinds.length] ?? { name: 'bad', bytes: new Uint8Array(), reports: 0 }
}
