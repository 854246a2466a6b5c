import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { verdictOf } from './support/import-panel'
import { dropFiles, launchGnomon, removeProfile, type Gnomon } from './support/launch'
import { makeFiles } from './support/make-files'

let gnomon: Gnomon | undefined
afterEach(async () => {
  await gnomon?.close()
  if (gnomon) removeProfile(gnomon.profile)
  gnomon = undefined
})

describe('the composer of briefs', () => {
  it('checks the analyst’s sentence, mends it on a click, and takes the step back', async () => {
    const page = await openBrief()
    await page.getByRole('tab', { name: 'Blocks' }).click()
    await page.getByRole('button', { name: /^Key judgements/ }).click()
    await page.getByRole('button', { name: 'Edit these drafts' }).click()
    const sentence = page.getByRole('textbox', { name: 'Sentence' }).first()
    await sentence.fill('It is probable, with high confidence, that Earth Centaur breached Taiwan.')
    await page.getByRole('tab', { name: /Checks/ }).click()
    await page.getByText('Likelihood and confidence stand in one sentence').waitFor()
    await page.getByRole('button', { name: 'Say the confidence apart' }).click()
    await page.getByRole('button', { name: 'Say “likely”' }).click()
    await page
      .getByText('Likelihood and confidence stand in one sentence')
      .waitFor({ state: 'hidden' })
    await frameText(page, 'It is likely that Earth Centaur breached Taiwan.')
    await page.getByRole('button', { name: 'Undo in the composer' }).click()
    await page.getByRole('tab', { name: 'Blocks' }).click()
    expect(await sentence.inputValue()).toContain('probable')
    expect(gnomon?.problems).toEqual([])
  })

  it('keeps its words across a restart and moves a block by keyboard', async () => {
    const page = await openBrief()
    await page.getByRole('textbox', { name: 'Title' }).fill('Night letter')
    await page.getByRole('tab', { name: 'Blocks' }).click()
    await page.getByRole('button', { name: 'Move Key judgements up' }).press('Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
    await frameText(page, 'Night letter')
    const profile = gnomon?.profile ?? ''
    await gnomon?.close()
    gnomon = await launchGnomon({ profile })
    await showBrief(gnomon.page)
    expect(await gnomon.page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(
      'Night letter',
    )
    await frameText(gnomon.page, 'Night letter')
    const headings = await gnomon.page.frameLocator('iframe').locator('h2').allInnerTexts()
    expect(headings.slice(0, 2)).toEqual(['Key judgements', 'Bottom line up front'])
  })

  it('leaves out what is marked above the ceiling, and says what drops', async () => {
    const folder = makeFiles({
      'open.txt':
        'TLP:CLEAR\n\nAPT29 breached a ministry in Norway in May 2024, Northwind Labs said.',
      'closed.txt':
        'TLP:RED\n\nAPT29 also breached a bank in Kenya in June 2024, Northwind Labs said.',
    })
    gnomon = await launchGnomon()
    const { page } = gnomon
    await dropFiles(page, [join(folder, 'open.txt'), join(folder, 'closed.txt')])
    await verdictOf(page, 'closed.txt')
    await verdictOf(page, 'open.txt')
    await showBrief(page)
    await frameText(page, 'Kenya')
    await page.getByLabel('Marking').first().click()
    await page.getByRole('option', { name: 'TLP:GREEN' }).click()
    await page.getByText(/One source drops out/).waitFor()
    await frameText(page, 'Sources marked above TLP:GREEN were left out')
    expect(await page.frameLocator('iframe').locator('body').innerText()).not.toContain('Kenya')
  })

  it('freezes an issue and tells in the next brief what changed since', async () => {
    const page = await openBrief()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Freeze as issued' }).click()
    await page.getByText(/^Frozen: /).waitFor()
    await frameText(page, 'Nothing has changed since the issue of')
    await page.getByRole('tab', { name: 'Issued' }).click()
    await page.getByRole('button', { name: 'Save this issue…' }).waitFor()
  })
})

async function openBrief(): Promise<Page> {
  gnomon = await launchGnomon({ hash: '#sample' })
  await gnomon.page.getByText('4 reports').first().waitFor()
  await showBrief(gnomon.page)
  return gnomon.page
}

async function showBrief(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Brief', exact: true }).first().click()
  await page
    .getByText(/^Page 1 of [1-9]/)
    .first()
    .waitFor()
}

async function frameText(page: Page, text: string): Promise<void> {
  await page.frameLocator('iframe').getByText(text).first().waitFor({ state: 'attached' })
}
