import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { freshProfile, launchGnomon, removeProfile, type Gnomon } from '../e2e/support/launch'
import { elapsedMs, type BenchRow } from './bench-row'

const reportCount = 500

/** Start to a usable window with a case of 500 reports; and the import that made it. */
export async function benchWindow(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-bench-'))
  const profile = freshProfile()
  try {
    const files = someReports(folder, reportCount)
    const first = await launchGnomon({ profile })
    const importMs = await elapsedMs(() => importAll(first, files))
    await first.close()
    const starts: number[] = []
    for (let i = 0; i < 3; i++) {
      const begun = performance.now()
      const gnomon = await launchGnomon({ profile })
      await gnomon.page.getByText(`${reportCount} reports`).first().waitFor()
      starts.push(performance.now() - begun)
      await gnomon.close()
    }
    const middle = starts.toSorted((a, b) => a - b)[1] ?? NaN
    return [
      {
        what: `import of ${reportCount} short reports`,
        measured: `${(importMs / 1000).toFixed(1)} s`,
      },
      {
        what: `start to usable window with ${reportCount} reports`,
        measured: `${(middle / 1000).toFixed(2)} s`,
        budget: '≤ 2 s',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    removeProfile(profile)
  }
}

async function importAll({ page }: Gnomon, files: readonly string[]): Promise<void> {
  await page.getByLabel('Files to import').setInputFiles([...files])
  await page.getByText(`${reportCount} reports`).first().waitFor({ timeout: 300_000 })
}

/** Frame time of the graph while it is panned, in the product's own window, without a GPU. */
export async function benchGraph(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const nodes of [300, 1000, 3000]) {
    const folder = mkdtempSync(join(tmpdir(), 'gnomon-bench-'))
    const profile = freshProfile()
    const gnomon = await launchGnomon({ profile })
    try {
      await gnomon.page.getByLabel('Files to import').setInputFiles([aWideReport(folder, nodes)])
      await gnomon.page.getByText('1 report', { exact: true }).waitFor({ timeout: 120_000 })
      await gnomon.page.getByRole('button', { name: 'Graph' }).click()
      const drawn = await nodesDrawn(gnomon.page)
      rows.push({
        what: `graph frame while panning, ${drawn} nodes`,
        measured: `${(await frameMs(gnomon.page)).toFixed(1)} ms`,
      })
    } finally {
      await gnomon.close()
      rmSync(folder, { recursive: true, force: true })
      removeProfile(profile)
    }
  }
  return rows
}

async function nodesDrawn(page: Page): Promise<number> {
  const caption = await page
    .getByText(/^Graph: \d+ names/)
    .first()
    .textContent({ timeout: 60_000 })
  await page.waitForTimeout(4000)
  return Number(/\d+/.exec(caption ?? '')?.[0])
}

/** Drags the canvas for sixty moves and takes the mean time from one animation frame to the next. */
async function frameMs(page: Page): Promise<number> {
  const canvas = page.locator('canvas').first()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('the graph has no canvas')
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const times: number[] = []
        const tick = (now: number): void => {
          times.push(now)
          if (times.length < 60) requestAnimationFrame(tick)
          else done(times)
        }
        requestAnimationFrame(tick)
      }),
  )
  await page.mouse.move(box.x + 20, box.y + 20)
  await page.mouse.down()
  for (let i = 0; i < 60; i++) await page.mouse.move(box.x + 20 + 3 * i, box.y + 20 + 2 * i)
  await page.mouse.up()
  const times = await frames
  return ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1)
}

function someReports(folder: string, count: number): string[] {
  const places = ['Kenya', 'Chile', 'Norway', 'Laos', 'Fiji', 'Peru', 'Togo', 'Nepal']
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `report-${i}.txt`)
    const place = places[i % places.length] ?? ''
    writeFileSync(
      path,
      `UNC${4000 + (i % 90)} breached a bank in ${place} in 2024.\n\nThe group used Cobalt Strike, Mandiant said. Report ${i}.\n`,
    )
    return path
  })
}

/** A report whose graph has about this many nodes: organisations that are named nowhere else. */
function aWideReport(folder: string, nodes: number): string {
  const path = join(folder, 'wide.txt')
  const sentences = Array.from(
    { length: nodes },
    (_, i) =>
      `UNC${4000 + (i % 40)} breached the ${name(i)} Bank in ${i % 2 ? 'Kenya' : 'Chile'} in 2024.`,
  )
  writeFileSync(path, sentences.join('\n\n'))
  return path
}

function name(i: number): string {
  const syllables = [
    'Ka',
    'Mo',
    'Ri',
    'Ten',
    'Vol',
    'Sar',
    'Lin',
    'Dor',
    'Bel',
    'Nam',
    'Fos',
    'Gre',
    'Hul',
  ]
  const pick = (n: number): string => syllables[n % syllables.length] ?? ''
  return `${pick(i)}${pick(Math.floor(i / 13)).toLowerCase()}${pick(Math.floor(i / 169)).toLowerCase()}${pick(i * 7).toLowerCase()}`
}
