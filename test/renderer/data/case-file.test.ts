import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { decisionState } from '@core/case/decisions'
import { reportId } from '@core/model/ids'
import { afterEach, describe, expect, it } from 'vitest'
import { saveAuthor } from '../../../src-renderer/data/author-repository'
import { backUp } from '../../../src-renderer/data/case-file/backups'
import type { BackupPlace } from '../../../src-renderer/data/case-file/backups'
import { caseFileBlob } from '../../../src-renderer/data/case-file/case-file-blob'
import { mergeCaseFile, restoreCase } from '../../../src-renderer/data/case-file/open-case-file'
import type { CaseDatabase } from '../../../src-renderer/data/database'
import { appendDecision, loadDecisions } from '../../../src-renderer/data/decision-repository'
import { openCase } from '../../../src-renderer/data/open-case'
import { saveReport } from '../../../src-renderer/data/report-repository'
import { purgeReport } from '../../../src-renderer/data/use-purge'
import { browserIds } from '../../../src-renderer/data/ids'
import {
  accepting,
  aLink,
  anEntity,
  aReading,
  aReport,
  rejecting,
} from '../../support/case-builders'
import { openTestCase } from './open-test-case'

const heron = anEntity('actor', 'Quiet Heron')
const laos = anEntity('country', 'Laos')
const attack = aLink(heron.id, laos.id)
const at = '2024-07-02T10:00:00.000Z'

const open: CaseDatabase[] = []
afterEach(() => open.splice(0).forEach((database) => database.close()))

async function aCase(...words: readonly string[]): Promise<CaseDatabase> {
  const database = await openTestCase()
  open.push(database)
  for (const word of words) await save(database, word)
  return database
}

function save(database: CaseDatabase, word: string) {
  const bytes = new TextEncoder().encode(word)
  const report = aReport(1, { id: idOf(word), title: word })
  const reading = aReading(report, [heron, laos], [attack])
  const source = { text: word, pages: [], blocks: [] }
  return saveReport(database, { report, source, reading, bytes: bytes.buffer }, 'AB', browserIds)
}

function idOf(word: string) {
  return reportId(createHash('sha256').update(word).digest('hex'))
}

async function fileOf(database: CaseDatabase) {
  return caseFileBlob(database, { name: 'River', writtenBy: '0.1.0', writtenAt: at })
}

async function reopened(caseId: string): Promise<CaseDatabase> {
  const result = await openCase(caseId)
  if (!result.ok) throw new Error(result.failure.code)
  open.push(result.value)
  return result.value
}

describe('a restored case', () => {
  it('is the same by checksum, digests and all', async () => {
    const database = await aCase('one', 'two')
    await saveAuthor(database, 'AB')
    await appendDecision(database, 'AB', accepting(attack.id), browserIds)
    const { blob, summary } = await fileOf(database)
    const restored = await restoreCase(blob, 'restored-1', undefined)
    expect(restored).toMatchObject({ ok: true, value: { checksum: summary.checksum } })
    const copy = await reopened('restored-1')
    expect((await fileOf(copy)).summary.checksum).toBe(summary.checksum)
    expect(await copy.digests.toArray()).toEqual(await database.digests.toArray())
  })

  it('leaves nothing behind where the file is damaged', async () => {
    const { blob } = await fileOf(await aCase('one'))
    const cut = blob.slice(0, blob.size / 2)
    expect(await restoreCase(cut, 'restored-2', undefined)).toMatchObject({ ok: false })
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).not.toContain('gnomon-case-restored-2')
  })
})

describe('two analysts’ cases', () => {
  it('become one, with contradictions left open and both sides the same', async () => {
    const common = await aCase('one')
    const { blob } = await fileOf(common)
    await restoreCase(blob, 'second-1', undefined)
    const other = await reopened('second-1')
    await appendDecision(common, 'AB', accepting(attack.id), browserIds)
    await appendDecision(other, 'CD', rejecting(attack.id), browserIds)
    await save(other, 'two')
    const [mine, theirs] = [await fileOf(common), await fileOf(other)]
    const merged = await mergeCaseFile(common, theirs.blob, undefined)
    expect(merged).toMatchObject({
      ok: true,
      value: { addedReports: 1, addedDecisions: 2, conflicts: 1 },
    })
    await mergeCaseFile(other, mine.blob, undefined)
    expect(await loadDecisions(common)).toEqual(await loadDecisions(other))
    const again = await mergeCaseFile(common, theirs.blob, undefined)
    expect(again).toMatchObject({ ok: true, value: { addedReports: 0, addedDecisions: 0 } })
    await appendDecision(common, 'EF', rejecting(attack.id), browserIds)
    expect(decisionState(await loadDecisions(common)).conflicts).toEqual([])
  })

  it('do not bring back what one of them purged', async () => {
    const common = await aCase('one', 'secret')
    const { blob } = await fileOf(common)
    expect(await purgeReport(common, idOf('secret'), 'AB', browserIds)).toMatchObject({ ok: true })
    expect(await save(common, 'secret')).toMatchObject({ failure: { code: 'purged' } })
    await mergeCaseFile(common, blob, undefined)
    expect(await common.reports.count()).toBe(1)
    const text = await (await fileOf(common)).blob.text()
    expect(text).not.toContain('originals/' + idOf('secret'))
  })
})

describe('backUp', () => {
  function aPlace(damage = false): BackupPlace & { readonly files: Map<string, Blob> } {
    const files = new Map<string, Blob>()
    return {
      files,
      list: () => Promise.resolve([...files.keys()].map((name) => ({ name, at }))),
      write: (name, content) => {
        files.set(name, damage ? content.slice(0, 300) : content)
        return Promise.resolve({ status: 'saved' })
      },
      read: (name) => Promise.resolve(files.get(name)),
      remove: (name) => {
        files.delete(name)
        return Promise.resolve()
      },
    }
  }
  const facts = (minute: number) => ({
    name: 'River',
    writtenBy: '0.1.0',
    at: `2024-07-02T10:${String(minute).padStart(2, '0')}:00.000Z`,
  })

  it('keeps the ten newest', async () => {
    const database = await aCase('one')
    const place = aPlace()
    for (let minute = 0; minute < 12; minute += 1)
      expect(await backUp(database, place, facts(minute))).toMatchObject({ ok: true })
    expect(place.files.size).toBe(10)
    expect([...place.files.keys()]).not.toContain('River 2024-07-02 100100.gnomon')
  })

  it('is not counted where reading back gives something else', async () => {
    const database = await aCase('one')
    const place = aPlace(true)
    expect(await backUp(database, place, facts(1))).toMatchObject({
      failure: { code: 'backup-not-sound' },
    })
    expect(place.files.size).toBe(0)
    expect(await database.settings.get('last-backup')).toBeUndefined()
  })

  it('says so where the place refuses', async () => {
    const database = await aCase('one')
    const place = {
      ...aPlace(),
      write: () => Promise.resolve({ status: 'failed', detail: 'ENOSPC' }),
    }
    expect(await backUp(database, place, facts(1))).toEqual({
      ok: false,
      failure: { code: 'backup-not-written', detail: 'ENOSPC' },
    })
  })
})
