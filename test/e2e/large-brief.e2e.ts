import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBrief } from '@core/brief/build-brief'
import { fontFaces, slicesFor } from '@core/brief/fonts'
import { renderBrief } from '@core/brief/html/render-brief'
import { readWorld } from '@core/geo/world'
import { layOut } from '@core/graph/lay-out'
import { layOutInput } from '@core/graph/lay-out-model'
import { entityId } from '@core/model/ids'
import { afterAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../build/scripts/launch/find-browser.mjs'
import { fontSlices } from '../../resources/fonts'
import { worldJson } from '../../resources/world'
import { plainContext } from '../../src-main/cli/plain-context'
import { printPdf } from '../../src-main/cli/print-pdf'
import { aCase } from '../core/brief/a-case'
import { inkAtEdges } from './support/ink'

const folder = mkdtempSync(join(tmpdir(), 'gnomon-large-'))
const world = readWorld(worldJson)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Names in scripts that the machine may have no font for, and one that is longer than a line.
const scripts = [
  '台灣電力公司',
  'وزارة الاتصالات',
  'Министерство энергетики',
  '한국전력',
  'サイバー局',
]
const long = `Agency for ${'Transport and '.repeat(20)}Roads`

describe.each([300, 1000])('a brief of %i links', (count) => {
  it('prints whole: every victim and quotation, the marking on each page, nothing at an edge', async () => {
    const names = Array.from({ length: count }, (_, i) =>
      i === 7 ? long : `${scripts[i % 40] ?? 'Company'} ${i + 1}`,
    )
    const pdf = await printed(names)
    const pages = poppler('pdftotext', ['-layout', pdf, '-']).split('\f').slice(0, -1)
    const text = pages.join('\n').replace(/\s+/g, ' ')
    for (const name of names.filter((candidate) => /^[A-Z][a-z]+ \d+$/.test(candidate)))
      expect(text).toContain(`was inside ${name} in`)
    for (const script of scripts.filter((name) => !/[\u0600-\u06ff]/.test(name)))
      expect(text.replace(/ /g, '')).toContain(script.replace(/ /g, ''))
    pages.forEach((page, i) => {
      expect(page.match(/TLP:GREEN/g)?.length ?? 0, `page ${i + 1}`).toBeGreaterThanOrEqual(2)
    })
    const fonts = poppler('pdffonts', [pdf]).trim().split('\n').slice(2)
    for (const font of fonts) expect(font).toMatch(/\byes\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/)
    for (const family of ['NotoSansTC', 'NotoSansKR', 'NotoSansArabic'])
      expect(fonts.join('\n')).toContain(family)
    expect(inkAtEdges(pdf, folder, 24, 4).every((ink) => ink === 0)).toBe(true)
  })
})

async function printed(names: readonly string[]): Promise<string> {
  const ids = names.map((_, i) => entityId('organization', `o${i}`))
  const sentenceOf = (name: string): string => `Grey Lantern was inside ${name} in 2024.`
  const { view, textOf } = aCase(
    [
      {
        name: 'A long list',
        publisher: 'Harbour Lab',
        published: '2025-03-01',
        tlp: 'TLP:GREEN',
        text: names.map(sentenceOf).join('\n'),
        statements: names.map((name, i) => ({
          predicate: 'targets',
          target: ids[i] ?? entityId('organization', 'none'),
          outcome: 'compromised',
          sentence: sentenceOf(name),
        })),
      },
    ],
    names.map((name, i) => ({
      id: ids[i] ?? entityId('organization', 'none'),
      kind: 'organization',
      name,
      aliases: [],
      mentions: [],
    })),
  )
  const brief = await buildBrief(view, {
    date: '2025-05-01',
    countries: world.countries,
    textOf,
    place: async (model) => (await layOut(layOutInput(model), plainContext)).positions,
    producer: 'Gnomon test',
  })
  const fonts = slicesFor(JSON.stringify(brief), fontSlices).map((slice) => ({
    slice,
    base64: readFileSync(join('out/cli/fonts', `${slice.id}.woff2`)).toString('base64'),
  }))
  const page = join(folder, `${names.length}.html`)
  writeFileSync(page, renderBrief(brief, world, fontFaces(fonts)))
  const pdf = join(folder, `${names.length}.pdf`)
  const result = await printPdf(findBrowser() ?? '', page, pdf)
  if (!result.ok) throw new Error(result.failure)
  return pdf
}

function poppler(tool: string, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
}
