import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildBrief } from '@core/brief/build-brief'
import { fontFaces, slicesFor } from '@core/brief/fonts'
import { renderBrief } from '@core/brief/html/render-brief'
import { readWorld } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import { layOutInput } from '@core/graph/lay-out-model'
import { entityId } from '@core/model/ids'
import { fontSlices } from '../../resources/fonts/index'
import { worldJson } from '../../resources/world/index'
import { findBrowser } from '../../build/scripts/launch/find-browser.mjs'
import { printPdf } from '../../src-main/cli/print-pdf'
import { aCase, actor, type Statement } from '../core/brief/a-case'
import { elapsedMs, type BenchRow } from './bench-row'

/** Links, and the seconds that a brief of them may take. */
const sizes = [
  [50, 3],
  [300, 10],
] as const

/** Briefs from the case view to the PDF on disk. */
export async function benchBrief(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [links, seconds] of sizes) rows.push(await oneBrief(links, seconds))
  return rows
}

async function oneBrief(linkCount: number, budget: number): Promise<BenchRow> {
  const browser = findBrowser()
  if (!browser) return { what: 'brief PDF', measured: 'no browser' }
  const world = readWorld(worldJson)
  const countries = [...world.countries]
    .slice(0, linkCount)
    .map(([iso2, { name }]) => ({ ...named('country', iso2, name), ref: iso2 }))
  const companies = Array.from({ length: linkCount - countries.length }, (_, i) =>
    named('organization', `company-${i}`, `Company ${i}`),
  )
  const victims = [...countries, ...companies]
  const sentences = victims.map(({ name }) => `Grey Lantern breached ${name} in 2024.`)
  const statements = victims.map(({ id }, i): Statement => ({
    predicate: 'targets',
    target: id,
    outcome: 'compromised',
    sentence: sentences[i] ?? '',
  }))
  const { view, textOf } = aCase(
    [{ name: 'Many', publisher: 'Bench', text: sentences.join(' '), statements }],
    victims,
  )
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-bench-'))
  const [html, pdf] = [join(folder, 'brief.html'), join(folder, 'brief.pdf')]
  try {
    const htmlMs = await elapsedMs(async () => {
      const brief = await buildBrief(view, {
        actor,
        date: '2026-01-01',
        countries: world.countries,
        textOf,
        place: async (model) =>
          (
            await layOut(layOutInput(model), {
              isCancelled: () => false,
              report: () => undefined,
              breathe: () => Promise.resolve(),
            })
          ).positions,
        producer: 'bench',
      })
      const fonts = slicesFor(JSON.stringify(brief), fontSlices).map((slice) => ({
        slice,
        base64: readFileSync(resolve('out/cli/fonts', `${slice.id}.woff2`)).toString('base64'),
      }))
      writeFileSync(html, renderBrief(brief, world, fontFaces(fonts)))
    })
    const pdfMs = await elapsedMs(() => printPdf(browser, html, pdf))
    return {
      what: `brief PDF of ${linkCount} links`,
      measured: `${((htmlMs + pdfMs) / 1000).toFixed(1)} s`,
      budget: `≤ ${budget} s; HTML ${htmlMs.toFixed(0)} ms, ${(readFileSync(pdf).length / 1e6).toFixed(1)} MB`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function named(kind: 'country' | 'organization', key: string, name: string) {
  return { id: entityId(kind, key), kind, name, aliases: [], mentions: [] }
}
