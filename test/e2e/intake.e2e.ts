import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocx, aParagraph } from '../support/a-docx'
import { aZip } from '../support/a-zip'
import type { Gnomon } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { makeFiles, picturePdf } from './support/make-files'

const statement = (who: string) =>
  `${who} compromised a ministry in Laos in March 2024, researchers at Northwind Labs said in their report.`

const inner = aZip([{ name: 'deep.txt', content: `Notes\n\n${statement('APT28')}` }])
const stick = aZip([
  { name: 'report.docx', content: aDocx(aParagraph('A report') + aParagraph(statement('APT41'))) },
  { name: 'inner.zip', content: inner },
  { name: '../escape.txt', content: 'x' },
  { name: 'scan.pdf', content: Buffer.from(picturePdf()) },
])

let gnomon: Gnomon
beforeAll(async () => {
  const folder = makeFiles({ 'stick.zip': Buffer.from(stick) })
  gnomon = await launchGnomon()
  await dropFiles(gnomon.page, [join(folder, 'stick.zip')])
  await gnomon.page
    .getByText(/files done, 2 not read/)
    .first()
    .waitFor()
})
afterAll(async () => {
  await gnomon.close()
  removeProfile(gnomon.profile)
})

async function picture(name: string): Promise<void> {
  const folder = process.env.GNOMON_PICTURES
  if (folder !== undefined)
    writeFileSync(join(folder, `${name}.png`), await gnomon.page.screenshot())
}

/** By the whole name: members bear that of their archive, too. */
function itemOf(name: string) {
  const { page } = gnomon
  return page.getByTestId('import-item').filter({ has: page.getByTitle(name, { exact: true }) })
}

describe('an archive dropped on the window', () => {
  it('gives each member a verdict of its own', async () => {
    await picture('panel')
    for (const [name, words] of [
      ['stick.zip', /Opened, 4 files inside/],
      ['stick.zip/report.docx', /Read, \d+ link/],
      ['stick.zip/inner.zip/deep.txt', /Read, \d+ link/],
      ['stick.zip/../escape.txt', /leads out of the archive/],
      ['stick.zip/scan.pdf', /no text layer, 1 page/],
    ] as const)
      await expect.poll(() => itemOf(name).textContent()).toMatch(words)
  })

  it('keeps what was not read in Quarantine, with reason and another try', async () => {
    const { page } = gnomon
    await page.getByRole('button', { name: 'Open Quarantine' }).click()
    const grid = page.getByRole('grid', { name: 'Quarantine' })
    await grid.getByText('stick.zip/scan.pdf').click()
    await page.getByText(/The file is kept here as it is/).waitFor()
    await picture('quarantine')
    await page.getByRole('button', { name: 'Try again', exact: true }).click()
    await expect.poll(() => grid.textContent()).toContain('scan.pdf')
    await grid.getByText('stick.zip/../escape.txt').click()
    await page.getByRole('button', { name: 'Dismiss file' }).click()
    await expect.poll(() => grid.textContent()).not.toContain('escape.txt')
  })

  it('is one step for undo', async () => {
    const { page } = gnomon
    await page.locator('footer').getByText('2 reports').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('footer').getByText('0 reports').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await page.locator('footer').getByText('2 reports').waitFor()
  })
})

describe('an import that a crash interrupts', () => {
  it('goes on in the next window with what was not read', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `${i}.txt`)
    const folder = makeFiles(
      Object.fromEntries(names.map((name, i) => [name, `${statement(`APT${i}`)}\n`.repeat(150)])),
    )
    const first = await launchGnomon()
    await dropFiles(
      first.page,
      names.map((name) => join(folder, name)),
    )
    await first.page.locator('[data-testid=import-item][data-state=read]').first().waitFor()
    await first.kill()
    const next = await launchGnomon({ profile: first.profile })
    try {
      const { page } = next
      await page.getByRole('alertdialog', { name: 'Interrupted import' }).waitFor()
      await page.getByRole('button', { name: /^Read \d+ files?$/ }).click()
      await page.locator('footer').getByText('40 reports').waitFor({ timeout: 50_000 })
      expect(next.problems).toEqual([])
    } finally {
      await next.close()
      removeProfile(next.profile)
    }
  })
})
