// npm run screenshots: takes the README's pictures from the running product, with the sample case.
//   npm run screenshots -- [FOLDER]        every view, both themes, two sizes, into FOLDER (to be looked at, not committed)
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import {
  freshProfile,
  launchGnomon,
  removeProfile,
  type Gnomon,
} from '../../test/e2e/support/launch'

const readmeFolder = resolve('resources/screenshots')
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
const settleMs = 2500

const folder = process.argv[2]
if (folder) await everyView(resolve(folder))
else await forReadme()

async function forReadme(): Promise<void> {
  mkdirSync(readmeFolder, { recursive: true })
  await withSampleCase({ width: 1440, height: 900 }, async ({ page }) => {
    await chooseFirstActor(page)
    for (const view of ['Graph', 'Map']) {
      await show(page, view)
      await page.screenshot({ path: join(readmeFolder, `${view.toLowerCase()}.png`) })
    }
    await openFirstEvidence(page)
    await page.screenshot({ path: join(readmeFolder, 'reader.png') })
  })
  firstPageOfBrief(join(readmeFolder, 'brief.png'))
}

async function everyView(target: string): Promise<void> {
  mkdirSync(target, { recursive: true })
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await withSampleCase({ width, height }, async ({ page }) => {
      await chooseFirstActor(page)
      for (const theme of ['paper', 'night']) {
        if (theme === 'night')
          await page
            .getByRole('button', { name: /night|theme|dark/i })
            .first()
            .click()
        for (const view of views) {
          await show(page, view)
          await page.screenshot({
            path: join(target, `${view.toLowerCase().replace(' ', '-')}-${theme}-${width}.png`),
          })
        }
      }
    })
  }
}

async function withSampleCase(
  viewport: { width: number; height: number },
  work: (gnomon: Gnomon) => Promise<void>,
): Promise<void> {
  const profile = freshProfile()
  const gnomon = await launchGnomon({ profile, hash: '#sample', viewport })
  try {
    await gnomon.page.getByText('4 reports').first().waitFor({ timeout: 60_000 })
    await gnomon.page.getByRole('button', { name: 'Hide this panel' }).click()
    await work(gnomon)
  } finally {
    await gnomon.close()
    removeProfile(profile)
  }
}

async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByText(view, { exact: true }).click()
  await page.mouse.move(700, 5)
  await page.waitForTimeout(settleMs)
}

/** Actors stand first in the inspector of a case without a selection. */
async function chooseFirstActor(page: Page): Promise<void> {
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /victims/ })
    .first()
    .click()
}

/** A link beside the report at its sentence. */
async function openFirstEvidence(page: Page): Promise<void> {
  await show(page, 'Links')
  await page.keyboard.press('Escape')
  const rows = page.getByRole('grid', { name: 'Links' }).getByRole('row')
  await rows.filter({ hasText: 'compromised' }).first().click()
  await page.waitForTimeout(settleMs)
}

/** The brief's first two pages, as poppler renders the PDF that the command line writes from the samples. */
function firstPageOfBrief(target: string): void {
  const work = mkdtempSync(join(tmpdir(), 'gnomon-brief-'))
  const samples = readdirSync('resources/samples')
    .filter((name) => /\.(md|html|txt)$/.test(name) && name !== 'README.md')
    .map((name) => join('resources/samples', name))
  execFileSync(process.execPath, [
    'out/cli/gnomon.mjs',
    'brief',
    '--out',
    join(work, 'brief.pdf'),
    ...samples,
  ])
  execFileSync('pdftoppm', [
    '-r',
    '75',
    '-png',
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    join(work, 'brief.pdf'),
    join(work, 'page'),
  ])
  renameSync(join(work, 'page.png'), target)
  rmSync(work, { recursive: true, force: true })
}
