import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { EntityKind, ReadEntity } from '@core/model/entity'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadBuiltinReader } from '../../../resources/builtin-reader'
import { readFileAt, type ReadFile } from '../../../src-main/cli/read-file'

const samples = resolve(process.cwd(), '../shared/samples')

/** What the advisory names and lists, gathered by hand from its pages. */
const mustHave: readonly (readonly [string, string])[] = [
  [
    'software',
    'malware:trickbot malware:ryuk malware:conti malware:emotet malware:dyre malware:hermes malware:cobalt-strike tool:empire tool:mimikatz tool:bloodhound',
  ],
  [
    'techniques',
    'T1016 T1036.005 T1047 T1055 T1057 T1059.003 T1083 T1106 T1134 T1486 T1489 T1490 T1562.001',
  ],
  [
    'indicators',
    'kostunivo.com chishir.com mangoclone.com onixcellent.com 23.95.97.59 51.254.25.115 193.183.98.66 91.217.137.37 87.98.175.85 ' +
      '45.148.10.92 170.238.117.187 177.74.232.124 185.68.93.17 203.176.135.102 96.9.73.73 96.9.77.142 37.187.3.176 45.89.127.92 62.108.35.103 91.200.103.242 103.84.238.3 ' +
      '36.89.106.69 103.76.169.213 36.91.87.227 105.163.17.83 185.117.73.163 5.2.78.118 185.90.61.69 185.90.61.62 86.104.194.30 31.131.21.184 46.28.64.8 104.161.32.111 ' +
      '107.172.140.171 131.153.22.148 195.123.240.219 195.123.242.119 195.123.242.120 51.81.113.25 74.222.14.27 ' +
      'fc0efd612ad528795472e99cae5944b68b8e26dc 794eb3a9ce8b7e5092bb1b93341a54097f5b78a9 9dfce70fded4f3bc2aa50ca772b0f9094b7b1fb2 24d4bbc982a6a561f0426a683b9617de1a96a74a ' +
      '056f326d9ab960ed02356b34a6dcd72d7180fc83 d0278ec015e10ada000915a1943ddbb3a0b6b3db fa98074dc18ad7e2d357b5d168c00a91256d87d1 78f0737d2b1e605aad62af252b246ef390521f02',
  ],
]

const kindsOf: Readonly<Record<string, readonly EntityKind[]>> = {
  software: ['malware', 'tool'],
  techniques: ['technique'],
  indicators: ['indicator'],
  vulnerabilities: ['vulnerability'],
}
const prefixOf: Readonly<Record<string, string>> = {
  techniques: 'technique:',
  indicators: 'indicator:',
}

describe.skipIf(!existsSync(samples))(
  `the advisory AA20-302A as Word document, HTML and PDF (skipped where ${samples} is absent)`,
  () => {
    const files = new Map<string, ReadFile>()
    const get = (format: string): ReadFile => files.get(format)!
    beforeAll(async () => {
      const { read } = loadBuiltinReader()
      for (const format of ['docx', 'html', 'pdf']) {
        const path = resolve(samples, `AA20-302A.${format}`)
        const result = await readFileAt(path, { read, importedAt: '' })
        if (!result.ok) throw new Error(JSON.stringify(result.failure))
        files.set(format, result.value)
      }
    }, 180_000)

    it.each(['docx', 'html', 'pdf'])('is recognised, dated and marked as %s', (format) => {
      const { report } = get(format)
      expect(report).toMatchObject({
        format,
        published: '2020-10-28',
        publishedFrom: 'dateline',
        language: 'en',
      })
      // It says TLP:WHITE, which is today's CLEAR.
      expect(report.tlp).toBe('TLP:CLEAR')
      expect(report.title).toContain(
        'Ransomware Activity Targeting the Healthcare and Public Health Sector',
      )
    })

    it('knows how many sheets the PDF has', () => {
      expect(get('pdf').report.pageCount).toBe(22)
    })

    it.each(Object.keys(kindsOf))('names the same %s in all three', (what) => {
      const ids = [...files.values()].map((file) => idsIn(file, kindsOf[what] ?? []))
      const all = new Set(ids.flatMap((some) => [...some]))
      const shared = [...all].filter((id) => ids.every((some) => some.has(id)))
      expect(shared.length).toBeGreaterThanOrEqual(0.95 * all.size)
    })

    it.each(
      mustHave.flatMap(([what, list]) => ['docx', 'html', 'pdf'].map((f) => [f, what, list])),
    )('misses nothing of the list in %s: %s', (format = '', what = '', list = '') => {
      const ids = idsIn(get(format), kindsOf[what] ?? [])
      const wanted = list.split(' ').map((id) => `${prefixOf[what] ?? ''}${id}`)
      expect(wanted.filter((id) => !ids.has(id))).toEqual([])
    })

    it.each(['docx', 'pdf'])('loses no line of the page’s lists and tables in the %s', (format) => {
      const flat = get(format).source.text.replace(/\s+/g, '')
      const page = get('html')
      const lines = page.source.blocks
        .filter(({ kind }) => kind === 'list-item' || kind === 'table-row')
        .map(({ start, end }) => page.source.text.slice(start, end).replace(/\s+/g, ''))
        .filter((line) => line.includes('[.]') || /\[T\d{4}/.test(line))
      expect(lines.length).toBeGreaterThan(50)
      // A few rows are worded differently in the originals.
      expect(lines.filter((line) => !flat.includes(line)).length).toBeLessThanOrEqual(3)
    })

    it.each(['docx', 'pdf'])('keeps repeated headers and footers out of the %s', (format) => {
      const lines = get(format).source.text.split('\n')
      expect(lines.filter((line) => /^(?:Page \d+ of 22|CISA \| FBI \| HHS)/.test(line))).toEqual(
        [],
      )
    })
  },
)

/** Reference links left out: what is named only in a line that cites another document is not what the advisory says. */
function idsIn({ reading, source }: ReadFile, kinds: readonly EntityKind[]): ReadonlySet<string> {
  const isCited = ({ start }: ReadEntity['mentions'][number]) => {
    const block = source.blocks.find((one) => one.start <= start && start < one.end)
    if (!block || block.kind === 'table-row') return false
    const line = source.text.slice(block.start, block.end)
    return /https?:\/\/|^\W*(?:\d\s)?[\w &-]{2,30}(?:: | - )\p{Lu}|Fact Sheet|\bGuide\b/u.test(line)
  }
  const named = reading.entities.filter(
    ({ kind, mentions }) => kinds.includes(kind) && !mentions.every(isCited),
  )
  return new Set(named.map(({ id }) => id))
}
