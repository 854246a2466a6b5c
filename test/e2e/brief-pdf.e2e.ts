import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inkAtEdges } from './support/ink'

// The brief as the command line writes it, read back by poppler.

const folder = mkdtempSync(join(tmpdir(), 'gnomon-brief-'))
const pdf = join(folder, 'brief.pdf')
const chinese = `Flax Typhoon hacked into the servers of a university in Taiwan where William Lai (賴清德) had spoken in May 2025.
Flax Typhoon also targeted a bank in Kenya, Harbour Lab added.`

beforeAll(() => {
  const article = join(folder, 'article.txt')
  writeFileSync(article, chinese)
  const samples = readdirSync('resources/samples')
    .filter((name) => /\.(html|txt)$/.test(name))
    .map((name) => resolve('resources/samples', name))
  gnomon(['brief', '--out', pdf, article, ...samples])
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the brief as PDF', () => {
  it('has real text, Chinese names too', () => {
    const text = poppler('pdftotext', ['-layout', pdf, '-'])
    expect(text).toContain('Flax Typhoon')
    expect(text).toContain('賴清德')
    expect(text).toContain('Evidence, word for word')
  })

  it('carries the marking twice and its number on every page', () => {
    const pages = poppler('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, i) => {
      expect(page.match(/TLP:CLEAR/g)?.length ?? 0, `page ${i + 1}`).toBeGreaterThanOrEqual(2)
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
    })
  })

  it('numbers its contents by the pages on which the sections stand', () => {
    const pages = poppler('pdftotext', ['-layout', pdf, '-']).split('\f')
    const contents = [
      ...readFileSync(join(folder, 'brief.html'), 'utf8').matchAll(
        /<li><a href="#s\d+"><span>([^<]+)<\/span><span class="page">(\d+)</g,
      ),
    ]
    expect(contents.length).toBeGreaterThan(10)
    for (const [, heading = '', number] of contents) {
      const words = heading.replaceAll('&amp;', '&')
      const page = pages.findIndex((text) => text.split('\n').some((line) => line.trim() === words))
      expect([words, Number(number)]).toEqual([words, page + 1])
    }
  })

  it('is the same bytes for the same files and day', () => {
    const again = join(folder, 'again.pdf')
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    const [article = ''] = files
    for (const out of [pdf.replace('brief.pdf', 'once.pdf'), again])
      gnomon(['brief', '--date', '2026-01-02', '--out', out, join(folder, article)])
    expect(readFileSync(again).equals(readFileSync(join(folder, 'once.pdf')))).toBe(true)
    expect(readFileSync(again, 'latin1')).not.toContain('Headless')
  })

  it('embeds every font', () => {
    const rows = poppler('pdffonts', [pdf]).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row, row).toMatch(/\byes\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/)
    expect(rows.join('\n')).toMatch(/NotoSansTC/)
  })

  it('has bookmarks and is tagged', () => {
    expect(poppler('pdfinfo', [pdf])).toMatch(/Tagged:\s+yes/)
    expect(readFileSync(pdf, 'latin1')).toContain('/Outlines')
  })

  it('leaves the margins of every page free: nothing is cut at an edge', () => {
    for (const ink of inkAtEdges(pdf, folder, 40, 8)) expect(ink).toBe(0)
  })

  it('keeps its HTML beside it: one file with its fonts inside, without a reference out', () => {
    const html = readFileSync(join(folder, 'brief.html'), 'utf8')
    expect(html).toContain('src:url(data:font/woff2;base64,')
    expect(html).not.toMatch(/(?:src|href)\s*=\s*["']?(?:https?:|\/\/)/i)
    expect(html).not.toMatch(/<script/i)
  })
})

function gnomon(args: readonly string[]): string {
  return execFileSync(process.execPath, ['out/cli/gnomon.mjs', ...args], { encoding: 'utf8' })
}

function poppler(tool: string, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
}
