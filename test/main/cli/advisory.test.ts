import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { EntityKind } from '@core/model/entity'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadBuiltinReader } from '../../../resources/builtin-reader'
import { readFileAt, type ReadFile } from '../../../src-main/cli/read-file'

const samples = resolve(process.cwd(), '../shared/samples')

describe.skipIf(!existsSync(samples))(
  `the advisory AA20-302A as HTML and as PDF (skipped where ${samples} is absent)`,
  () => {
    let page: ReadFile
    let paper: ReadFile
    beforeAll(async () => {
      const { read } = loadBuiltinReader()
      const readSample = async (name: string) => {
        const result = await readFileAt(resolve(samples, name), { read, importedAt: '' })
        if (!result.ok) throw new Error(JSON.stringify(result.failure))
        return result.value
      }
      page = await readSample('AA20-302A.html')
      paper = await readSample('AA20-302A.pdf')
    }, 120_000)

    it('is recognised, dated and marked alike', () => {
      expect([page.report.format, paper.report.format]).toEqual(['html', 'pdf'])
      for (const { report } of [page, paper]) {
        expect(report).toMatchObject({
          published: '2020-10-28',
          publishedFrom: 'dateline',
          language: 'en',
        })
        // It says TLP:WHITE, which is today's CLEAR.
        expect(report.tlp).toBe('TLP:CLEAR')
        expect(report.title).toContain(
          'Ransomware Activity Targeting the Healthcare and Public Health Sector',
        )
      }
      expect(paper.report.pageCount).toBe(22)
    })

    it.each<[string, readonly EntityKind[], number]>([
      ['software', ['malware', 'tool'], 25],
      ['indicators', ['indicator'], 60],
      ['techniques', ['technique'], 10],
      ['vulnerabilities', ['vulnerability'], 0],
    ])('names the same %s', (_, kinds, least) => {
      const namesIn = ({ reading }: ReadFile) =>
        new Set(reading.entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))
      const [onPage, onPaper] = [namesIn(page), namesIn(paper)]
      const all = new Set([...onPage, ...onPaper])
      const shared = [...onPage].filter((id) => onPaper.has(id))
      expect(all.size).toBeGreaterThanOrEqual(least)
      expect(shared.length).toBeGreaterThanOrEqual(0.9 * all.size)
    })

    it('loses no line of the page’s lists and tables on paper', () => {
      const flat = paper.source.text.replace(/\s+/g, '')
      const lines = page.source.blocks
        .filter(({ kind }) => kind === 'list-item' || kind === 'table-row')
        .map(({ start, end }) => page.source.text.slice(start, end).replace(/\s+/g, ''))
        .filter((line) => line.includes('[.]') || /\[T\d{4}/.test(line))
      expect(lines.length).toBeGreaterThan(50)
      // Two rows are worded differently in the two originals.
      expect(lines.filter((line) => !flat.includes(line)).length).toBeLessThanOrEqual(2)
    })

    it('keeps repeated headers and footers out of the text', () => {
      expect(paper.source.text).not.toMatch(/Page \d+ of 22|CISA \| FBI \| HHS/)
    })
  },
)
