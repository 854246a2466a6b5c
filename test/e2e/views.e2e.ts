import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { syntheticCase } from '../support/synthetic-case'
import type { Gnomon } from './support/launch'
import { launchGnomon, removeProfile } from './support/launch'
import { seedCase } from './support/seed-case'

let gnomon: Gnomon
beforeAll(async () => {
  gnomon = await launchGnomon()
  await seedCase(gnomon.page, syntheticCase({ reports: 30, actors: 8, linksPerReport: 10 }))
})
afterAll(async () => {
  await gnomon.close()
  removeProfile(gnomon.profile)
})

async function show(title: string): Promise<Page> {
  const { page } = gnomon
  await page.getByRole('navigation', { name: 'Views' }).getByText(title, { exact: true }).click()
  return page
}

const inspector = () => gnomon.page.getByRole('complementary', { name: 'Inspector' })

describe('the timeline', () => {
  it('leads by keys alone from a lane to a period and its sentence', async () => {
    const page = await show('Timeline')
    const lanes = page.getByRole('group', { name: /^Timeline/ })
    await lanes.focus()
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowRight')
    await inspector().getByText('Evidence').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-landing=true]').first().waitFor()
    await page.keyboard.press('\\')
    await page.keyboard.press('Escape')
    expect(gnomon.problems).toEqual([])
  })
})

describe('the time range at the foot', () => {
  it('holds back links in every view, and comes back with one press', async () => {
    const page = await show('Links')
    const count = page.getByText(/^\d+ links$/).first()
    const before = Number.parseInt((await count.textContent()) ?? '', 10)
    await page.getByRole('slider', { name: 'Until' }).focus()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    await page.getByRole('button', { name: /^Time: until/ }).waitFor()
    await expect
      .poll(async () => Number.parseInt((await count.textContent()) ?? '', 10))
      .toBeLessThan(before)
    await page.getByRole('button', { name: 'Show all times' }).click()
    await expect
      .poll(async () => Number.parseInt((await count.textContent()) ?? '', 10))
      .toBe(before)
  })
})

describe('the matrix', () => {
  it('leads by keys from a cell to its links and their sentence', async () => {
    const page = await show('Matrix')
    const grid = page.getByRole('grid', { name: 'Actors by victims' })
    await grid.focus()
    await grid
      .getByRole('gridcell', { name: /compromised;/ })
      .first()
      .click()
    await inspector().getByText('Evidence').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-landing=true]').first().waitFor()
    await page.keyboard.press('\\')
    await page.getByText('Sectors in countries', { exact: true }).click()
    await page.getByText(/^\d+ actors? × \d+ victims?$/).waitFor()
    await page.getByText('Countries', { exact: true }).click()
    await page.keyboard.press('Escape')
    expect(gnomon.problems).toEqual([])
  })
})

describe('the review', () => {
  it('goes down the queue by keys alone, takes back, and accepts the sure ones after a preview', async () => {
    const page = await show('Review')
    const waiting = page.getByText(/^\d+ waits?, \d+ of \d+ decided$/)
    const left = async () => Number.parseInt((await waiting.textContent()) ?? '', 10)
    const before = await left()
    const card = page.getByRole('article', { name: 'Link to judge' })
    const first = await card.textContent()
    await page.keyboard.press('a')
    await page.getByLabel('Your initials').fill('AB')
    await page.keyboard.press('Enter')
    await expect.poll(left).toBe(before - 1)
    for (const [done, key] of ['r', 'a', 'r'].entries()) {
      await page.keyboard.press(key)
      await expect.poll(left).toBe(before - 2 - done)
    }
    expect(await card.textContent()).not.toBe(first)
    const third = await card.textContent()
    await page.keyboard.press('s')
    await expect.poll(() => card.textContent()).not.toBe(third)
    await page.keyboard.press('Control+z')
    await expect.poll(left).toBe(before - 3)
    await page.getByRole('button', { name: 'Accept the sure ones…' }).click()
    const accept = page.getByRole('button', { name: /^Accept \d+ links$/ })
    const count = Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0])
    await accept.click()
    await expect.poll(left, { timeout: 20_000 }).toBe(before - 3 - count)
    await page.getByText('Precision', { exact: true }).click()
    await page.getByRole('grid', { name: 'Precision' }).getByText('frame/attack-verb').waitFor()
    await page.getByText('Queue', { exact: true }).click()
    expect(gnomon.problems).toEqual([])
  })
})

describe('the filter sentence', () => {
  it('asks for actors by origin and victims, and comes back under its name', async () => {
    const page = await show('Matrix')
    const size = page.getByText(/^\d+ actors? × \d+ victims?$/)
    const before = await size.textContent()
    await page.getByRole('button', { name: /^Actors: any actor/ }).click()
    await page.getByRole('textbox', { name: 'Actor or suspected origin' }).fill('from')
    await page.getByRole('checkbox').first().check()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Actors: actors from / }).waitFor()
    await expect.poll(() => size.textContent()).not.toBe(before)
    const narrow = await size.textContent()
    await page.getByRole('button', { name: 'Views', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('From there')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as “From there”.').waitFor()
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await expect.poll(() => size.textContent()).toBe(before)
    await show('Links')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('view from there')
    await page.getByRole('option', { name: /From there/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => size.textContent()).toBe(narrow)
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    expect(gnomon.problems).toEqual([])
  })
})

describe('the search', () => {
  it('finds words in their sentence, opens the report there, and is there again after a restart', async () => {
    const page = await show('Links')
    await page.keyboard.press('/')
    const box = page.getByRole('textbox', { name: 'Search in all reports and notes' })
    await box.fill('"Telecommunications Authority"')
    await page.getByText(/^\d+ reports? of 30$/).waitFor()
    const results = page.getByRole('list', { name: 'Reports found' })
    await results.locator('mark').first().waitFor()
    expect(await results.locator('mark').first().textContent()).toBe('Telecommunications Authority')
    await box.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[data-landing=true]').first().waitFor()
    await page.keyboard.press('\\')
    await page.reload()
    await results.locator('mark').first().waitFor()
    await box.fill('Telecomunications ')
    await page.getByText(/for words nearly so/).waitFor()
    await box.fill('')
    expect(gnomon.problems).toEqual([])
  })
})

describe('the guide', () => {
  it('opens offline at the page of the view, and leads to every other', async () => {
    const page = await show('Matrix')
    await page.keyboard.press('F1')
    await page.getByRole('article', { name: 'Matrix' }).waitFor()
    await page.getByRole('navigation', { name: 'Pages of the guide' }).getByText('Search').click()
    await page
      .getByRole('article', { name: 'Search' })
      .getByText('With the words side by side')
      .waitFor()
    await page.keyboard.press('Escape')
    expect(gnomon.remoteRequests).toEqual([])
  })
})
