import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictOf } from './support/import-panel'
import type { Gnomon } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { makeFiles } from './support/make-files'

const story = `A visit to the ministry

May 14, 2024

Northwind Labs said that SF-77 compromised the defence ministry of Poland in March 2024.`
const map = [
  { 'Threat actor name': 'Saffron Typhoon', 'Origin/Threat': 'China', 'Other names': 'SF-77' },
  {
    'Threat actor name': 'Forest Blizzard',
    'Origin/Threat': 'Russia',
    'Other names': 'Quartz Badger',
  },
]

let gnomon: Gnomon
let page: Page
let folder = ''
beforeAll(async () => {
  folder = makeFiles({
    'story.txt': story,
    'microsoft.json': `\ufeff${JSON.stringify(map)}`,
    'forged.json': JSON.stringify({
      format: 'gnomon-knowledge-pack',
      version: 1,
      title: 'A forged pack',
      made: '2026-11-21',
      tables: { actors: 'x' },
      signature: { algorithm: 'Ed25519', key: '0'.repeat(64), value: '0'.repeat(128) },
    }),
  })
  gnomon = await launchGnomon()
  ;({ page } = gnomon)
  await page.getByText('Drop reports anywhere').waitFor()
})
afterAll(async () => {
  await gnomon.close()
  removeProfile(gnomon.profile)
})

const view = () => page.getByRole('region', { name: 'Knowledge' })
const links = async () =>
  (await page
    .getByRole('contentinfo')
    .getByText(/^\d+ links?$/)
    .textContent()) ?? ''

describe('knowledge by stick', () => {
  it('is shown before it is applied, wherever on the window it is dropped', async () => {
    await dropFiles(page, [`${folder}/story.txt`])
    expect(await verdictOf(page, 'story.txt')).toMatchObject({ state: 'read' })
    await dropFiles(page, [`${folder}/microsoft.json`])
    await view().getByText("Microsoft's threat actor names").waitFor()
    const rows = view().getByRole('row')
    await rows.filter({ hasText: 'Saffron Typhoon' }).filter({ hasText: 'also SF-77' }).waitFor()
    await rows.filter({ hasText: 'Quartz Badger' }).waitFor()
    expect(
      await view().getByText('None: Gnomon reads with the tables that ship with it.').count(),
    ).toBe(1)
  })

  it('is applied on request, and the case is read again with it', async () => {
    await view().getByRole('button', { name: 'Apply update' }).click()
    await view().getByRole('button', { name: 'Roll back' }).waitFor()
    await view().getByRole('button', { name: 'Read 1 report again' }).click()
    await view()
      .getByText(/Read 1 again: \d+ links more/)
      .waitFor()
    await view()
      .getByText(/^SF-77 compromised/)
      .first()
      .waitFor()
    expect(await links()).not.toBe('0 links')
  })

  it('survives a restart, and is rolled back', async () => {
    const { profile } = gnomon
    await gnomon.close()
    gnomon = await launchGnomon({ profile })
    ;({ page } = gnomon)
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByText('Knowledge', { exact: true })
      .click()
    await view().getByRole('button', { name: 'Roll back' }).click()
    await view().getByText('None: Gnomon reads with the tables that ship with it.').waitFor()
    await view().getByRole('button', { name: 'Read 1 report again' }).click()
    await view()
      .getByText(/Read 1 again: .* less/)
      .waitFor()
    expect(await links()).toBe('0 links')
  })

  it('refuses a forged pack, and keeps everything as it was', async () => {
    await dropFiles(page, [`${folder}/forged.json`])
    await view().getByRole('alert').getByText('the signature does not fit').waitFor()
    await view().getByText('None: Gnomon reads with the tables that ship with it.').waitFor()
    expect(gnomon.problems).toEqual([])
  })
})
