import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Gnomon } from './support/launch'
import { launchGnomon, removeProfile } from './support/launch'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[]
  }[]
}

/** One line a violation: rule, place, markup. */
async function violations(page: Page): Promise<readonly string[]> {
  // A tooltip of the button that was just clicked hangs outside every landmark, as tooltips do.
  await page.mouse.move(700, 20)
  await page.waitForTimeout(400)
  const result = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run: (context: Document, options: object) => Promise<AxeResult> }
    }
    // The brief's preview runs no script, so axe cannot look inside; the brief has tests of its own.
    return axe.run(document, { iframes: false, resultTypes: ['violations'] })
  })
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  )
}

const views = [
  'Reports',
  'Reader',
  'Links',
  'Graph',
  'Map',
  'Timeline',
  'Matrix',
  'Review',
  'ATT&CK',
  'Search',
  'Brief',
  'Air gap',
]

async function showView(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByText(title, { exact: true }).click()
}

async function useTheme(page: Page, theme: 'paper' | 'night'): Promise<void> {
  const button = page.getByRole('button', { name: `Switch to the ${theme} theme` })
  if (await button.count()) await button.click()
}

let gnomon: Gnomon
beforeAll(async () => {
  gnomon = await launchGnomon({ hash: '#sample' })
  await gnomon.page.getByText('4 reports').first().waitFor()
  // Outside the page's policy, as a browser extension would do it.
  await gnomon.page.evaluate(axeSource)
  await gnomon.page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('button')
    .first()
    .click()
})
afterAll(async () => {
  await gnomon.close()
  removeProfile(gnomon.profile)
})

describe.each(['paper', 'night'] as const)('the desk in the %s theme', (theme) => {
  afterEach(() => gnomon.page.keyboard.press('Escape'))

  it.each(views)('has nothing for axe to complain of in the view %s', async (view) => {
    const { page } = gnomon
    await useTheme(page, theme)
    await showView(page, view)
    expect(await violations(page)).toEqual([])
  })

  it('has nothing for axe to complain of with a link, its evidence and the reader open', async () => {
    const { page } = gnomon
    await useTheme(page, theme)
    await showView(page, 'Links')
    await page.getByRole('grid', { name: 'Links' }).getByRole('row').nth(2).click()
    await page.getByRole('article').first().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('has nothing for axe to complain of in palette, shortcuts and import panel', async () => {
    const { page } = gnomon
    await useTheme(page, theme)
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Type a command, a name or a report').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
  })
})

describe('the first start', () => {
  it('has nothing for axe to complain of in either theme', async () => {
    const empty = await launchGnomon()
    try {
      await empty.page.getByText('Drop reports anywhere').waitFor()
      await empty.page.evaluate(axeSource)
      for (const theme of ['night', 'paper'] as const) {
        await useTheme(empty.page, theme)
        expect(await violations(empty.page)).toEqual([])
      }
    } finally {
      await empty.close()
      removeProfile(empty.profile)
    }
  })
})
