import 'fake-indexeddb/auto'
import { fail, succeed } from '@core/lib/result'
import { reportId } from '@core/model/ids'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseDatabase } from '../../../src-renderer/data/database'
import { candidateFromBytes } from '../../../src-renderer/data/import-candidate'
import {
  candidateFromPending,
  createImportJournal,
} from '../../../src-renderer/data/import-journal'
import type { ImportJournal } from '../../../src-renderer/data/import-journal'
import { createImportQueue } from '../../../src-renderer/data/import-queue'
import type { ReadFile } from '../../../src-renderer/data/import-queue'
import { candidateFromQuarantine } from '../../../src-renderer/data/quarantine-repository'
import { aReading, aReport } from '../../support/case-builders'
import { countingIds, openTestCase } from './open-test-case'

let database: CaseDatabase
beforeEach(async () => {
  database = await openTestCase()
})
afterEach(() => database.close())

const aFile = (name: string, text: string) =>
  candidateFromBytes(name, new TextEncoder().encode(text).buffer)

const readsAll: ReadFile = (input) => {
  const { name, bytes } = input
  const id = reportId(createHash('sha256').update(new Uint8Array(bytes)).digest('hex'))
  const report = aReport(1, { id, fileName: name, title: name })
  const source = { text: new TextDecoder().decode(bytes), pages: [], blocks: [] }
  return Promise.resolve(
    succeed({
      read: { report, source, reading: aReading(report, [], []), bytes },
      members: [],
      refused: [],
    }),
  )
}
const refusesBad: ReadFile = (input, options) =>
  input.name === 'bad.pdf'
    ? Promise.resolve(fail({ code: 'no-text-layer', pageCount: 31 }))
    : readsAll(input, options)

function journalOf(owner: string, living: readonly string[] = []): ImportJournal {
  return createImportJournal({
    database,
    owner,
    livingOwners: () => Promise.resolve(new Set(living)),
  })
}

function queueOf(readFile: ReadFile, journal?: ImportJournal) {
  return createImportQueue({
    database,
    readFile,
    ids: countingIds(),
    lanes: 2,
    maximumBytes: 1000,
    ...(journal && { journal }),
  })
}

/** Copying and striking off happen beside the import. */
async function settled(journal: ImportJournal) {
  await new Promise((resolve) => setTimeout(resolve, 50))
  await journal.flush()
}

describe('quarantine', () => {
  it('keeps a file that could not be read, with its bytes and reason', async () => {
    const queue = queueOf(refusesBad)
    queue.importFiles([aFile('bad.pdf', 'scan'), aFile('good.txt', 'x')])
    await queue.idle()
    const entries = await database.quarantine.toArray()
    expect(entries).toMatchObject([
      { name: 'bad.pdf', size: 4, tries: 1, failure: { code: 'no-text-layer', pageCount: 31 } },
    ])
    expect(await entries[0]?.bytes?.text()).toBe('scan')
  })

  it('counts tries of the same file, and lets it go when it is read', async () => {
    const failing = queueOf(refusesBad)
    for (let i = 0; i < 2; i++) {
      failing.importFiles([aFile('bad.pdf', 'scan')])
      await failing.idle()
    }
    const [entry] = await database.quarantine.toArray()
    expect(entry?.tries).toBe(2)
    const queue = queueOf(readsAll)
    queue.importFiles([candidateFromQuarantine(entry!)!])
    await queue.idle()
    expect(queue.items()[0]?.state).toBe('read')
    await expect.poll(() => database.quarantine.count()).toBe(0)
  })

  it('keeps neither cancelled files nor data for the knowledge update', async () => {
    const queue = queueOf(() =>
      Promise.resolve(fail({ code: 'knowledge-file', kind: 'misp-galaxy', detail: 'x' })),
    )
    queue.importFiles([aFile('galaxy.json', '{}')])
    await queue.idle()
    expect(queue.items()[0]?.state).toBe('failed')
    expect(await database.quarantine.count()).toBe(0)
  })
})

describe('the import journal', () => {
  it('is empty when everything has a verdict', async () => {
    const journal = journalOf('a')
    const queue = queueOf(refusesBad, journal)
    queue.importFiles([aFile('bad.pdf', 'scan'), aFile('good.txt', 'x')])
    await queue.idle()
    await settled(journal)
    expect(await database.pending.count()).toBe(0)
  })

  it('tells the next window what was not read, with the bytes to go on', async () => {
    const journal = journalOf('crashed')
    const queue = queueOf(() => new Promise(() => undefined), journal)
    queue.importFiles([aFile('1.txt', 'one'), aFile('2.txt', 'two'), aFile('3.txt', 'three')])
    await settled(journal)
    const { readable, lost } = await journalOf('next').interrupted()
    expect(lost).toEqual([])
    expect(readable.map(({ name, starts }) => [name, starts])).toEqual([
      ['1.txt', 1],
      ['2.txt', 1],
      ['3.txt', 0],
    ])
    const next = queueOf(readsAll)
    next.importFiles(readable.map((row) => candidateFromPending(row)!))
    await next.idle()
    expect(next.items().map(({ state }) => state)).toEqual(['read', 'read', 'read'])
  })

  it('names what could not be copied before the window ended', async () => {
    const journal = journalOf('crashed')
    const moved = { name: 'gone.pdf', open: () => Promise.reject(new Error('moved')) }
    await journal.begin('drop', [moved])
    await settled(journal)
    const { readable, lost } = await journalOf('next').interrupted()
    expect([readable.length, lost.map(({ name }) => name)]).toEqual([0, ['gone.pdf']])
  })

  it('leaves alone what a window that lives is reading', async () => {
    await journalOf('other').begin('drop', [aFile('1.txt', 'one')])
    const { readable, lost } = await journalOf('mine', ['other']).interrupted()
    expect([...readable, ...lost]).toEqual([])
  })

  it('strikes off what was cancelled, and nothing once the case is being closed', async () => {
    const journal = journalOf('a')
    const queue = queueOf(() => new Promise(() => undefined), journal)
    queue.importFiles(Array.from({ length: 5 }, (_, i) => aFile(`${i}.txt`, `${i}`)))
    await settled(journal)
    queue.cancel(queue.items()[4]!.id)
    await settled(journal)
    expect(await database.pending.count()).toBe(4)
    journal.suspend()
    queue.cancelAll()
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(await database.pending.count()).toBe(4)
  })
})

describe('pausing an import', () => {
  it('finishes what is in work and begins nothing new until it goes on', async () => {
    const queue = queueOf(readsAll)
    queue.pause()
    queue.importFiles([aFile('1.txt', 'one'), aFile('2.txt', 'two')])
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(queue.items().map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(queue.isPaused()).toBe(true)
    queue.goOn()
    await queue.idle()
    expect(queue.items().map(({ state }) => state)).toEqual(['read', 'read'])
  })
})
