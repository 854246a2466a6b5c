import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { inPortableWindow, unpackPortable } from './support/portable-window'

// What goes on the stick: the ZIP unpacked, opened by its own launcher on a clean profile, with no Node on the path.

const base = mkdtempSync(join(tmpdir(), 'gnomon-stick-'))
afterAll(() => rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

describe('the portable edition', () => {
  it('opens from a fresh folder, reads the samples, and keeps the case when the folder is replaced', async () => {
    const first = unpackPortable(base, 'first')
    const links = await inPortableWindow(first, { home: base }, async (page) => {
      await page.getByRole('button', { name: 'Open the sample case' }).click()
      await page.getByText('4 reports').waitFor()
      return linksOf(page)
    })
    expect(links).toBeGreaterThan(0)
    rmSync(first, { recursive: true })
    const second = unpackPortable(base, 'second')
    const kept = await inPortableWindow(second, { home: base }, async (page) => {
      await page.getByText('4 reports').waitFor()
      return linksOf(page)
    })
    expect(kept).toBe(links)
  })

  it('runs its command line without node_modules', () => {
    const folder = unpackPortable(base, 'cli')
    const article = join(base, 'article.txt')
    writeFileSync(article, 'APT29 breached a ministry in Norway, ESET said.')
    const printed = execFileSync(
      process.execPath,
      [join(folder, 'cli/gnomon.mjs'), 'extract', '--format', 'json', article],
      { encoding: 'utf8', cwd: base },
    )
    expect((JSON.parse(printed) as { links: unknown[] }).links.length).toBeGreaterThan(0)
  })
})

async function linksOf(page: Page): Promise<number> {
  const status = await page
    .getByText(/^\d+ links$/)
    .first()
    .innerText()
  return Number(status.split(' ')[0])
}
