import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../build/scripts/launch/find-browser.mjs'
import { makePortable } from '../../build/scripts/portable/make-portable.mjs'

// What goes on the stick: the ZIP unpacked, opened by its own launcher on a clean profile, with no Node on the path.

const base = mkdtempSync(join(tmpdir(), 'gnomon-stick-'))
afterAll(() => rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

describe('the portable edition', () => {
  it('opens from a fresh folder, reads the samples, and keeps the case when the folder is replaced', async () => {
    const first = unpack('first')
    const links = await inWindow(first, async (page) => {
      await page.getByRole('button', { name: 'Open the sample case' }).click()
      await page.getByText('4 reports').waitFor()
      return linksOf(page)
    })
    expect(links).toBeGreaterThan(0)
    rmSync(first, { recursive: true })
    const second = unpack('second')
    const kept = await inWindow(second, async (page) => {
      await page.getByText('4 reports').waitFor()
      return linksOf(page)
    })
    expect(kept).toBe(links)
  })

  it('runs its command line without node_modules', () => {
    const folder = unpack('cli')
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

function unpack(name: string): string {
  const files = unzipSync(makePortable(process.cwd(), '0.0.0'))
  const target = join(base, name)
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    writeFileSync(join(target, path), bytes)
  }
  const [folder] = readdirSync(target)
  return join(target, folder ?? '')
}

/** Starts the launcher as a user would, but without a screen, and hands over its page; closes the window after. */
async function inWindow<T>(folder: string, work: (page: Page) => Promise<T>): Promise<T> {
  const profile = join(base, 'profile')
  const child = spawn('/bin/sh', [join(folder, 'gnomon.sh')], {
    env: {
      PATH: '/usr/bin:/bin',
      HOME: base,
      CHROMIUM_PATH: findBrowser(),
      GNOMON_PROFILE: profile,
      GNOMON_BROWSER_FLAGS: '--headless=new --remote-debugging-port=0',
    },
    stdio: 'ignore',
  })
  const exited = new Promise((done) => child.once('exit', done))
  const browser = await connect(profile)
  try {
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((candidate) => candidate.url().startsWith('file:'))
    if (!page) throw new Error('the launcher opened no page')
    return await work(page)
  } finally {
    const session = await browser.newBrowserCDPSession()
    await session.send('Browser.close').catch(() => undefined)
    await exited
    rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  }
}

/** The browser writes the port it chose into its profile. */
async function connect(profile: string): Promise<Browser> {
  for (let attempt = 0; attempt < 150; attempt++) {
    try {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
      return await chromium.connectOverCDP(`http://127.0.0.1:${port ?? ''}`)
    } catch {
      // Not yet there.
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  throw new Error('the browser did not start')
}

async function linksOf(page: Page): Promise<number> {
  const status = await page
    .getByText(/^\d+ links$/)
    .first()
    .innerText()
  return Number(status.split(' ')[0])
}
