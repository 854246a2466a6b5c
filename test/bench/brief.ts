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

const linkCount = 50

/** A brief of fifty links from the case view to the PDF on disk. */
export async function benchBrief(): Promise<BenchRow[]> {
  const browser = findBrowser()
  if (!browser) return [{ what: 'brief PDF', measured: 'no browser' }]
  const world = readWorld(worldJson)
  const victims = [...world.countries.keys()].slice(0, linkCount)
  const sentences = victims.map((iso2) => `Grey Lantern breached the networks of ${iso2} in 2024.`)
  const statements = victims.map((iso2, i): Statement => ({
    predicate: 'targets',
    target: entityId('country', iso2),
    outcome: 'compromised',
    sentence: sentences[i] ?? '',
  }))
  const countries = victims.map((iso2) => ({
    id: entityId('country', iso2),
    kind: 'country' as const,
    name: world.countries.get(iso2)?.name ?? iso2,
    aliases: [],
    ref: iso2,
    mentions: [],
  }))
  const { view, textOf } = aCase(
    [{ name: 'Fifty', publisher: 'Bench', text: sentences.join(' '), statements }],
    countries,
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
    return [
      {
        what: `brief PDF of ${linkCount} links`,
        measured: `${((htmlMs + pdfMs) / 1000).toFixed(1)} s`,
        budget: `≤ 3 s; HTML ${htmlMs.toFixed(0)} ms, ${(readFileSync(pdf).length / 1e6).toFixed(1)} MB`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
