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
