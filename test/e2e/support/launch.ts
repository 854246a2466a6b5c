import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { networkSilencingFlags } from '../../../build/scripts/launch/browser-flags.mjs'
import { browserNames, findBrowser } from '../../../build/scripts/launch/find-browser.mjs'

/** The built portable edition, open in a real browser. */
export interface Gnomon {
  readonly page: Page
  readonly context: BrowserContext
  readonly profile: string
  /** Uncaught errors, and errors and warnings on the console. A test that expects none says so. */
  readonly problems: readonly string[]
  /** Every request that was not for a file of the build, a blob or data. */
  readonly remoteRequests: readonly string[]
  /** Closes the browser as a user does; the profile stays. */
  close(): Promise<void>
  /** Ends the browser as a power cut does: SIGKILL to the process that was started here. */
  kill(): Promise<void>
}

export interface LaunchOptions {
  /** An earlier one's, to find its case again; otherwise a fresh one. */
  readonly profile?: string
  /** Goes behind the address, e.g. `#sample`. */
  readonly hash?: string
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** Opens out/renderer/index.html, which must have been built. */
export async function launchGnomon(options: LaunchOptions = {}): Promise<Gnomon> {
  const profile = options.profile ?? freshProfile()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    chromiumSandbox: false,
    headless: true,
    viewport: options.viewport ?? { width: 1440, height: 900 },
    args: ['--disable-gpu', ...networkSilencingFlags],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const problems = watchProblems(page)
  const remoteRequests: string[] = []
  context.on('request', (request) => {
    if (!/^(?:file|blob|data|about):/.test(request.url())) remoteRequests.push(request.url())
  })
  await page.goto(`${builtPage()}${options.hash ?? ''}`)
  // The desk stands once the case has been opened; before that a drop would be nobody's.
  await page.locator('#root main').first().waitFor()
  const pid = processOf(profile)
  const closed = new Promise((done) => context.once('close', done))
  return {
    page,
    context,
    profile,
    problems,
    remoteRequests,
    close: () => context.close(),
    kill: async () => {
      process.kill(pid, 'SIGKILL')
      await closed
      // The dead browser's lock would keep the next one from the profile.
      for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
        rmSync(join(profile, lock), { force: true })
    },
  }
}

export function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'gnomon-profile-'))
}

/** Removes what `freshProfile` made; a browser that is just ending may still be writing there. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Drops real files and folders on the middle of the window, as from a file manager. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const data = { items: [], files: paths.map((path) => resolve(path)), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  await session.detach()
}

function browserPath(): string {
  const path = findBrowser()
  if (path === undefined) throw new Error(`No browser found; looked for ${browserNames}`)
  return path
}

function builtPage(): string {
  const path = resolve('out/renderer/index.html')
  if (!existsSync(path)) throw new Error(`${path} is not there: run "npm run build" first`)
  return pathToFileURL(path).href
}

function watchProblems(page: Page): readonly string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  return problems
}

/** Chromium locks its profile with a link to `host-pid`. */
function processOf(profile: string): number {
  const lock = readlinkSync(join(profile, 'SingletonLock'))
  return Number(lock.slice(lock.lastIndexOf('-') + 1))
}
