import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importItem, verdictOf } from './support/import-panel'
import type { Gnomon } from './support/launch'
import { dropFiles, launchGnomon, removeProfile } from './support/launch'
import { encryptedPdf, makeFiles, picturePdf, reportText, textPdf } from './support/make-files'
import { storedCase, wholeReports } from './support/stored-case'

const statement = 'Chinese hackers compromised a ministry in Laos in March 2024.'
const trap = `<!doctype html><html><head><title>Trap</title>
<script>document.title = 'ran'; fetch('http://192.0.2.1/fetched')</script>
<link rel="stylesheet" href="http://192.0.2.1/style.css"></head>
<body onload="document.title = 'ran'"><article><h1>Hackers and a ministry</h1>
<p>${statement}</p><p>${statement} The group used a backdoor, the researchers of Northwind Labs said.</p>
<img src="http://192.0.2.1/pixel.png" onerror="document.title = 'ran'">
<iframe src="http://192.0.2.1/frame.html"></iframe>
<svg onload="document.title = 'ran'"></svg><a href="javascript:document.title='ran'">a link</a>
</article></body></html>`

const files = {
  'empty.txt': '',
  'empty.pdf': '',
  'web page.pdf': `<!doctype html><html><head><title>A saved page</title></head><body><article><h1>A saved page</h1><p>${reportText('a saved page')}</p></article></body></html>`,
  'encrypted.pdf': encryptedPdf(),
  'pictures.pdf': picturePdf(),
  'cut off.pdf': textPdf([statement]).slice(0, 120),
  'program.txt': Buffer.concat([Buffer.from('MZ\0\0'), randomBytes(4000)]),
  'latin.txt': Buffer.from(`Übersicht für Málaga\n\n${reportText('café olé')}`, 'latin1'),
  'utf16.txt': Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(`Übersicht für 賴清德\n\n${reportText('wide letters')}`, 'utf16le'),
  ]),
  'good.pdf': textPdf(reportText('a good PDF').split('\n')),
  'good.txt': reportText('a good text'),
  'trap.html': trap,
}

let gnomon: Gnomon
let folder: string
beforeAll(async () => {
  folder = makeFiles(files)
  gnomon = await launchGnomon()
  await dropFiles(
    gnomon.page,
    Object.keys(files).map((name) => join(folder, name)),
  )
})
afterAll(async () => {
  await gnomon.close()
  removeProfile(gnomon.profile)
})

describe('bad input', () => {
  it.each<[keyof typeof files, string, RegExp]>([
    ['empty.txt', 'failed', /the file is empty/],
    ['empty.pdf', 'failed', /the file is empty/],
    ['web page.pdf', 'read', /link/],
    ['encrypted.pdf', 'failed', /it is encrypted/],
    ['pictures.pdf', 'failed', /no text layer, 1 page/],
    ['cut off.pdf', 'failed', /damaged/],
    ['program.txt', 'failed', /it is of no format that is read/],
    ['latin.txt', 'read', /link/],
    ['utf16.txt', 'read', /link/],
    ['good.pdf', 'read', /link/],
    ['good.txt', 'read', /link/],
    ['trap.html', 'read', /link/],
  ])('gives %s a clear verdict: %s', async (name, state, words) => {
    const verdict = await verdictOf(gnomon.page, name)
    expect(verdict.state).toBe(state)
    expect(verdict.words).toMatch(words)
  })

  it('stores exactly what it says it has read', async () => {
    for (const name of Object.keys(files)) await verdictOf(gnomon.page, name)
    expect(wholeReports(await storedCase(gnomon.page))).toHaveLength(6)
  })

  it('decodes old and wide encodings letter by letter', async () => {
    const texts = await gnomon.page.evaluate(async () => {
      const name = (await indexedDB.databases()).find((known) =>
        known.name?.startsWith('gnomon-case-'),
      )
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name?.name ?? '')
        request.onsuccess = () => resolve(request.result)
      })
      const rows = await new Promise<{ source: { text: string } }[]>((resolve) => {
        const request = database.transaction('texts').objectStore('texts').getAll()
        request.onsuccess = () => resolve(request.result as { source: { text: string } }[])
      })
      database.close()
      return rows.map(({ source }) => source.text).join('\n')
    })
    expect(texts).toContain('Übersicht für Málaga')
    expect(texts).toContain('Übersicht für 賴清德')
  })

  it('opens a page full of traps, and nothing of it runs or loads', async () => {
    const { page, remoteRequests } = gnomon
    const title = await page.title()
    await page
      .getByTestId('import-item')
      .filter({ hasText: 'trap.html' })
      .getByRole('button')
      .click()
    await page.getByText(statement).first().waitFor()
    expect(await page.title()).not.toBe('ran')
    expect(await page.title()).toContain(title.split(' ')[0] ?? '')
    expect(remoteRequests).toEqual([])
  })
})

describe('too much input', () => {
  it('takes 5,000 files at once, and the window stays usable while it reads', async () => {
    const many = makeFiles(
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, n) => [`many/${n}.txt`, `Note ${n}. Nothing happened.`]),
      ),
    )
    const { page } = gnomon
    const before = wholeReports(await storedCase(page)).length
    await dropFiles(page, [join(many, 'many')])
    const panel = page.getByTestId('import-panel')
    await panel
      .getByText(/of 50\d\d/)
      .first()
      .waitFor()
    await expect
      .poll(async () => wholeReports(await storedCase(page)).length, { timeout: 30_000 })
      .toBeGreaterThan(before + 20)
    await panel.getByRole('button', { name: 'Cancel all' }).click()
    await panel.getByRole('button', { name: 'Clear finished' }).click()
    const after = wholeReports(await storedCase(page)).length
    expect(after).toBeLessThan(5000)
  })

  it('lets a 60 MB text be cancelled while it is read, and goes on with the next file', async () => {
    const huge = reportText('a huge text')
    const folder = makeFiles({
      'huge.txt': huge.repeat(Math.ceil(60e6 / huge.length)),
      'zz after it.txt': reportText('after a huge one'),
    })
    const { page } = gnomon
    const before = wholeReports(await storedCase(page)).length
    await dropFiles(page, [join(folder, 'huge.txt'), join(folder, 'zz after it.txt')])
    const item = importItem(page, 'huge.txt')
    await item.and(page.locator('[data-state=reading]')).waitFor()
    await item.getByRole('button', { name: 'Cancel huge.txt' }).click()
    expect(await verdictOf(page, 'huge.txt')).toMatchObject({ state: 'cancelled' })
    expect(await verdictOf(page, 'zz after it.txt')).toMatchObject({ state: 'read' })
    expect(wholeReports(await storedCase(page))).toHaveLength(before + 1)
  })
})
