import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { verdictOf } from './support/import-panel'
import type { Gnomon, LaunchOptions } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { makeFiles, reportText } from './support/make-files'
import { storedCase, wholeReports } from './support/stored-case'

let gnomon: Gnomon | undefined
afterEach(async () => {
  await gnomon?.close()
  if (gnomon) removeProfile(gnomon.profile)
  gnomon = undefined
})

async function open(options: LaunchOptions = {}): Promise<Page> {
  gnomon = await launchGnomon(options)
  return gnomon.page
}

async function reopen(): Promise<Page> {
  const profile = gnomon?.profile
  await gnomon?.close()
  return open(profile === undefined ? {} : { profile })
}

const oneReport = { 'river.txt': reportText('the river campaign') }

describe('a case', () => {
  it('takes dropped files and folders, and is there again after closing', async () => {
    const folder = makeFiles({
      ...oneReport,
      'stick/first.md': `# Title\n\n${reportText('the first stick')}`,
      'stick/deeper/second.html': `<html><body><article><p>${reportText('the second stick')}</p></article></body></html>`,
    })
    let page = await open()
    await dropFiles(page, [join(folder, 'river.txt'), join(folder, 'stick')])
    for (const name of ['river.txt', 'first.md', 'second.html'])
      expect(await verdictOf(page, name)).toMatchObject({ state: 'read' })
    const before = await storedCase(page)
    expect(wholeReports(before)).toHaveLength(3)
    page = await reopen()
    expect(await storedCase(page)).toEqual(before)
    await page.getByText('3 reports').first().waitFor()
    expect(gnomon?.problems).toEqual([])
    expect(gnomon?.remoteRequests).toEqual([])
  })

  it('keeps the original file byte for byte', async () => {
    const folder = makeFiles(oneReport)
    const page = await open()
    await dropFiles(page, [join(folder, 'river.txt')])
    await verdictOf(page, 'river.txt')
    const kept = await page.evaluate(async () => {
      const name = (await indexedDB.databases()).find(({ name }) =>
        name?.startsWith('gnomon-case-'),
      )
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name?.name ?? '')
        request.onsuccess = () => resolve(request.result)
      })
      const rows = await new Promise<{ bytes: ArrayBuffer }[]>((resolve) => {
        const request = database.transaction('originals').objectStore('originals').getAll()
        request.onsuccess = () => resolve(request.result as { bytes: ArrayBuffer }[])
      })
      database.close()
      return rows.map(({ bytes }) => [...new Uint8Array(bytes)])
    })
    expect(kept).toEqual([[...readFileSync(join(folder, 'river.txt'))]])
  })

  it('says "already here" for the same report under another name', async () => {
    const folder = makeFiles({ ...oneReport, 'copy of it.txt': oneReport['river.txt'] })
    const page = await open()
    await dropFiles(page, [join(folder, 'river.txt')])
    await verdictOf(page, 'river.txt')
    await dropFiles(page, [join(folder, 'copy of it.txt')])
    const verdict = await verdictOf(page, 'copy of it.txt')
    expect(verdict.state).toBe('already-here')
    expect(verdict.words).toMatch(/already here/i)
    expect(wholeReports(await storedCase(page))).toHaveLength(1)
  })

  it('holds whole reports only after the browser was killed in the middle of an import', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `report ${n}.txt`)
    const folder = makeFiles(
      Object.fromEntries(names.map((name) => [name, reportText(name).repeat(20)])),
    )
    let page = await open()
    await dropFiles(page, [folder])
    await page.locator('[data-testid=import-item][data-state=read]').nth(3).waitFor()
    await gnomon?.kill()
    page = await open({ profile: gnomon?.profile ?? '' })
    await page
      .getByText(/\d+ reports?/)
      .first()
      .waitFor()
    const survivors = wholeReports(await storedCase(page))
    expect(survivors.length).toBeGreaterThanOrEqual(4)
    expect(survivors.length).toBeLessThan(names.length)
    // What was read already is seen at once, and the panel may be gone again: only the case itself tells.
    await dropFiles(page, [folder])
    await expect
      .poll(async () => wholeReports(await storedCase(page)).length, { timeout: 40_000 })
      .toBe(names.length)
  })

  it('loses no decision that was shown as taken when the browser is killed right after', async () => {
    const folder = makeFiles(oneReport)
    let page = await open()
    await dropFiles(page, [join(folder, 'river.txt')])
    await verdictOf(page, 'river.txt')
    await page.getByRole('button', { name: 'Hide this panel' }).click()
    const openLinks = async () => {
      await page.getByRole('navigation', { name: 'Views' }).getByText('Links').click()
      await page.getByRole('grid', { name: 'Links' }).getByRole('row').nth(1).click()
    }
    await openLinks()
    await page.keyboard.press('a')
    await page.getByLabel('Your initials').fill('AB')
    await page.keyboard.press('Enter')
    const inspector = () => page.getByRole('complementary', { name: 'Inspector' })
    await inspector().getByText('Accepted by AB').waitFor()
    await gnomon?.kill()
    page = await open({ profile: gnomon?.profile ?? '' })
    await openLinks()
    await inspector().getByText('Accepted by AB').waitFor()
    const { decisions } = await storedCase(page)
    expect(decisions.map(({ action }) => action.type)).toEqual(['import-reports', 'accept-link'])
  })

  it('is one in two windows: what one imports and decides, the other shows', async () => {
    const folder = makeFiles({ ...oneReport, 'delta.txt': reportText('the delta campaign') })
    const page = await open()
    const second = await gnomon!.context.newPage()
    await second.goto(page.url())
    await second.locator('#root main').first().waitFor()
    await page.bringToFront()
    await dropFiles(page, [join(folder, 'river.txt')])
    await verdictOf(page, 'river.txt')
    await second.getByText('1 report', { exact: true }).first().waitFor()
    await second.bringToFront()
    await dropFiles(second, [join(folder, 'delta.txt')])
    await verdictOf(second, 'delta.txt')
    await page.getByText('2 reports', { exact: true }).first().waitFor()
    expect(wholeReports(await storedCase(page))).toHaveLength(2)
  })

  it('is refused and left alone when a newer Gnomon has written it', async () => {
    const page = await open()
    await storedCase(page)
    const raise = (on: Page) =>
      on.evaluate(async () => {
        const known = (await indexedDB.databases()).find(({ name }) =>
          name?.startsWith('gnomon-case-'),
        )
        if (known?.name === undefined || known.version === undefined) throw new Error('No case')
        const request = indexedDB.open(known.name, known.version + 10)
        await new Promise((resolve, reject) => {
          request.onsuccess = resolve
          request.onerror = reject
        })
        request.result.close()
        return known.version + 10
      })
    const version = await raise(page)
    await page.reload()
    await page
      .getByRole('alert')
      .getByText(/a newer Gnomon wrote it/)
      .waitFor()
    const left = await page.evaluate(async () =>
      (await indexedDB.databases())
        .filter(({ name }) => name?.startsWith('gnomon-case-'))
        .map(({ version }) => version),
    )
    expect(left).toEqual([version])
  })
})
