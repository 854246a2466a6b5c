import { takeIn } from '@core/import/take-in'
import { describe, expect, it } from 'vitest'
import { importPorts } from '../../../src-main/cli/adapters/import-ports'
import { aPdf } from '../../support/a-pdf'
import { blocksOf, imported, importHere, plainContext } from '../../support/import-here'

const bytesOf = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string, order: 'le' | 'be') =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0)
      return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
const page = [{ text: 'RedJuliett breached networks in Taiwan.', x: 72, y: 700 }]

describe('bad input', () => {
  it('names an empty file, whatever it is called', async () => {
    for (const name of ['report.txt', 'report.pdf', 'report.html', 'report'])
      expect(await importHere(name, '')).toEqual({ ok: false, failure: { code: 'empty-file' } })
  })

  it('names a file that holds white space only', async () => {
    expect(await importHere('blank.txt', ' \n\t\r\n ')).toEqual({
      ok: false,
      failure: { code: 'no-text' },
    })
  })

  it('reads a PDF that is HTML as what it is', async () => {
    const { report, source } = await imported(
      'advisory.pdf',
      '<!DOCTYPE html><html><body><h1>A title of the page</h1><p>APT28 scanned ministries.</p></body></html>',
    )
    expect(report.format).toBe('html')
    expect(source.text).toContain('APT28 scanned ministries.')
  })

  it('reads HTML that speaks of %PDF- in its first lines as HTML', async () => {
    const { report } = await imported(
      'a.html',
      '<html><head><!-- %PDF-1.7 --></head><p>Text.</p></html>',
    )
    expect(report.format).toBe('html')
  })

  it('finds a PDF behind a few bytes of junk', async () => {
    const { report } = await imported(
      'report.bin',
      new Uint8Array(Buffer.concat([Buffer.from('\r\n\r\n'), aPdf([page])])),
    )
    expect(report.format).toBe('pdf')
  })

  it('refuses an encrypted PDF as encrypted', async () => {
    expect(await importHere('secret.pdf', aPdf([page], { userPassword: 'secret' }))).toEqual({
      ok: false,
      failure: { code: 'encrypted' },
    })
  })

  it('opens a PDF that is encrypted with an empty password', async () => {
    const { source } = await imported('open.pdf', aPdf([page], { userPassword: '' }))
    expect(source.text).toBe('RedJuliett breached networks in Taiwan.')
  })

  it('says that a PDF has no text layer, and how many pages', async () => {
    expect(await importHere('scan.pdf', aPdf([[], [], []]))).toEqual({
      ok: false,
      failure: { code: 'no-text-layer', pageCount: 3 },
    })
  })

  it('says that a PDF is damaged where nothing of it can be read', async () => {
    const result = await importHere('cut.pdf', aPdf([page]).subarray(0, 60))
    expect(result).toMatchObject({ ok: false, failure: { code: 'damaged', format: 'pdf' } })
  })

  it('still reads a PDF that lost its end', async () => {
    const whole = aPdf([page])
    const { source } = await imported('cut.pdf', whole.subarray(0, whole.length - 14))
    expect(source.text).toBe('RedJuliett breached networks in Taiwan.')
  })

  it.each([
    ['an ELF program', bytesOf(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0), 'a Linux program (ELF)'],
    ['a Windows program', bytesOf(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0), 'a Windows program'],
    ['a PNG image', bytesOf(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'a PNG image'],
    [
      'noise',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255),
      'binary data of an unknown kind',
    ],
  ])('refuses %s named .txt and says what it is', async (_, bytes, looksLike) => {
    expect(await importHere('notes.txt', bytes)).toEqual({
      ok: false,
      failure: { code: 'unknown-format', looksLike },
    })
  })

  it('reads Latin-1', async () => {
    const text = 'Le groupe a visé des ministères à Paris et des opérateurs télécoms.'
    const { source } = await imported('note.txt', new Uint8Array(Buffer.from(text, 'latin1')))
    expect(source.text).toBe(text)
  })

  it('reads Windows-1252 with its quotation marks', async () => {
    const bytes = new Uint8Array(
      Buffer.from('The \x93group\x94 \x96 r\xe9cemment \x96 attacked.', 'latin1'),
    )
    const { source } = await imported('note.txt', bytes)
    expect(source.text).toBe('The “group” – récemment – attacked.')
  })

  it.each([
    ['UTF-16 little-endian with its mark', utf16('\ufeffAPT28 hit Łódź.', 'le')],
    ['UTF-16 big-endian with its mark', utf16('\ufeffAPT28 hit Łódź.', 'be')],
    ['UTF-16 little-endian without a mark', utf16('APT28 hit Łódź.', 'le')],
    ['UTF-16 big-endian without a mark', utf16('APT28 hit Łódź.', 'be')],
  ])('reads %s', async (_, bytes) => {
    const { source } = await imported('note.txt', bytes)
    expect(source.text).toBe('APT28 hit Łódź.')
  })

  it('reads UTF-8 that is cut in the middle of a character', async () => {
    const whole = new TextEncoder().encode(
      'Opération menée à Genève, à Zürich et à Besançon. Fin déçue à',
    )
    const { source } = await imported('note.txt', whole.subarray(0, whole.length - 1))
    expect(source.text).toBe('Opération menée à Genève, à Zürich et à Besançon. Fin déçue \ufffd')
  })

  it('reads a text of 60 MB, and nothing of it is lost', async () => {
    const paragraph = `${'The group scanned servers of a ministry. '.repeat(25).trim()}\n\n`
    const text = paragraph.repeat(Math.ceil((60 * 1024 * 1024) / paragraph.length))
    const { source } = await imported('dump.txt', text)
    expect(source.text.length).toBe(text.length)
    expect(source.blocks.length).toBe(text.length / paragraph.length)
  })

  it('refuses a text above the limit with its size', async () => {
    const bytes = new Uint8Array(65 * 1024 * 1024).fill(0x61)
    expect(await importHere('dump.txt', bytes)).toEqual({
      ok: false,
      failure: { code: 'too-large', byteLength: 65 * 1024 * 1024, limit: 64 * 1024 * 1024 },
    })
  })

  it('lets nothing of a page run or be asked for', async () => {
    const { source, report } = await imported(
      'page.html',
      `<html><head><title>The title of the page here</title><script>document.title = 'x'; fetch('https://evil.example/')</script>
       <link rel="stylesheet" href="https://evil.example/a.css"></head><body onload="steal()">
       <article><h1>The title of the page here</h1><p>APT28 sent lures to ministries in Kyiv over several months.</p>
       <img src="https://evil.example/beacon.png" alt="tracking"><iframe src="https://evil.example/"></iframe>
       <p>A second paragraph tells more of it.<script>alert(1)</script></p><noscript><img src="https://evil.example/b"></noscript></article></body></html>`,
    )
    expect(report.title).toBe('The title of the page here')
    expect(blocksOf({ source })).toEqual([
      ['title', 'The title of the page here'],
      ['paragraph', 'APT28 sent lures to ministries in Kyiv over several months.'],
      ['paragraph', 'A second paragraph tells more of it.'],
    ])
  })

  it('reads a page that is nested a hundred thousand deep', async () => {
    const depth = 100_000
    const { source } = await imported(
      'deep.html',
      `<html><body>${'<div>'.repeat(depth)}APT28 was here.${'</div>'.repeat(depth)}<p>And after.</p></body></html>`,
    )
    expect(source.text).toBe('APT28 was here.\n\nAnd after.')
  })

  it('gives the same report the same identity', async () => {
    const first = await imported('a.txt', 'APT28 hit Poland.')
    const second = await imported('copy of a.txt', 'APT28 hit Poland.')
    expect(second.report.id).toBe(first.report.id)
  })

  it('stops between stages when it is cancelled', async () => {
    const cancelled = { ...plainContext, isCancelled: () => true }
    for (const content of ['APT28 hit Poland.', '<html><p>APT28</p></html>', aPdf([page])])
      expect(await importHere('a', content, cancelled)).toEqual({
        ok: false,
        failure: { code: 'cancelled' },
      })
  })

  it('leaves the bytes of the file as they were', async () => {
    const bytes = aPdf([page])
    const before = bytes.slice()
    await takeIn({ name: 'a.pdf', bytes, importedAt: '' }, importPorts, plainContext)
    expect(bytes).toEqual(before)
  })
})
