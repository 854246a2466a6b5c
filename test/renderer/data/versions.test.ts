import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createCaseFold } from '@core/case/fold-case'
import { digestOf } from '@core/case/digest'
import { entityId, linkId } from '@core/model/ids'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseDatabase } from '../../../src-renderer/data/database'
import { databaseName } from '../../../src-renderer/data/database'
import { appendDecision, loadDecisions } from '../../../src-renderer/data/decision-repository'
import { openCase } from '../../../src-renderer/data/open-case'
import { loadReadReports } from '../../../src-renderer/data/report-repository'
import { schemaVersion } from '../../../src-renderer/data/versions'
import { accepting } from '../../support/case-builders'
import { countingIds } from './open-test-case'

/** A store as a released version left it: its tables with their keys, and the rows. */
interface StoredFixture {
  readonly version: number
  readonly tables: readonly {
    readonly name: string
    readonly keyPath: string
    readonly uniqueIndexes?: readonly string[]
    readonly rows: readonly object[]
  }[]
}

const folder = resolve('test/fixtures/stores')
const fixtures = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(resolve(folder, name), 'utf8')) as StoredFixture,
)

let database: CaseDatabase | undefined
afterEach(() => database?.close())

async function migrated(fixture: StoredFixture): Promise<CaseDatabase> {
  const caseId = `from-${fixture.version}`
  await store(databaseName(caseId), fixture)
  const opened = await openCase(caseId)
  if (!opened.ok) throw new Error(opened.failure.code)
  database = opened.value
  return database
}

function store(name: string, { version, tables }: StoredFixture): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, version * 10)
    request.onerror = () => fail(new Error('The fixture was not stored'))
    request.onupgradeneeded = () => {
      for (const { name: table, keyPath, uniqueIndexes = [], rows } of tables) {
        const made = request.result.createObjectStore(table, { keyPath })
        for (const index of uniqueIndexes) made.createIndex(index, index, { unique: true })
        for (const row of rows) made.add(row)
      }
    }
    request.onsuccess = () => {
      request.result.close()
      done()
    }
  })
}

describe('the store', () => {
  it('has a fixture of every version that was ever released', () => {
    expect(fixtures.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: schemaVersion }, (_, place) => place + 1),
    )
  })

  it.each(fixtures)('of version $version opens with all that was in it', async (fixture) => {
    const store = await migrated(fixture)
    const log = await loadDecisions(store)
    const parts = await loadReadReports(
      store,
      (await store.reports.toArray()).map(({ id }) => id),
    )
    const view = createCaseFold().update({ parts, log })
    const attack = linkId(
      entityId('actor', 'quiet-heron'),
      'targets',
      entityId('country', 'LA'),
      'asserted',
    )
    expect(view.counts).toEqual({ reports: 1, links: 1, unreviewed: 0, rejected: 0 })
    expect(view.links.get(attack)).toMatchObject({
      review: 'accepted',
      decidedBy: { author: 'AB' },
    })
    const [reading] = await store.readings.toArray()
    const [digest] = await store.digests.toArray()
    expect(digest?.digest).toBe(reading && digestOf(reading))
    expect((await store.settings.get('author'))?.value).toBe('AB')
    const more = await appendDecision(store, 'AB', accepting(attack), countingIds())
    expect(more.ok && more.value).toMatchObject({ sequence: 3, clock: 3, after: [log[1]?.id] })
  })
})
