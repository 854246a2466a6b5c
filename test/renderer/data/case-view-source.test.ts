import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseSource } from '../../../src-renderer/data/case-view-source'
import { createCaseSource } from '../../../src-renderer/data/case-view-source'
import type { CaseDatabase } from '../../../src-renderer/data/database'
import { appendDecision, stepThroughHistory } from '../../../src-renderer/data/decision-repository'
import { saveReport } from '../../../src-renderer/data/report-repository'
import { accepting, aLink, anEntity, aReading, aReport } from '../../support/case-builders'
import { countingIds, openTestCase } from './open-test-case'

const heron = anEntity('actor', 'Quiet Heron')
const laos = anEntity('country', 'Laos')
const attack = aLink(heron.id, laos.id)
const ids = countingIds()

let database: CaseDatabase
let source: CaseSource
beforeEach(async () => {
  database = await openTestCase()
  source = createCaseSource(database, (error) => {
    throw error
  })
})
afterEach(() => {
  source.close()
  database.close()
})

function save(seed: number) {
  const report = aReport(seed)
  return saveReport(
    database,
    {
      report,
      source: { text: 'text', pages: [], blocks: [] },
      reading: aReading(report, [heron, laos], [attack]),
      bytes: new ArrayBuffer(1),
    },
    'AB',
    ids,
  )
}

const counts = () => source.current()?.view.counts

describe('createCaseSource', () => {
  it('gives an empty case where nothing was imported', async () => {
    await vi.waitFor(() => expect(counts()?.reports).toBe(0))
  })

  it('follows imports, decisions and undo as they are stored', async () => {
    await save(1)
    await vi.waitFor(() => expect(counts()).toMatchObject({ reports: 1, unreviewed: 1 }))
    await save(2)
    await appendDecision(database, 'AB', accepting(attack.id), ids)
    await vi.waitFor(() => expect(counts()).toMatchObject({ reports: 2, unreviewed: 0 }))
    expect(source.current()?.view.links.get(attack.id)?.documents).toHaveLength(2)
    await stepThroughHistory(database, 'AB', 'undo', ids)
    await stepThroughHistory(database, 'AB', 'undo', ids)
    await vi.waitFor(() => expect(counts()).toMatchObject({ reports: 1, unreviewed: 1 }))
    await stepThroughHistory(database, 'AB', 'redo', ids)
    await vi.waitFor(() => expect(counts()).toMatchObject({ reports: 2, unreviewed: 1 }))
  })

  it('tells its listeners, and stops when they leave', async () => {
    const heard = vi.fn()
    const leave = source.subscribe(heard)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    leave()
    await save(1)
    await vi.waitFor(() => expect(counts()?.reports).toBe(1))
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
