import 'fake-indexeddb/auto'
import type { OpenFileOutput, ReadFileInput, TaskFailure } from '@core/contracts/worker-tasks'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import { reportId } from '@core/model/ids'
import type { Report } from '@core/model/report'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseDatabase } from '../../../src-renderer/data/database'
import { appendDecision, stepThroughHistory } from '../../../src-renderer/data/decision-repository'
import type { ImportCandidate } from '../../../src-renderer/data/import-candidate'
import { candidateFromBytes } from '../../../src-renderer/data/import-candidate'
import type { ImportQueue, ReadFile } from '../../../src-renderer/data/import-queue'
import { createImportQueue } from '../../../src-renderer/data/import-queue'
import { aZip } from '../../support/a-zip'
import { takeInHere } from '../../support/import-here'
import { aLink, anEntity, aReading, aReport } from '../../support/case-builders'
import { countingIds, openTestCase } from './open-test-case'

const heron = anEntity('actor', 'Quiet Heron')
const laos = anEntity('country', 'Laos')

let database: CaseDatabase
beforeEach(async () => {
  database = await openTestCase()
})
afterEach(() => {
  vi.restoreAllMocks()
  database.close()
})

function aFile(name: string, text: string): ImportCandidate {
  return candidateFromBytes(name, new TextEncoder().encode(text).buffer)
}

function outputFor({ name, bytes }: ReadFileInput): OpenFileOutput {
  const id = reportId(createHash('sha256').update(new Uint8Array(bytes)).digest('hex'))
  const report: Report = aReport(1, { id, fileName: name, title: name })
  const text = new TextDecoder().decode(bytes)
  const reading = aReading(report, [heron, laos], [aLink(heron.id, laos.id)])
  const read = { report, source: { text, pages: [], blocks: [] }, reading, bytes }
  return { read, members: [], refused: [] }
}

const readAtOnce: ReadFile = (input) => Promise.resolve(succeed(outputFor(input)))

/** Archives by the real intake, everything else as it is. */
const openingArchives: ReadFile = async (input) => {
  const taken = await takeInHere(input.name, new Uint8Array(input.bytes))
  if (taken.ok && taken.value.imported) return succeed(outputFor(input))
  return taken.ok ? succeed({ members: taken.value.members, refused: taken.value.refused }) : taken
}

function queueOf(readFile: ReadFile, lanes = 2): ImportQueue {
  return createImportQueue({ database, readFile, ids: countingIds(), lanes, maximumBytes: 1000 })
}

async function importAll(queue: ImportQueue, files: readonly ImportCandidate[]) {
  queue.importFiles(files)
  await queue.idle()
  return queue.items().map(({ state }) => state)
}

async function stored() {
  const { reports, originals, texts, readings, decisions } = database
  const tables = [reports, originals, texts, readings, decisions]
  return Promise.all(tables.map((table) => table.count()))
}

describe('createImportQueue', () => {
  it('stores a report with its bytes, text and reading, and the decision that imports it', async () => {
    const queue = queueOf(readAtOnce)
    expect(await importAll(queue, [aFile('a.txt', 'one')])).toEqual(['read'])
    const [item] = queue.items()
    const id = item!.reportId!
    expect(item).toMatchObject({ size: 3, progress: 1, linkCount: 1 })
    expect(new TextDecoder().decode((await database.originals.get(id))?.bytes)).toBe('one')
    expect((await database.texts.get(id))?.source.text).toBe('one')
    expect((await database.readings.get(id))?.links).toHaveLength(1)
    expect((await database.decisions.toArray()).map(({ action }) => action)).toEqual([
      { type: 'import-reports', reports: [id] },
    ])
  })

  it('lets a bad file cost itself only', async () => {
    const readFile: ReadFile = (input) =>
      Promise.resolve(
        input.name === 'bad.pdf' ? fail({ code: 'encrypted' }) : succeed(outputFor(input)),
      )
    const queue = queueOf(readFile)
    const files = [aFile('a.txt', 'one'), aFile('bad.pdf', 'two'), aFile('c.txt', 'three')]
    expect(await importAll(queue, files)).toEqual(['read', 'failed', 'read'])
    expect(queue.items()[1]?.failure).toEqual({ code: 'encrypted' })
    expect(await stored()).toEqual([2, 2, 2, 2, 2])
  })

  it('says "already here" for the same bytes under another name, without reading them', async () => {
    const readFile = vi.fn(readAtOnce)
    await importAll(queueOf(readFile), [aFile('a.txt', 'one')])
    expect(await importAll(queueOf(readFile), [aFile('b.txt', 'one')])).toEqual(['already-here'])
    expect(readFile).toHaveBeenCalledTimes(1)
    expect(await stored()).toEqual([1, 1, 1, 1, 1])
  })

  it('reads the same bytes once when they come twice in one drop', async () => {
    const readFile = vi.fn(readAtOnce)
    const states = await importAll(queueOf(readFile), [aFile('a.txt', 'x'), aFile('b.txt', 'x')])
    expect(states.toSorted()).toEqual(['already-here', 'read'])
    expect(readFile).toHaveBeenCalledTimes(1)
  })

  it('gives every member of an archive a line of its own, refused ones too', async () => {
    const archive = aZip([
      { name: 'a.txt', content: 'one' },
      { name: 'inner/b.txt', content: 'two', stored: true },
      { name: '../up.txt', content: 'x' },
      { name: 'lies.txt', content: 'x'.repeat(9000), statedSize: 10 },
    ])
    const queue = createImportQueue({
      database,
      readFile: openingArchives,
      ids: countingIds(),
      lanes: 2,
      maximumBytes: 100_000,
    })
    await importAll(queue, [candidateFromBytes('stick.zip', archive.slice().buffer)])
    const verdicts = queue.items().map(({ name, state, failure }) => [name, failure?.code ?? state])
    expect(new Set(verdicts.map((verdict) => verdict.join(' ')))).toEqual(
      new Set([
        'stick.zip opened',
        'stick.zip/a.txt read',
        'stick.zip/inner/b.txt read',
        'stick.zip/../up.txt unsafe-name',
        'stick.zip/lies.txt bomb',
      ]),
    )
    expect(queue.items()[0]?.memberCount).toBe(4)
    expect((await database.reports.toArray()).map(({ fileName }) => fileName).toSorted()).toEqual([
      'stick.zip/a.txt',
      'stick.zip/inner/b.txt',
    ])
  })

  it('opens an archive in an archive so deep and no deeper', async () => {
    let archive = aZip([{ name: 'deep.txt', content: 'APT28' }])
    for (let i = 0; i < 8; i++) archive = aZip([{ name: `${i}.zip`, content: archive }])
    const readFile = openingArchives
    const queue = createImportQueue({
      database,
      readFile,
      ids: countingIds(),
      lanes: 1,
      maximumBytes: 100_000,
    })
    await importAll(queue, [candidateFromBytes('a.zip', archive.slice().buffer)])
    expect(queue.items().map(({ state }) => state)).toEqual([
      ...Array<string>(6).fill('opened'),
      'failed',
    ])
    expect(queue.items().at(-1)?.failure).toEqual({ code: 'too-deep', limit: 5 })
  })

  it('brings a report back whose import was undone, without reading it again', async () => {
    const readFile = vi.fn(readAtOnce)
    await importAll(queueOf(readFile), [aFile('a.txt', 'one')])
    const ids = { ...countingIds(), newDecisionId: countingFrom(100) }
    await stepThroughHistory(database, 'AB', 'undo', ids)
    const again = createImportQueue({ database, readFile, ids, lanes: 1, maximumBytes: 1000 })
    expect(await importAll(again, [aFile('a.txt', 'one')])).toEqual(['read'])
    expect(again.items()[0]?.linkCount).toBe(1)
    expect(readFile).toHaveBeenCalledTimes(1)
  })

  it('opens files only when their turn comes, as many at once as it has lanes', async () => {
    const release: (() => void)[] = []
    const readFile: ReadFile = (input) =>
      new Promise((resolve) => release.push(() => resolve(succeed(outputFor(input)))))
    let open = 0
    const files = Array.from({ length: 500 }, (_, n): ImportCandidate => {
      const file = aFile(`${n}.txt`, `text ${n}`)
      return {
        ...file,
        open: () => {
          open += 1
          return file.open()
        },
      }
    })
    const queue = queueOf(readFile)
    queue.importFiles(files)
    await vi.waitFor(() => expect(release).toHaveLength(2))
    expect(open).toBe(2)
    expect(queue.items().filter(({ state }) => state === 'waiting')).toHaveLength(498)
    queue.cancelAll()
    for (const settle of release) settle()
    await queue.idle()
    expect(open).toBe(2)
  })

  it('cancels one file, waiting or being read, and goes on with the rest', async () => {
    const readFile: ReadFile = (input, { signal }) =>
      input.name === 'slow.txt' ? untilAborted(signal) : Promise.resolve(succeed(outputFor(input)))
    const queue = queueOf(readFile, 1)
    queue.importFiles([aFile('slow.txt', '1'), aFile('never.txt', '2'), aFile('c.txt', '3')])
    await vi.waitFor(() => expect(queue.items()[0]?.state).toBe('reading'))
    const [slow, never] = queue.items()
    queue.cancel(never!.id)
    queue.cancel(slow!.id)
    await queue.idle()
    expect(queue.items().map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'read'])
    expect(await stored()).toEqual([1, 1, 1, 1, 1])
  })

  it('stores nothing of a file that was cancelled while its reading came back', async () => {
    const queue = queueOf((input) => {
      queue.cancelAll()
      return Promise.resolve(succeed(outputFor(input)))
    })
    expect(await importAll(queue, [aFile('a.txt', 'one')])).toEqual(['cancelled'])
    expect(await stored()).toEqual([0, 0, 0, 0, 0])
  })

  it.each(['originals', 'texts', 'readings', 'decisions'] as const)(
    'leaves nothing half-written when the disk is full at %s, and goes on',
    async (table) => {
      const add = database[table].add.bind(database[table])
      let failed = false
      vi.spyOn(database[table], 'add').mockImplementation((...row: unknown[]) => {
        if (failed) return Reflect.apply(add, undefined, row) as never
        failed = true
        throw new DOMException('The disk is full', 'QuotaExceededError')
      })
      const queue = queueOf(readAtOnce, 1)
      const states = await importAll(queue, [aFile('a.txt', 'one'), aFile('b.txt', 'two')])
      expect(states).toEqual(['failed', 'read'])
      expect(queue.items()[0]?.failure).toEqual({ code: 'quota-exceeded' })
      expect(await stored()).toEqual([1, 1, 1, 1, 1])
    },
  )

  it('refuses a file above the limit without loading it', async () => {
    const blob = new Blob(['x'.repeat(1001)])
    const load = vi.spyOn(blob, 'arrayBuffer')
    const queue = queueOf(readAtOnce)
    await importAll(queue, [{ name: 'big.txt', open: () => Promise.resolve(blob) }])
    expect(queue.items()[0]).toMatchObject({
      size: 1001,
      failure: { code: 'too-large', byteLength: 1001, limit: 1000 },
    })
    expect(load).not.toHaveBeenCalled()
  })

  it('reports a file that can no longer be opened', async () => {
    const gone = () => Promise.reject(new DOMException('It was moved', 'NotFoundError'))
    const queue = queueOf(readAtOnce)
    await importAll(queue, [{ name: 'gone.txt', open: gone }])
    expect(queue.items()[0]?.failure).toEqual({ code: 'unreadable', detail: 'It was moved' })
  })

  it('goes on after a reader that throws, also for the same bytes', async () => {
    const readFile = vi.fn(readAtOnce).mockRejectedValueOnce(new Error('worker is gone'))
    const queue = queueOf(readFile)
    const states = await importAll(queue, [aFile('a.txt', 'one'), aFile('b.txt', 'one')])
    expect(states).toEqual(['failed', 'read'])
    expect(queue.items()[0]?.failure).toEqual({ code: 'crashed', detail: 'worker is gone' })
  })

  it('takes settled items off the list and keeps what they brought', async () => {
    const queue = queueOf(readAtOnce)
    await importAll(queue, [aFile('a.txt', 'one')])
    queue.clearFinished()
    expect(queue.items()).toEqual([])
    expect(await stored()).toEqual([1, 1, 1, 1, 1])
  })

  it('tells its listeners of a burst of changes a few times only', async () => {
    const queue = queueOf(readAtOnce)
    const heard = vi.fn()
    queue.subscribe(heard)
    await importAll(
      queue,
      Array.from({ length: 40 }, (_, n) => aFile(`${n}.txt`, `text ${n}`)),
    )
    await vi.waitFor(() => expect(heard).toHaveBeenCalled())
    expect(heard.mock.calls.length).toBeLessThan(40)
  })
})

describe('appendDecision', () => {
  it('numbers the log without gaps when many append at once', async () => {
    const ids = countingIds()
    const link = aLink(heron.id, laos.id).id
    await Promise.all(
      Array.from({ length: 20 }, () =>
        appendDecision(database, 'AB', { type: 'accept-link', link }, ids),
      ),
    )
    const log = await database.decisions.toArray()
    expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, place) => place + 1))
  })
})

function countingFrom(start: number): ReturnType<typeof countingIds>['newDecisionId'] {
  const { newDecisionId } = countingIds()
  for (let skipped = 0; skipped < start; skipped += 1) newDecisionId()
  return newDecisionId
}

function untilAborted(signal: AbortSignal): Promise<Result<OpenFileOutput, TaskFailure>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail({ code: 'cancelled' })))
  })
}
