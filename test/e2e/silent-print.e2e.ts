import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inPortableWindow, unpackPortable } from './support/portable-window'
import { openScreen, type Screen } from './support/screen'

// Silent printing is a matter of a real window: headless Chromium never prints to a file by itself.

const base = mkdtempSync(join(tmpdir(), 'gnomon-print-'))
const documents = join(base, 'Documents')
let screen: Screen
beforeAll(async () => {
  screen = await openScreen()
})
afterAll(() => {
  screen.close()
  rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

describe('a window that our launcher opened', () => {
  it('saves the brief as PDF into the documents without a dialog', async () => {
    mkdirSync(documents)
    const pdf = await inPortableWindow(
      unpackPortable(base, 'stick'),
      { home: base, display: screen.display },
      async (page) => {
        await page.getByRole('button', { name: 'Open the sample case' }).click()
        await page.getByText('4 reports').waitFor()
        await page.getByRole('button', { name: 'Brief', exact: true }).click()
        await page.getByRole('button', { name: 'Save PDF…' }).click()
        return writtenPdf()
      },
    )
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    expect(text).toContain('TLP:')
    expect(text).toContain('SHA-256')
  })
})

/** The path of the one PDF once it has been written to its end. */
async function writtenPdf(): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const name = readdirSync(documents).find((file) => file.endsWith('.pdf'))
    if (name !== undefined && isWhole(join(documents, name))) return join(documents, name)
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`no PDF was written; there is: ${readdirSync(documents).join(', ')}`)
}

function isWhole(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    execFileSync('pdfinfo', [path], { stdio: 'ignore' })
    return true
  } catch {
    // Still being written.
    return false
  }
}
