import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { CaseDatabase, databaseName } from '../../../src-renderer/data/database'
import { openCase } from '../../../src-renderer/data/open-case'
import { schemaVersion } from '../../../src-renderer/data/versions'

describe('openCase', () => {
  it('makes a case that is not there, and finds it again with what was put into it', async () => {
    const first = await openCase('kept')
    if (!first.ok) throw new Error(first.failure.code)
    await first.value.settings.put({ key: 'author', value: 'AB' })
    first.value.close()
    const again = await openCase('kept')
    expect(again.ok && (await again.value.settings.get('author'))?.value).toBe('AB')
  })

  it('refuses a case that a newer version wrote, and leaves it as it is', async () => {
    const newer = new Dexie(databaseName('newer'))
    newer.version(schemaVersion + 1).stores({ reports: 'id', dossiers: 'id' })
    await newer.open()
    await newer.table('dossiers').add({ id: 'one' })
    newer.close()
    expect(await openCase('newer')).toEqual({
      ok: false,
      failure: { code: 'case-is-newer', found: schemaVersion + 1, supported: schemaVersion },
    })
    const [left] = (await indexedDB.databases()).filter(({ name }) => name === newer.name)
    expect(left?.version).toBe((schemaVersion + 1) * 10)
    await newer.open()
    expect(await newer.table('dossiers').count()).toBe(1)
  })

  it('says so where the profile stores nothing', async () => {
    const factory = globalThis.indexedDB
    const refusing = { databases: () => Promise.reject(new Error('denied by policy')) }
    Object.defineProperty(globalThis, 'indexedDB', { value: refusing, configurable: true })
    const result = await openCase('refused')
    Object.defineProperty(globalThis, 'indexedDB', { value: factory, configurable: true })
    expect(result).toEqual({
      ok: false,
      failure: { code: 'storage-unavailable', detail: 'denied by policy' },
    })
  })
})

describe('CaseDatabase', () => {
  it('has tables under these names', () => {
    expect(new CaseDatabase('any').tables.map(({ name }) => name).toSorted()).toEqual([
      'decisions',
      'digests',
      'layouts',
      'originals',
      'pending',
      'quarantine',
      'readings',
      'reports',
      'settings',
      'texts',
    ])
  })
})
