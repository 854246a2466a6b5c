import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { networkSilencingFlags } from '@core/contracts/network-silence'
import { fail, succeed, type Result } from '@core/lib/result'

const longestSeconds = 120

/** Has a browser without a window make `out` of a page, with a profile that is thrown away; `flags` say what. */
export async function runBrowser(
  browser: string,
  page: string,
  out: string,
  flags: readonly string[],
): Promise<Result<null, string>> {
  const profile = await mkdtemp(join(tmpdir(), 'gnomon-print-'))
  try {
    await rm(out, { force: true })
    const failure = await run(browser, [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      ...networkSilencingFlags,
      ...(isLinuxRoot() ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      ...flags,
      pathToFileURL(resolve(page)).href,
    ])
    const size = await stat(out).then(
      (entry) => entry.size,
      () => 0,
    )
    return size > 0 ? succeed(null) : fail(failure ?? 'it wrote nothing')
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Chromium's sandbox cannot start as root on Linux. */
function isLinuxRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

function run(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((settle) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    const complaints: string[] = []
    const timer = setTimeout(() => {
      child.kill()
      settle(`not finished after ${longestSeconds} seconds`)
    }, longestSeconds * 1000)
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (complaints.length < 50) complaints.push(text)
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      settle(error.message)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      const [last] = complaints.join('').trim().split('\n').slice(-1)
      settle(code === 0 ? undefined : `exit code ${code}${last ? `, ${last}` : ''}`)
    })
  })
}
