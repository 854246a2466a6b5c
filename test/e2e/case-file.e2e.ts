import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Gnomon } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { verdictOf } from './support/import-panel'
import { makeFiles, reportText } from './support/make-files'
import { caseFileBytes, aCaseContent } from '../support/case-file'
import { aDecision } from '../support/case-builders'

let gnomon: Gnomon | undefined
afterEach(async () => {
  await gnomon?.close()
  if (gnomon) removeProfile(gnomon.profile)
  gnomon = undefined
})

describe('a case file in the window', () => {
  it('is saved, verified, and merged from a drop on the window', async () => {
    const content = aCaseContent(['from elsewhere'], [])
    const decision = aDecision(1, {
      type: 'import-reports',
      reports: content.reports.map(({ id }) => id),
    })
    const folder = makeFiles({
      'river.txt': reportText('the river campaign'),
      'theirs.gnomon': await caseFileBytes({ ...content, decisions: [decision] }),
    })
    gnomon = await launchGnomon()
    const { page } = gnomon
    await dropFiles(page, [join(folder, 'river.txt')])
    await verdictOf(page, 'river.txt')
    await page.getByRole('button', { name: 'Hide this panel' }).click()
    await dropFiles(page, [join(folder, 'theirs.gnomon')])
    const dialog = page.getByRole('dialog', { name: 'Case file and backups' })
    await dialog.getByText('theirs.gnomon').waitFor()
    await dialog.getByRole('button', { name: 'Verify' }).click()
    await dialog.getByText(/^Sound\. 1 reports/).waitFor()
    await dialog.getByRole('button', { name: 'Merge into this case' }).click()
    await page.getByText('2 reports').first().waitFor()
    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
    await page.keyboard.press('Control+s')
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save case file…' }).click()
    const path = await (await saving).path()
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    expect(gnomon.problems).toEqual([])
  })
})
