import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromStix } from '@core/exchange/stix/from-stix'
import { verdictOf } from './support/import-panel'
import type { Gnomon } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { makeFiles, reportText } from './support/make-files'

let gnomon: Gnomon
let page: Page
beforeAll(async () => {
  gnomon = await launchGnomon()
  ;({ page } = gnomon)
  await page.getByText('Drop reports anywhere').waitFor()
  const folder = makeFiles({ 'laos.txt': reportText('ministries in Laos') })
  await dropFiles(page, [`${folder}/laos.txt`])
  expect(await verdictOf(page, 'laos.txt')).toMatchObject({ state: 'read' })
  await page.getByRole('button', { name: 'Hide this panel' }).click()
  // A test cannot answer the system's own dialog: without it the page downloads, and that can be caught.
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
})
afterAll(async () => {
  await gnomon.close()
  removeProfile(gnomon.profile)
})

async function openExport(): Promise<void> {
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('dialog', { name: 'Export' }).waitFor()
}

async function exportAs(
  format: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await openExport()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: format, exact: true }).check()
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Export [A-Z]+…$/ }).click()
  const download = await saved
  const bytes = readFileSync(await download.path())
  await dialog.waitFor({ state: 'hidden' })
  return { name: download.suggestedFilename(), bytes }
}

describe('exporting from the window', () => {
  it('writes STIX that comes back, with the sentences', async () => {
    const { name, bytes } = await exportAs('STIX 2.1 bundle')
    const back = fromStix(JSON.parse(bytes.toString('utf8')))
    expect(name).toMatch(/^gnomon-stix-\d{4}-\d{2}-\d{2}\.json$/)
    expect(back).toMatchObject({ ok: true, value: { issues: [] } })
    if (back.ok)
      expect(back.value.quotes.map(({ quote }) => quote).join(' ')).toContain(
        'compromised two government agencies in Laos',
      )
  })

  it('draws pictures: PNG with pixels in it, SVG with its fonts inside', async () => {
    const png = await exportAs('Graph as PNG')
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.bytes.readUInt32BE(16)).toBe(2000)
    expect(png.bytes.length).toBeGreaterThan(20_000)
    const svg = await exportAs('Map as SVG')
    expect(svg.bytes.toString('utf8')).toMatch(/^<svg[^>]*><style>@font-face\{font-family:"Inter"/)
  })

  it('packs notes as a ZIP', async () => {
    const { bytes } = await exportAs('Markdown notes')
    const notes = unzipSync(new Uint8Array(bytes))
    expect(strFromU8(notes['Countries/Laos.md']!)).toContain(
      'compromised two government agencies in Laos',
    )
  })

  it('says what readers would do, for each format, and exports only what is filtered', async () => {
    await openExport()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    const findings = dialog.getByRole('region', { name: 'What its readers would refuse' })
    await findings.getByText('links were read by machine').waitFor()
    await dialog.getByRole('radio', { name: 'MISP event' }).check()
    await findings.getByText('they go as comments with their sentences').waitFor()
    await dialog.getByRole('radio', { name: /^The whole case/ }).check()
    await dialog.getByText('The whole case leaves this machine.').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('complains of nothing and asks nobody', () => {
    expect(gnomon.problems).toEqual([])
    expect(gnomon.remoteRequests).toEqual([])
  })
})
