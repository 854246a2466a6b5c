import 'fake-indexeddb/auto'
import { newPlan } from '@core/brief/plan/templates'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import {
  loadIssues,
  saveIssue,
  type IssuedBrief,
} from '../../../src-renderer/data/brief-repository'
import type { CaseDatabase } from '../../../src-renderer/data/database'
import { browserIds } from '../../../src-renderer/data/ids'
import { purgeReport } from '../../../src-renderer/data/use-purge'
import { aReportId } from '../../support/case-builders'
import { openTestCase } from './open-test-case'

const [secret, plain] = [aReportId(1), aReportId(2)]
const open: { close: () => void }[] = []
afterEach(() => open.splice(0).forEach((database) => database.close()))

describe('purgeReport', () => {
  it('takes issued briefs that quote the report, and leaves the others', async () => {
    const database = await aCase()
    await saveIssue(database, issueThatQuotes(secret))
    await saveIssue(database, issueThatQuotes(plain))
    expect(await purgeReport(database, secret, 'AB', browserIds)).toMatchObject({ ok: true })
    expect((await loadIssues(database)).map(({ title }) => title)).toEqual([`On ${plain}`])
  })

  it('takes the pieces of the stored search index that hold it', async () => {
    const database = await aCase()
    const index = new Dexie(database.name.replace('gnomon-case-', 'gnomon-search-'))
    index.version(1).stores({ segments: '++id' })
    open.push(index)
    await index
      .table('segments')
      .bulkAdd([
        { segment: { ids: [secret, plain], words: 'hidden' } },
        { segment: { ids: [plain], words: 'open' } },
      ])
    expect(await purgeReport(database, secret, 'AB', browserIds)).toMatchObject({ ok: true })
    const left = await index.table('segments').toArray()
    expect(JSON.stringify(left)).toContain('open')
    expect(JSON.stringify(left)).not.toContain('hidden')
  })
})

async function aCase(): Promise<CaseDatabase> {
  const database = await openTestCase()
  open.push(database)
  return database
}

function issueThatQuotes(id: string): IssuedBrief {
  return {
    version: 1,
    date: '2026-01-01',
    title: `On ${id}`,
    tlp: 'TLP:CLEAR',
    plan: newPlan('blank'),
    facts: [],
    html: `<code>${id}</code>`,
  }
}
