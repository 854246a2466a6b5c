import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../../../build/scripts/launch/find-browser.mjs'
import { makePortable } from '../../../build/scripts/portable/make-portable.mjs'

/** Unpacks `gnomon-portable.zip` as a user does; returns the program's folder. */
export function unpackPortable(base: string, name: string): string {
  const files = unzipSync(makePortable(process.cwd(), '0.0.0'))
  const target = join(base, name)
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    writeFileSync(join(target, path), bytes)
  }
  const [folder] = readdirSync(target)
  return join(target, folder ?? '')
}

export interface LauncherOptions {
  /** The user's home, where documents and the profile go. */
  readonly home: string
  /** The X display to open the window on; without one the browser runs headless. */
  readonly display?: string | undefined
}

/** Starts the launcher as a user would, with no Node on the path, and hands over its page; closes the window after. */
export async function inPortableWindow<T>(
  folder: string,
  { home, display }: LauncherOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const profile = join(home, 'profile')
  const child = spawn('/bin/sh', [join(folder, 'gnomon.sh')], {
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      CHROMIUM_PATH: findBrowser(),
      GNOMON_PROFILE: profile,
      GNOMON_BROWSER_FLAGS: `${display === undefined ? '--headless=new ' : ''}--remote-debugging-port=0`,
      ...(display === undefined ? {} : { DISPLAY: display }),
    },
    stdio: 'ignore',
  })
  const exited = new Promise((done) => child.once('exit', done))
  const browser = await connect(profile)
  try {
    return await work(await pageOf(browser))
  } finally {
    const session = await browser.newBrowserCDPSession()
    await session.send('Browser.close').catch(() => undefined)
    await exited
    rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  }
}

async function pageOf(browser: Browser): Promise<Page> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const pages = browser.contexts()[0]?.pages() ?? []
    const page = pages.find((candidate) => candidate.url().startsWith('file:'))
    if (page) return page
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the launcher opened no page')
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
