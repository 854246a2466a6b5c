import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '@core/model/decision'
import { decisionId } from '@core/model/ids'
import { aLink, anEntity } from '../../support/case-builders'
import { aCaseContent, caseFileBytes } from '../../support/case-file'
import { gnomon } from './memory-terminal'

const attack = aLink(anEntity('actor', 'Quiet Heron').id, anEntity('country', 'Laos').id).id

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gnomon-cli-case-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const { exitCode, output, complaints } = await gnomon(['case', ...args])
  return { code: exitCode, out: output, complaints }
}

/** A case of two reports that its analyst judged. */
async function aFile(
  name: string,
  author: string,
  verdict: 'accept-link' | 'reject-link',
  words = ['one', 'two'],
) {
  const ids = aCaseContent(['one', 'two', 'three'], []).reports.map(({ id }) => id)
  const log: Decision[] = [
    {
      id: decisionId('common'),
      author: 'AB',
      at: '2024-01-01T00:00:00.000Z',
      sequence: 1,
      clock: 1,
      after: [],
      action: { type: 'import-reports', reports: ids },
    },
    {
      id: decisionId(`verdict-${author}`),
      author,
      at: '2024-01-02T00:00:00.000Z',
      sequence: 2,
      clock: 2,
      after: [decisionId('common')],
      action: { type: verdict, link: attack },
    },
  ]
  const path = join(folder, name)
  writeFileSync(path, await caseFileBytes(aCaseContent(words, log)))
  return path
}

describe('gnomon case', () => {
  it('says what a file holds and that it is sound', async () => {
    const file = await aFile('a.gnomon', 'AB', 'accept-link')
    const info = await run('info', file)
    expect(info).toMatchObject({ code: 0 })
    expect(info.out).toContain('reports     2 stored, 3 in the case')
    expect(info.out).toContain('decisions   2 (AB 2), 2 in force')
    expect((await run('verify', file)).out).toContain('sound, 2 reports, 2 decisions')
  })

  it('names what is damaged', async () => {
    const file = await aFile('a.gnomon', 'AB', 'accept-link')
    writeFileSync(file, readFileSync(file).subarray(0, 900))
    const { code, complaints } = await run('verify', file)
    expect(code).toBe(1)
    expect(complaints.join()).toMatch(/damaged/)
  })

  it('merges two analysts, names every contradiction, and gives the same whichever comes first', async () => {
    const mine = await aFile('a.gnomon', 'AB', 'accept-link')
    const theirs = await aFile('b.gnomon', 'CD', 'reject-link', ['two', 'three'])
    const [one, other] = [join(folder, 'one.gnomon'), join(folder, 'other.gnomon')]
    const first = await run('merge', mine, theirs, '--out', one)
    expect(first).toMatchObject({ code: 0 })
    expect(first.complaints.join()).toMatch(
      /contradiction: review .*AB .*accept-link; CD .*reject-link/,
    )
    await run('merge', theirs, mine, '--out', other)
    const content = async (file: string) =>
      /content (\w{64})/.exec((await run('verify', file)).out)?.[1]
    expect(await content(one)).toBe(await content(other))
    const again = join(folder, 'again.gnomon')
    await run('merge', one, theirs, '--out', again)
    expect(await content(again)).toBe(await content(one))
    expect((await run('info', one)).out).toMatch(/reports {5}3 stored/)
  })

  it('exports the table of links, and the reports’ own files', async () => {
    const file = await aFile('a.gnomon', 'AB', 'accept-link')
    expect((await run('export', file, '--format', 'csv-links')).out).toContain('Quiet Heron')
    await run('export', file, '--originals', join(folder, 'files'))
    expect(readdirSync(join(folder, 'files')).sort()).toEqual(['one.txt', 'two.txt'])
  })

  it('opens an encrypted file with the passphrase of a file', async () => {
    const path = join(folder, 'c.gnomon')
    writeFileSync(path, await caseFileBytes(aCaseContent(['x'], []), { passphrase: 'dusk' }))
    expect((await run('verify', path)).complaints.join()).toContain('--passphrase-file')
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'dusk\n')
    expect(await run('verify', path, '--passphrase-file', secret)).toMatchObject({ code: 0 })
  }, 30_000)

  it('refuses wrong usage in one line', async () => {
    expect(await run()).toMatchObject({ code: 2 })
    expect(await run('merge', 'a.gnomon', '--out', 'x')).toMatchObject({ code: 2 })
    expect((await run('verify', join(folder, 'absent.gnomon'))).code).toBe(1)
  })
})
