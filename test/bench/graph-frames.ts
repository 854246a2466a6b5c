import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { rolldown } from 'rolldown'
import { networkSilencingFlags } from '../../build/scripts/launch/browser-flags.mjs'
import { findBrowser } from '../../build/scripts/launch/find-browser.mjs'
import type { BenchRow } from './bench-row'

/** The graph scene alone, without the desk around it: mean frame time while panning, in a real browser without a GPU. */
export async function benchGraphFrames(): Promise<BenchRow[]> {
  const executablePath = findBrowser()
  if (executablePath === undefined) return [{ what: 'graph frames', measured: 'no browser' }]
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-frames-'))
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--disable-gpu', ...networkSilencingFlags],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(pathToFileURL(await buildPage(folder)).href)
    const rows: BenchRow[] = []
    for (const nodes of [300, 1000, 3000, 5000]) {
      const { edges, whole, near } = await page.evaluate(
        (count) => window.measureGraphFrames(count),
        nodes,
      )
      rows.push({
        what: `frame, ${nodes} nodes, ${edges} lines: whole / zoomed in`,
        measured: `${whole.toFixed(1)} / ${near.toFixed(1)} ms`,
        ...(nodes === 1000 ? { budget: '≤ 17 ms' } : nodes === 5000 ? { budget: '≤ 50 ms' } : {}),
      })
    }
    return rows
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function buildPage(folder: string): Promise<string> {
  const root = process.cwd()
  const bundle = await rolldown({
    input: resolve(root, 'test/bench/graph-frames-page.ts'),
    platform: 'browser',
    resolve: { alias: { '@core': resolve(root, 'src-core') } },
    logLevel: 'warn',
  })
  await bundle.write({ file: join(folder, 'page.js'), format: 'iife', codeSplitting: false })
  await bundle.close()
  const file = join(folder, 'page.html')
  writeFileSync(file, '<!doctype html><meta charset="utf-8"><body><script src="page.js"></script>')
  return file
}
