import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { textPdf } from '../../e2e/support/make-files'
import { gnomon } from './memory-terminal'

let folder = ''
const path = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gnomon-brief-'))
  writeFileSync(
    path('a.txt'),
    'APT28 breached the defence ministry of Poland in March 2024, officials said. APT28 also attacked Ukraine.',
  )
  writeFileSync(path('empty.txt'), '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser that writes its arguments where it should print to. */
function standInBrowser(body: string): void {
  writeFileSync(path('browser'), `#!${process.execPath}\n${body}`)
  chmodSync(path('browser'), 0o755)
  vi.stubEnv('CHROMIUM_PATH', path('browser'))
}

describe('gnomon brief', () => {
  it('writes one self-contained page, the same for the same input', async () => {
    const args = ['brief', '--out', path('brief.html'), path('a.txt')]
    expect((await gnomon(args)).exitCode).toBe(0)
    const html = readFileSync(path('brief.html'), 'utf8')
    expect(html).toContain('APT28')
    expect(html).not.toMatch(/<script|src="http|href="http/)
    await gnomon(args)
    expect(readFileSync(path('brief.html'), 'utf8')).toBe(html)
  })

  it('finds an actor by any of its names and writing', async () => {
    for (const name of ['apt 28', 'Fancy Bear', 'APT-28']) {
      const { exitCode } = await gnomon([
        'brief',
        '--actor',
        name,
        '--out',
        path('one.html'),
        path('a.txt'),
      ])
      expect(exitCode).toBe(0)
    }
  })

  it('says which actors there are where none bears the name', async () => {
    const { exitCode, complaints } = await gnomon([
      'brief',
      '--actor',
      'Nobody',
      '--out',
      path('b.html'),
      path('a.txt'),
    ])
    expect(exitCode).toBe(1)
    expect(complaints).toEqual([expect.stringMatching(/"Nobody"; they tell of: .*APT28/)])
    expect(existsSync(path('b.html'))).toBe(false)
  })

  it('briefs on the files that could be read and names the others', async () => {
    const { exitCode, complaints } = await gnomon([
      'brief',
      '--out',
      path('b.html'),
      path('empty.txt'),
      path('a.txt'),
    ])
    expect([exitCode, complaints]).toEqual([1, [`${path('empty.txt')}: the file is empty`]])
    expect(existsSync(path('b.html'))).toBe(true)
  })

  it('has the page printed by a browser that is silenced, with a profile that goes away', async () => {
    writeFileSync(path('page.pdf'), textPdf(['A brief']))
    standInBrowser(
      `const out = process.argv.find((a) => a.startsWith('--print-to-pdf=')).slice(15)
       const fs = require('node:fs')
       fs.copyFileSync(${JSON.stringify(path('page.pdf'))}, out)
       fs.writeFileSync(${JSON.stringify(path('arguments'))}, process.argv.slice(2).join('\\n'))`,
    )
    const { exitCode, complaints } = await gnomon([
      'brief',
      '--out',
      path('brief.pdf'),
      path('a.txt'),
    ])
    expect(complaints).toEqual([])
    const args = readFileSync(path('arguments'), 'utf8').split('\n')
    expect(exitCode).toBe(0)
    expect(args).toEqual(
      expect.arrayContaining([
        '--headless',
        '--proxy-server=127.0.0.1:9',
        '--generate-pdf-document-outline',
      ]),
    )
    expect(args.at(-1)).toMatch(/^file:\/\/.*brief\.html$/)
    const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice(16) ?? ''
    expect(profile).not.toBe('')
    expect(existsSync(profile)).toBe(false)
  })

  it('keeps the page and says why where the browser prints nothing', async () => {
    standInBrowser(`console.error('no display'); process.exit(3)`)
    const { exitCode, complaints } = await gnomon([
      'brief',
      '--out',
      path('brief.pdf'),
      path('a.txt'),
    ])
    expect(exitCode).toBe(1)
    expect(complaints).toEqual([expect.stringContaining('exit code 3, no display')])
    expect(existsSync(path('brief.html'))).toBe(true)
    expect(existsSync(path('brief.pdf'))).toBe(false)
  })

  it('keeps the page and says what to install where there is no browser', async () => {
    vi.stubEnv('CHROMIUM_PATH', '')
    vi.stubEnv('PATH', folder)
    const { exitCode, complaints } = await gnomon([
      'brief',
      '--out',
      path('brief.pdf'),
      path('a.txt'),
    ])
    expect(exitCode).toBe(1)
    expect(complaints).toEqual([expect.stringContaining('Install Chromium, Chrome or Edge')])
    expect(existsSync(path('brief.html'))).toBe(true)
  })

  it('writes nothing under the name where the browser prints what is no PDF', async () => {
    standInBrowser(
      `const out = process.argv.find((a) => a.startsWith('--print-to-pdf=')).slice(15)
       require('node:fs').writeFileSync(out, 'not a PDF')`,
    )
    const { exitCode, complaints } = await gnomon([
      'brief',
      '--out',
      path('brief.pdf'),
      path('a.txt'),
    ])
    expect([exitCode, complaints]).toEqual([1, [expect.stringContaining('could not be read back')]])
    expect(existsSync(path('brief.pdf'))).toBe(false)
    expect(existsSync(path('brief.pdf.part'))).toBe(false)
  })

  it('leaves out what is marked above --tlp', async () => {
    writeFileSync(
      path('red.txt'),
      'TLP:RED\n\nAPT28 also breached a bank in Norway in May 2024, the agency found.',
    )
    const args = ['brief', '--tlp', 'green', '--out', path('b.md'), path('a.txt'), path('red.txt')]
    expect((await gnomon(args)).exitCode).toBe(0)
    const written = readFileSync(path('b.md'), 'utf8')
    expect(written).toContain('TLP:GREEN')
    expect(written).toContain('Poland')
    expect(written).not.toContain('Norway')
  })

  it('briefs on who went after a victim', async () => {
    const args = ['brief', '--victim', 'PL', '--out', path('b.md'), path('a.txt')]
    expect((await gnomon(args)).exitCode).toBe(0)
    const written = readFileSync(path('b.md'), 'utf8')
    expect(written).toContain('# Reported threat activity against Poland')
    expect(written).not.toMatch(/\*\*Ukraine/)
  })

  it.each([
    [['brief', '--out', 'a.pdf', '--template', 'novel', 'a.txt']],
    [['brief', '--out', 'a.pdf', '--tlp', 'pink', 'a.txt']],
    [['brief', '--out', 'a.pdf', '--paper', 'A3', 'a.txt']],
    [['brief', '--out', 'a.pdf', '--since', 'May', 'a.txt']],
    [['brief', 'a.txt']],
    [['brief', '--out', 'a.docx', 'a.txt']],
    [['brief', '--out', 'a.pdf']],
  ])('calls %j wrong usage', async (args) => {
    expect((await gnomon(args)).exitCode).toBe(2)
  })
})
