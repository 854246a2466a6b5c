import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { verdictOf } from './support/import-panel'
import type { Gnomon, LaunchOptions } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'

const articles = {
  'harbour.txt': `Flax Typhoon broke into networks in Taiwan

2024-05-14

Microsoft said on Tuesday that Flax Typhoon compromised government agencies in Taiwan in March 2024. The group also targeted telecommunications companies in Laos.`,
  'second.txt': `Sandworm and the grid

2023-11-09

Mandiant said that Sandworm compromised an energy company in Ukraine in October 2022.`,
}

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

/** The same case in a fresh window. */
async function reopen(): Promise<Page> {
  const profile = gnomon?.profile
  await gnomon?.close()
  return open(profile === undefined ? {} : { profile })
}

async function dropArticles(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-articles-'))
  const paths = Object.entries(articles).map(([name, text]) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
  await page.getByText('Drop reports anywhere').waitFor()
  await dropFiles(page, paths)
  for (const name of Object.keys(articles))
    expect(await verdictOf(page, name)).toMatchObject({ state: 'read' })
  await page.getByRole('button', { name: 'Hide this panel' }).click()
}

function linkRow(page: Page, ...words: readonly string[]): Locator {
  let row = page.getByRole('grid', { name: 'Links' }).getByRole('row')
  for (const word of words) row = row.filter({ hasText: word })
  return row.first()
}

async function showView(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByText(title, { exact: true }).click()
}

describe('the main job', () => {
  it('goes from two dropped articles to a link, its sentence, a verdict that survives, and undo', async () => {
    let page = await open()
    await dropArticles(page)
    await showView(page, 'Links')
    await linkRow(page, 'Flax Typhoon', 'compromised', 'Taiwan').click()

    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    const sentence = /Flax Typhoon compromised government agencies in Taiwan/
    await inspector.getByText('Evidence').waitFor()
    await inspector.getByRole('button', { name: sentence }).click()
    const landing = page.locator('[data-landing=true]').filter({ hasText: 'Taiwan' }).first()
    await landing.waitFor()
    expect(await isOnScreen(landing)).toBe(true)

    await inspector.getByRole('button', { name: /^Accept link/ }).click()
    await page.getByLabel('Your initials').fill('AB')
    await page.getByRole('button', { name: 'Save initials' }).click()
    await inspector.getByText('Accepted by AB').waitFor()

    page = await reopen()
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByText('Accepted by AB')
      .waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText(/^Undone: Accepted: Flax Typhoon compromised/).waitFor()
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByText('Accepted by AB')
      .waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+z')
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByText('Accepted by AB')
      .waitFor()
    expect(gnomon?.problems).toEqual([])
    expect(gnomon?.remoteRequests).toEqual([])
  })

  it('rejects by key alone, hides what was rejected, and counts it', async () => {
    const page = await open()
    await dropArticles(page)
    await page.keyboard.press('3')
    await linkRow(page, 'Sandworm', 'Ukraine').click()
    await page.keyboard.press('r')
    await page.getByLabel('Your initials').fill('CD')
    await page.keyboard.press('Enter')
    await page.getByText('1 rejected, hidden').waitFor()
    await linkRow(page, 'Sandworm', 'Ukraine').waitFor({ state: 'detached' })
    await page.getByText('1 rejected, hidden').click()
    await linkRow(page, 'Sandworm', 'Ukraine').waitFor()
    expect(gnomon?.problems).toEqual([])
  })
})

describe('the selection', () => {
  it('is one: an actor chosen in the palette is lit in every view and is there after a restart', async () => {
    let page = await open()
    await dropArticles(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('sandw')
    await page.getByRole('option', { name: /Sandworm.*Actor/, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    const card = (of: Page) =>
      of
        .getByRole('complementary', { name: 'Inspector' })
        .getByRole('heading', { name: 'Sandworm' })
    await card(page).waitFor()
    await showView(page, 'Links')
    await page.getByText(/links? touch(es)? the selection|of \d+ links/).waitFor()
    await linkRow(page, 'Flax Typhoon').waitFor({ state: 'detached' })
    await showView(page, 'Brief')
    await page.getByRole('region', { name: 'Composer' }).getByText('Sandworm').first().waitFor()
    page = await reopen()
    await card(page).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'This case' }).waitFor()
    await page.keyboard.press('Backspace')
    await card(page).waitFor()
  })

  it('reaches from a name in the text to the card', async () => {
    const page = await open()
    await dropArticles(page)
    await page.getByRole('grid', { name: 'Reports' }).getByText('Sandworm and the grid').click()
    await page.getByRole('article').getByText('Ukraine').first().click()
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('heading', { name: 'Ukraine' })
      .waitFor()
  })
})

describe('the frame', () => {
  it('says what will happen while files are over the window', async () => {
    const page = await open()
    await page.getByText('Drop reports anywhere').waitFor()
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
    await page.getByText('Read this into the case').waitFor()
    await session.send('Input.dispatchDragEvent', { type: 'dragCancel', x: 300, y: 300, data })
    await page.getByText('Read this into the case').waitFor({ state: 'detached' })
  })

  it('opens the sample case from the first start and comes back with view and theme', async () => {
    let page = await open()
    await page.getByRole('button', { name: 'Open the sample case' }).click()
    await page.getByText('4 reports').first().waitFor()
    await showView(page, 'Map')
    await page.getByRole('button', { name: /Switch to the night theme/ }).click()
    page = await reopen()
    await page.getByRole('region', { name: 'Map' }).waitFor()
    await page.getByRole('button', { name: /Switch to the paper theme/ }).waitFor()
    expect(gnomon?.problems).toEqual([])
  })
})

describe('the brief', () => {
  it('is previewed in a frame that runs nothing', async () => {
    const page = await open({ hash: '#sample' })
    await page.getByText('4 reports').first().waitFor()
    await showView(page, 'Brief')
    const frame = page.getByTitle('Preview of the brief')
    await frame.waitFor()
    expect(await frame.getAttribute('sandbox')).toBe('allow-same-origin')
    await page.frameLocator('iframe').getByText('Summary').first().waitFor({ state: 'attached' })
    await page
      .frameLocator('iframe')
      .getByRole('heading', { name: 'Evidence, word for word' })
      .waitFor({ state: 'attached' })
    expect(gnomon?.problems).toEqual([])
    expect(gnomon?.remoteRequests).toEqual([])
  })
})

async function isOnScreen(locator: Locator): Promise<boolean> {
  await locator.page().waitForTimeout(400)
  const box = await locator.boundingBox()
  const size = locator.page().viewportSize()
  return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height
}
