import { seededRandom } from '@core/graph/seeded-random'
import { afterEach, describe, expect, it } from 'vitest'
import type { Gnomon } from './support/launch'
import { dropFiles, freshProfile, launchGnomon, removeProfile } from './support/launch'
import { makeFiles, reportText } from './support/make-files'
import { storedCase, wholeReports } from './support/stored-case'

/** How often the browser is killed; fewer by `GNOMON_KILLS` for a quick look. */
const kills = Number(process.env['GNOMON_KILLS'] ?? 50)

let gnomon: Gnomon | undefined
let profile: string | undefined
afterEach(async () => {
  await gnomon?.close()
  if (profile !== undefined) removeProfile(profile)
  gnomon = undefined
})

describe('a browser that is killed', () => {
  it(`keeps every report whole or absent, and every decision it showed as taken, ${kills} times in a row`, async () => {
    const random = seededRandom(4)
    profile = freshProfile()
    let reports = 0
    let acknowledged = 0
    for (let round = 0; round < kills; round += 1) {
      gnomon = await launchGnomon({ profile })
      const { page } = gnomon
      const stored = await storedCase(page)
      const survivors = wholeReports(stored).length
      const accepted = stored.decisions.filter(({ action }) => action.type === 'accept-link').length
      expect(survivors).toBeGreaterThanOrEqual(reports)
      expect(accepted).toBeGreaterThanOrEqual(acknowledged)
      reports = survivors
      if (round % 2 === 0 || survivors === 0) {
        const names = Array.from({ length: 40 }, (_, n) => `round ${round} report ${n}`)
        const texts = names.map((name) => [`${name}.txt`, reportText(name).repeat(8)] as const)
        await dropFiles(page, [makeFiles(Object.fromEntries(texts))])
      } else {
        await page.getByRole('navigation', { name: 'Views' }).getByText('Links').click()
        await page.getByRole('grid', { name: 'Links' }).getByRole('row').nth(1).click()
        await page.keyboard.press('a')
        const initials = page.getByLabel('Your initials')
        const taken = page.getByText(/^Accepted: /).first()
        await Promise.race([initials.waitFor(), taken.waitFor()])
        if (await initials.isVisible()) {
          await initials.fill('AB')
          await page.keyboard.press('Enter')
        }
        await taken.waitFor()
        acknowledged = accepted + 1
      }
      await page.waitForTimeout(Math.floor(random() * 1200))
      await gnomon.kill()
      gnomon = undefined
    }
    gnomon = await launchGnomon({ profile })
    const last = await storedCase(gnomon.page)
    expect(wholeReports(last).length).toBeGreaterThanOrEqual(reports)
    expect(
      last.decisions.filter(({ action }) => action.type === 'accept-link').length,
    ).toBeGreaterThanOrEqual(acknowledged)
  })
})
