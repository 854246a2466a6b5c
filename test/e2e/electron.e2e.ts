import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type {} from '../../src-renderer/host/create-host'
import { afterEach, describe, expect, it } from 'vitest'
import { rootFlags } from '../../build/scripts/launch/browser-flags.mjs'
import { findElectron } from '../../build/scripts/launch/electron-runtime.mjs'

// The desktop edition itself. It needs an Electron runtime, which npm start fetches where it can be reached, and a display.
const executablePath = findElectron(process.cwd())
const display =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
const canRun = executablePath !== undefined && display

describe.skipIf(!canRun)(
  'the desktop edition (skipped where there is no Electron runtime or no display)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'gnomon-electron-'))
    let app: ElectronApplication | undefined
    afterEach(async () => {
      await app?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    it('opens sandboxed, reads a file from its command line, refuses every road out and counts it, and prints a brief', async () => {
      const article = join(folder, 'article.txt')
      writeFileSync(article, 'APT29 breached a ministry in Norway, ESET said.')
      app = await _electron.launch({
        executablePath: executablePath ?? '',
        args: [...rootFlags(), resolve('.'), `--user-data-dir=${join(folder, 'data')}`, article],
      })
      const page = await app.firstWindow()
      await page.getByText('1 report', { exact: true }).waitFor()

      expect(await globalsOf(page)).toEqual({
        process: 'undefined',
        require: 'undefined',
        bridge: 'object',
      })
      expect(
        await page.evaluate(() =>
          fetch('https://example.com/').then(
            () => 'reached',
            () => 'refused',
          ),
        ),
      ).toBe('refused')
      expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
      await page.evaluate(() => (location.href = 'https://example.com/'))
      const report = await page.evaluate(() => window.gnomon?.networkReport(null))
      expect(report?.refused.windows).toBeGreaterThan(0)
      expect(report?.refused.navigations).toBeGreaterThan(0)

      const pdf = join(folder, 'brief.pdf')
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, pdf)
      await page.evaluate(() =>
        window.gnomon?.saveBriefAsPdf({ suggestedName: 'brief.pdf', html: '<h1>Brief</h1>' }),
      )
      expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/)
    })
  },
)

function globalsOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({
    process: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    bridge: typeof window.gnomon,
  }))
}
