import type { CaseReport } from '@core/case/case-view'
import type { SearchTasks } from '@core/contracts/search-tasks'
import type { TaskFailure } from '@core/contracts/worker-tasks'
import type { Result } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import type { SearchAnswer } from '@core/search/search-engine'
import type { SearchDocument, SearchSegment } from '@core/search/segment'
import type { EntityTable } from 'dexie'
import Dexie from 'dexie'
import type { CaseDatabase } from './database'

/** Hands a task to the worker that keeps the index in memory. */
export type RunSearch = <N extends keyof SearchTasks>(
  task: N,
  input: SearchTasks[N]['input'],
  signal?: AbortSignal,
) => Promise<Result<SearchTasks[N]['output'], TaskFailure>>

export interface SearchIndexStatus {
  readonly indexed: number
  readonly total: number
  readonly isBusy: boolean
}

interface StoredSegment {
  readonly id: number
  readonly segment: SearchSegment
}

/**
 * What was indexed, kept between starts. A store of its own: it can be made anew from the texts at any time, so it is in no
 * backup and no case file, and a failure of it costs a rebuild.
 */
class SearchDatabase extends Dexie {
  // Dexie fills it in while it opens.
  declare readonly segments: EntityTable<StoredSegment, 'id'>

  constructor(caseDatabase: string) {
    super(caseDatabase.replace(/^gnomon-case-/, 'gnomon-search-'))
    this.version(1).stores({ segments: '++id' })
  }
}

/** Pieces of the index that hold a purged report go at once; what else was in them is indexed again at the next search. */
export async function purgeFromSearch(caseDatabase: string, report: ReportId): Promise<void> {
  const store = new SearchDatabase(caseDatabase)
  try {
    const segments = await store.segments.toArray()
    await store.segments.bulkDelete(
      segments.filter(({ segment }) => segment.ids.includes(report)).map(({ id }) => id),
    )
  } finally {
    store.close()
  }
}

/** A piece of work for the worker: about a second on a slow laptop, so that a query never waits long behind it. */
const mostDocuments = 400
const mostCharacters = 4_000_000
const textsAtOnce = 50

export function createSearchIndex(database: CaseDatabase, run: RunSearch) {
  const store = new SearchDatabase(database.name)
  const listeners = new Set<() => void>()
  let known: Set<ReportId> | undefined
  let status: SearchIndexStatus = { indexed: 0, total: 0, isBusy: false }
  let working: Promise<void> | undefined
  let wanted: ReadonlyMap<ReportId, CaseReport> | undefined

  const tell = (change: Partial<SearchIndexStatus>) => {
    status = { ...status, ...change }
    for (const listener of listeners) listener()
  }

  /** What the store has kept goes into the worker, but for segments with reports that are no longer stored (a purge). */
  async function load(): Promise<Set<ReportId>> {
    const stored = new Set(await database.reports.toCollection().primaryKeys())
    const found = new Set<ReportId>()
    for (const { id, segment } of await store.segments.toArray()) {
      if (segment.ids.some((report) => !stored.has(report))) {
        await store.segments.delete(id)
        continue
      }
      const loaded = await run('search-load', { segments: [segment] })
      if (!loaded.ok) return found
      for (const report of loaded.value.reports) found.add(report)
    }
    return found
  }

  async function addMissing(
    reports: ReadonlyMap<ReportId, CaseReport>,
    indexed: Set<ReportId>,
  ): Promise<void> {
    const missing = [...reports.values()].filter(({ id }) => !indexed.has(id))
    tell({ indexed: reports.size - missing.length, total: reports.size })
    for (let start = 0; start < missing.length;) {
      const { documents, next } = await nextBatch(missing, start)
      start = next
      const result = documents.length > 0 ? await run('search-add', { documents }) : undefined
      if (result && !result.ok) return
      if (result?.ok) await keep(result.value.segment)
      for (const { id } of documents) indexed.add(id)
      tell({ indexed: reports.size - missing.length + start })
    }
  }

  /** A full disk costs the next start a rebuild, nothing more. */
  async function keep(segment: SearchSegment): Promise<void> {
    try {
      await store.segments.add({ segment })
    } catch (cause) {
      console.warn('The search index was not stored', cause)
    }
  }

  async function nextBatch(missing: readonly CaseReport[], from: number) {
    const documents: SearchDocument[] = []
    let [next, characters] = [from, 0]
    while (
      next < missing.length &&
      documents.length < mostDocuments &&
      characters < mostCharacters
    ) {
      const part = missing.slice(next, next + textsAtOnce)
      const texts = await database.texts.bulkGet(part.map(({ id }) => id))
      part.forEach(({ id, title, publisher }, i) => {
        const text = texts[i]?.source.text ?? ''
        characters += text.length
        documents.push({ id, title, text, ...(publisher === undefined ? {} : { publisher }) })
      })
      next += part.length
    }
    return { documents, next }
  }

  async function work(): Promise<void> {
    tell({ isBusy: true })
    try {
      while (wanted) {
        const reports = wanted
        wanted = undefined
        known ??= await load()
        await addMissing(reports, known)
      }
    } finally {
      working = undefined
      tell({ isBusy: false })
    }
  }

  return {
    status: () => status,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sync: (reports: ReadonlyMap<ReportId, CaseReport>): Promise<void> => {
      wanted = reports
      working ??= work()
      return working
    },
    query: async (text: string, most: number): Promise<SearchAnswer | undefined> => {
      const result = await run('search-query', { query: text, most })
      // A worker that was started anew knows nothing: the next sync fills it again.
      if (!result.ok || (known && result.value.searched < known.size && !working)) known = undefined
      return result.ok ? result.value : undefined
    },
    close: () => store.close(),
  }
}
