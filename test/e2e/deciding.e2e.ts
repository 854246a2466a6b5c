import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Gnomon } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { verdictOf } from './support/import-panel'
import { makeFiles } from './support/make-files'
import { storedCase } from './support/stored-case'

let gnomon: Gnomon
let page: Page
beforeEach(async () => {
  gnomon = await launchGnomon()
  page = gnomon.page
  const folder = makeFiles({
    'first.md':
      '# River report\n\nFlax Typhoon breached a ministry in Laos in 2023.\n\nThe Quartz Gully company was named in it.\n\nAPT41 attacked it before.\n',
    'second.md':
      '# Delta report\n\nAPT41 compromised a hospital in Kenya in 2024.\n\nIt used Cobalt Strike.\n',
  })
  await dropFiles(page, [join(folder, 'first.md'), join(folder, 'second.md')])
  await verdictOf(page, 'first.md')
  await verdictOf(page, 'second.md')
  await page.getByRole('button', { name: 'Hide this panel' }).click()
})
afterEach(async () => {
  expect(gnomon.problems).toEqual([])
  await gnomon.close()
  removeProfile(gnomon.profile)
})

const inspector = () => page.getByRole('complementary', { name: 'Inspector' })

async function choose(name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Type a command, a name or a report').fill(name)
  await page.getByRole('option', { name }).first().click()
}

async function giveInitials(): Promise<void> {
  await page.getByLabel('Your initials').fill('AB')
  await page.keyboard.press('Enter')
}

async function actionTypes(): Promise<readonly string[]> {
  return (await storedCase(page)).decisions.map(({ action }) => action.type)
}

describe('decisions in the window', () => {
  it('imports a drop of two files as one step', async () => {
    await page.keyboard.press('Control+z')
    await page.getByText('0 reports').first().waitFor()
    await page.keyboard.press('Control+Shift+z')
    await page.getByText('2 reports').first().waitFor()
  })

  it('merges two actors from the keyboard, says who did, separates them again, and renames', async () => {
    await choose('River report')
    const text = page.getByRole('region', { name: 'Text of the report' })
    await text.getByText('Flax Typhoon').first().click()
    await text
      .getByText('APT41')
      .first()
      .click({ modifiers: ['Control'] })
    await inspector()
      .getByRole('button', { name: /Merge 2 actors/ })
      .waitFor()
    await page.keyboard.press('Shift+M')
    const dialog = page.getByRole('dialog', { name: 'Merge 2 actors' })
    await dialog.getByRole('radio', { name: /Flax Typhoon/ }).check()
    await dialog.getByRole('button', { name: 'Merge 2 actors' }).click()
    await giveInitials()
    await inspector().getByText('Merged by AB').waitFor()
    await inspector().getByText('Why are these one?').waitFor()
    await inspector().getByRole('button', { name: 'Separate' }).click()
    await inspector().getByText('Merged by AB').waitFor({ state: 'detached' })
    await page.keyboard.press('F2')
    await page.getByLabel('Name to show').fill('Brass Heron')
    await page.keyboard.press('Enter')
    await inspector()
      .getByRole('heading', { name: /Brass Heron/ })
      .waitFor()
    expect((await actionTypes()).slice(2)).toEqual(['merge-entities', 'revoke', 'rename-entity'])
  })

  it('marks selected words as a name with M and a letter, and draws a link with L and a letter', async () => {
    await choose('River report')
    const text = page.getByRole('region', { name: 'Text of the report' })
    await text.getByText('Quartz Gully').waitFor()
    await selectWords('Quartz Gully')
    await page.keyboard.press('m')
    await page.getByRole('dialog').getByText('“Quartz Gully”').waitFor()
    await page.keyboard.press('o')
    await giveInitials()
    await inspector()
      .getByRole('heading', { name: /Quartz Gully/ })
      .waitFor()
    await selectWords('Flax Typhoon breached a ministry in Laos in 2023.')
    await page.keyboard.press('l')
    await page.getByRole('dialog').getByText('Flax Typhoon breached').waitFor()
    await page.keyboard.press('a')
    await inspector().getByText('Accepted by AB').waitFor()
    const types = await actionTypes()
    expect(types.slice(-2)).toEqual(['add-mention', 'add-link'])
  })

  it('keeps a note, moves a report to the bin and back, and goes back in the history', async () => {
    await choose('Flax Typhoon')
    await inspector()
      .getByRole('heading', { name: /Flax Typhoon/ })
      .waitFor()
    await page.keyboard.press('n')
    await page.getByLabel('Note', { exact: true }).fill('Ask the liaison.')
    await page.getByRole('button', { name: 'Keep note' }).click()
    await giveInitials()
    await inspector().getByText('Ask the liaison.').waitFor()
    await choose('River report')
    await choose('Move the open report to the bin')
    await page.getByText('1 report', { exact: true }).first().waitFor()
    await choose('Show the bin')
    await page.getByRole('button', { name: 'Bring back' }).click()
    await page.getByText('2 reports').first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('h')
    const steps = page.getByRole('region', { name: 'Steps' })
    await steps.getByText('Imported 2 reports').waitFor()
    await steps
      .getByRole('listitem')
      .filter({ hasText: 'Imported 2 reports' })
      .getByRole('button', { name: 'Go back to here' })
      .click()
    await steps.getByText(/Went back to/).waitFor()
    await page.keyboard.press('Escape')
    await choose('Flax Typhoon')
    await expect.poll(() => inspector().getByText('Ask the liaison.').count()).toBe(0)
  })
})

/** Selects words in the reader as a drag of the mouse does. */
async function selectWords(words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const region = document.querySelector('[aria-label="Text of the report"]')
    const walker = document.createTreeWalker(region ?? document.body, NodeFilter.SHOW_TEXT)
    const nodes: { readonly node: Node; readonly start: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length })
      text += (node.textContent ?? '').replaceAll('\u2060', '')
    }
    const start = text.indexOf(wanted.slice(0, 12))
    const end = text.indexOf(wanted.slice(-6), start) + 6
    const at = (offset: number) => nodes.findLast((one) => one.start <= offset)
    const [from, to] = [at(start), at(end - 1)]
    if (!from || !to) throw new Error('The words are not on the page')
    const range = document.createRange()
    range.setStart(from.node, start - from.start)
    range.setEnd(to.node, end - to.start)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, words)
}
