import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gnomon } from './memory-terminal'

let folder = ''
const path = (name: string) => join(folder, name)
const microsoft = [
  { 'Threat actor name': 'Saffron Typhoon', 'Origin/Threat': 'China', 'Other names': 'SF-77' },
]
const cluster = {
  name: 'Threat Actor',
  type: 'threat-actor',
  version: 351,
  values: [{ value: 'Violet Crake', uuid: 'x', meta: { country: 'KP', synonyms: ['VC-77'] } }],
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gnomon-knowledge-'))
  writeFileSync(path('microsoft.json'), `\ufeff${JSON.stringify(microsoft)}`)
  writeFileSync(path('cluster.json'), JSON.stringify(cluster))
  writeFileSync(path('cut.json'), JSON.stringify(cluster).slice(0, 40))
  writeFileSync(path('report.json'), '{"hello": "world"}')
  writeFileSync(
    path('story.txt'),
    'SF-77 breached the defence ministry of Poland in March 2024, officials said.',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('gnomon knowledge', () => {
  it('says what a file would change, and changes nothing', async () => {
    const { exitCode, output } = await gnomon([
      'knowledge',
      'diff',
      path('microsoft.json'),
      path('cluster.json'),
    ])
    expect([exitCode, output]).toEqual([
      0,
      'New            actor      Saffron Typhoon: also SF-77\nNew            actor      Violet Crake: also VC-77\n2 new\n',
    ])
  })

  it('packs, signs and verifies', async () => {
    const key = (await gnomon(['knowledge', 'key', '--out', path('my.key')])).output.trim()
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(path('my.key')).mode & 0o777).toBe(0o600)
    const packed = await gnomon([
      'knowledge',
      'pack',
      path('microsoft.json'),
      '--out',
      path('new.pack'),
      '--key',
      path('my.key'),
    ])
    expect(packed.exitCode).toBe(0)
    const verified = await gnomon(['knowledge', 'verify', path('new.pack'), '--trust', key])
    expect([verified.exitCode, verified.output]).toEqual([
      0,
      expect.stringContaining(`signed by ${key}`),
    ])
    const strange = await gnomon([
      'knowledge',
      'verify',
      path('new.pack'),
      '--trust',
      '0'.repeat(64),
    ])
    expect([strange.exitCode, strange.complaints[0]]).toEqual([
      1,
      expect.stringContaining('not among the trusted keys'),
    ])
    const text = readFileSync(path('new.pack'), 'utf8')
    writeFileSync(path('forged.pack'), text.replace('SF-77', 'SF-78'))
    const forged = await gnomon(['knowledge', 'verify', path('forged.pack')])
    expect([forged.exitCode, forged.complaints[0]]).toEqual([
      1,
      expect.stringContaining('the signature does not fit'),
    ])
  })

  it('never writes a key over another', async () => {
    const before = readFileSync(path('my.key'), 'utf8')
    expect((await gnomon(['knowledge', 'key', '--out', path('my.key')])).exitCode).toBe(1)
    expect(readFileSync(path('my.key'), 'utf8')).toBe(before)
  })

  it('applies to a store that reading takes, and rolls back', async () => {
    const read = async () => {
      const { output } = await gnomon([
        'extract',
        '--knowledge',
        path('store.json'),
        path('story.txt'),
      ])
      return output
    }
    expect(
      (
        await gnomon([
          'knowledge',
          'apply',
          path('microsoft.json'),
          '--knowledge',
          path('store.json'),
        ])
      ).exitCode,
    ).toBe(0)
    expect(
      (
        await gnomon([
          'knowledge',
          'apply',
          path('cluster.json'),
          '--knowledge',
          path('store.json'),
        ])
      ).exitCode,
    ).toBe(0)
    expect(await read()).toContain('Saffron Typhoon')
    const diff = await gnomon([
      'knowledge',
      'diff',
      path('cluster.json'),
      '--knowledge',
      path('store.json'),
    ])
    expect(diff.output).toBe('Nothing new: everything in it is known.\n')
    for (const title of ['MISP galaxy: Threat Actor 351', "Microsoft's threat actor names"]) {
      const { complaints } = await gnomon([
        'knowledge',
        'rollback',
        '--knowledge',
        path('store.json'),
      ])
      expect(complaints).toEqual([`Taken off: ${title}, applied 2026-01-02`])
    }
    expect(await read()).not.toContain('Saffron Typhoon')
    expect(
      (await gnomon(['knowledge', 'rollback', '--knowledge', path('store.json')])).exitCode,
    ).toBe(1)
  })

  it.each([
    ['cut.json', 'not JSON, or cut off'],
    ['report.json', 'neither an ATT&CK bundle'],
    ['missing.json', 'cannot be opened'],
    ['forged.pack', 'the signature does not fit'],
  ])('refuses %s and leaves the store as it was', async (name, why) => {
    await gnomon(['knowledge', 'apply', path('microsoft.json'), '--knowledge', path('kept.json')])
    const before = readFileSync(path('kept.json'))
    const { exitCode, complaints } = await gnomon([
      'knowledge',
      'apply',
      path('cluster.json'),
      path(name),
      '--knowledge',
      path('kept.json'),
    ])
    expect([exitCode, complaints.at(-1)]).toEqual([1, expect.stringContaining(why)])
    expect(complaints.at(-1)).toContain('Nothing was changed.')
    expect(readFileSync(path('kept.json')).equals(before)).toBe(true)
  })

  it('lets in only what trusted keys signed, where keys are named', async () => {
    const args = [
      'knowledge',
      'apply',
      path('cluster.json'),
      '--knowledge',
      path('none.json'),
      '--trust',
      '0'.repeat(64),
    ]
    expect(await gnomon(args)).toMatchObject({
      exitCode: 1,
      complaints: [expect.stringContaining('not signed')],
    })
    expect(existsSync(path('none.json'))).toBe(false)
  })

  it.each([
    [['knowledge']],
    [['knowledge', 'frobnicate']],
    [['knowledge', 'diff']],
    [['knowledge', 'pack', 'a.json']],
    [['knowledge', 'apply', 'a.json']],
    [['knowledge', 'verify', 'a.json', '--trust', 'me']],
    [['extract', '--knowledge', 'nowhere.json', 'a.txt']],
  ])('calls %j wrong usage', async (args) => {
    expect((await gnomon(args)).exitCode).toBe(2)
  })
})
