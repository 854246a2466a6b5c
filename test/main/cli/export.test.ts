import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fromStix } from '@core/exchange/stix/from-stix'
import { gnomon } from './memory-terminal'

const story =
  'APT28 breached the defence ministry of Poland in March 2024, officials said. APT28 used X-Agent.'
let folder = ''
const path = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gnomon-export-'))
  writeFileSync(path('story.txt'), story)
  writeFileSync(path('other.txt'), 'Lazarus Group attacked banks in South Korea.')
  writeFileSync(path('empty.txt'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bundle = z.object({
  type: z.literal('bundle'),
  objects: z.array(z.record(z.string(), z.unknown())),
})

describe('gnomon export', () => {
  it('writes STIX that comes back', async () => {
    const { exitCode } = await gnomon([
      'export',
      '--format',
      'stix',
      '--out',
      path('out.json'),
      path('story.txt'),
    ])
    const back = fromStix(JSON.parse(readFileSync(path('out.json'), 'utf8')))
    expect(exitCode).toBe(0)
    expect(back).toMatchObject({ ok: true, value: { issues: [] } })
    if (back.ok) {
      expect(back.value.entities.map(({ name }) => name)).toContain('APT28')
      expect(back.value.quotes.map(({ quote }) => story.includes(quote))).not.toContain(false)
    }
  })

  it.each(['markdown', 'gexf', 'svg-map'])(
    'writes %s, the same bytes on the same day',
    async (format) => {
      const args = ['export', '--format', format, '--date', '2026-01-02']
      const outs = ['a', 'b'].map((name) => path(`${name}-${format}`))
      for (const out of outs)
        expect((await gnomon([...args, '--out', out, path('story.txt')])).exitCode).toBe(0)
      const [a, b] = outs.map((out) => readFileSync(out))
      expect(a!.length).toBeGreaterThan(1000)
      expect(a!.equals(b!)).toBe(true)
    },
  )

  it('prints text formats without --out, and takes csv for the links', async () => {
    const { output } = await gnomon(['export', '--format', 'csv', path('story.txt')])
    expect(output).toMatch(/^\ufeffsource,predicate,target/)
    expect(output).toContain('APT28')
  })

  it('narrows to an actor and to sure links', async () => {
    const objectsOf = async (...options: string[]) => {
      const { output } = await gnomon([
        'export',
        '--format',
        'stix',
        ...options,
        path('story.txt'),
        path('other.txt'),
      ])
      return bundle.parse(JSON.parse(output)).objects
    }
    const all = await objectsOf()
    const one = await objectsOf('--actor', 'Fancy Bear')
    const names = (objects: typeof all) =>
      objects.filter(({ type }) => type === 'intrusion-set').map(({ name }) => name)
    expect(names(all)).toEqual(expect.arrayContaining(['APT28', 'Lazarus Group']))
    expect(names(one)).toEqual(['APT28'])
    const none = await objectsOf('--min-confidence', '1')
    expect(none.filter(({ type }) => type === 'relationship')).toEqual([])
  })

  it('takes a bundle of its own for the case, and writes the same bundle from it', async () => {
    const args = ['--format', 'stix', '--date', '2026-01-02']
    const first = await gnomon(['export', ...args, '--out', path('own.json'), path('story.txt')])
    const again = await gnomon(['export', ...args, path('own.json')])
    expect([first.exitCode, again.exitCode]).toEqual([0, 0])
    expect(again.output).toBe(readFileSync(path('own.json'), 'utf8'))
    const csv = await gnomon(['export', '--format', 'csv', path('own.json')])
    expect(csv.output).toContain(story.slice(0, 40))
  })

  it('leaves out what is marked above a ceiling', async () => {
    writeFileSync(path('red.txt'), `TLP:RED\n\n${story}`)
    const { output } = await gnomon([
      'export',
      '--format',
      'csv',
      '--tlp',
      'TLP:GREEN',
      path('red.txt'),
      path('other.txt'),
    ])
    expect(output).toContain('Lazarus Group')
    expect(output).not.toContain('APT28')
    expect(
      (await gnomon(['export', '--format', 'csv', '--tlp', 'TLP:PINK', path('red.txt')])).exitCode,
    ).toBe(2)
  })

  it('says what consumers do with it, and writes nothing with --check', async () => {
    const { exitCode, output, complaints } = await gnomon([
      'export',
      '--format',
      'stix',
      '--check',
      path('story.txt'),
    ])
    expect([exitCode, output]).toEqual([0, ''])
    expect(complaints).toEqual(
      expect.arrayContaining([expect.stringMatching(/^note: OpenCTI and MISP keep labels/)]),
    )
  })

  it('exports what could be read and names the rest', async () => {
    const { exitCode, complaints } = await gnomon([
      'export',
      '--format',
      'stix',
      '--out',
      path('part.json'),
      path('empty.txt'),
      path('story.txt'),
    ])
    expect(exitCode).toBe(1)
    expect(complaints[0]).toBe(`${path('empty.txt')}: the file is empty`)
    expect(existsSync(path('part.json'))).toBe(true)
  })

  it.each([
    [['export', 'a.txt']],
    [['export', '--format', 'xlsx', 'a.txt']],
    [['export', '--format', 'stix']],
    [['export', '--format', 'markdown', 'a.txt']],
    [['export', '--format', 'stix', '--min-confidence', 'high', 'a.txt']],
    [['export', '--format', 'stix', '--min-origins', '-1', 'a.txt']],
    [['export', '--format', 'stix', '--actor', 'a', '--actor', 'b', 'a.txt']],
  ])('calls %j wrong usage', async (args) => {
    expect((await gnomon(args)).exitCode).toBe(2)
  })
})

describe('where an export cannot be written', () => {
  const tryTo = (out: string) =>
    gnomon(['export', '--format', 'csv', '--out', out, path('story.txt')])

  it('says that there is no such folder', async () => {
    const { exitCode, complaints } = await tryTo(path('nowhere/out.csv'))
    expect([exitCode, complaints.at(-1)]).toEqual([
      1,
      expect.stringContaining(`there is no folder ${path('nowhere')}`),
    ])
  })

  it('does not take a folder for a file', async () => {
    mkdirSync(path('taken'))
    expect(await tryTo(path('taken'))).toMatchObject({ exitCode: 1 })
    expect(readdirSync(path('taken'))).toEqual([])
  })

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    const { exitCode, complaints } = await tryTo('/dev/full')
    expect([exitCode, complaints.at(-1)]).toEqual([1, expect.stringContaining('the disk is full')])
    expect(existsSync('/dev/full')).toBe(true)
  })

  // The superuser may write everywhere.
  it.skipIf(process.getuid?.() === 0)(
    'says that the folder is read-only, and keeps the old file',
    async () => {
      mkdirSync(path('locked'))
      writeFileSync(path('locked/out.csv'), 'old')
      chmodSync(path('locked'), 0o555)
      const { exitCode, complaints } = await tryTo(path('locked/out.csv'))
      chmodSync(path('locked'), 0o755)
      expect([exitCode, complaints.at(-1)]).toEqual([
        1,
        expect.stringContaining('may not be written'),
      ])
      expect(readFileSync(path('locked/out.csv'), 'utf8')).toBe('old')
    },
  )

  it('leaves no unfinished file behind', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('gnomon extract in formats of others', () => {
  it('prints one STIX bundle for one file, and one line each for several', async () => {
    const one = await gnomon(['extract', '--format', 'stix', path('story.txt')])
    expect(bundle.safeParse(JSON.parse(one.output)).success).toBe(true)
    const two = await gnomon(['extract', '--format', 'stix', path('story.txt'), path('other.txt')])
    const lines = two.output.trim().split('\n')
    expect(lines.map((line) => bundle.safeParse(JSON.parse(line)).success)).toEqual([true, true])
  })

  it('prints links as CSV under one heading, with the file before each', async () => {
    const { output } = await gnomon([
      'extract',
      '--format',
      'csv',
      path('story.txt'),
      path('other.txt'),
    ])
    const lines = output.trim().split('\r\n')
    expect(lines[0]).toMatch(/^file,source,predicate/)
    expect(lines.filter((line) => line.startsWith('file,'))).toHaveLength(1)
    expect(lines.some((line) => line.startsWith(`${path('other.txt')},Lazarus Group,`))).toBe(true)
  })
})
