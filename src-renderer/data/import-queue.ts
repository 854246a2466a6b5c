import type { ImportFailure } from '@core/contracts/store-failure'
import type { OpenFileOutput, ReadFileInput, TaskFailure } from '@core/contracts/worker-tasks'
import { maxDepth } from '@core/import/limits'
import { memberName } from '@core/import/open-member'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import { reportId } from '@core/model/ids'
import { loadAuthor } from './author-repository'
import type { CaseDatabase } from './database'
import type { Ids } from './ids'
import type { ImportCandidate } from './import-candidate'
import { createItemList } from './import-items'
import type { ImportItem, ImportItemId } from './import-items'
import { bringBackReport, saveReport } from './report-repository'
import { toStoreFailure } from './to-store-failure'
import { candidateFromMember, MemberError } from './unpack-member'

/** The worker's side of reading, handed in by the composition root. Settles once, also when `signal` aborts. */
export type ReadFile = (
  input: ReadFileInput,
  options: {
    readonly signal: AbortSignal
    readonly onProgress: (done: number, total: number) => void
  },
) => Promise<Result<OpenFileOutput, TaskFailure>>

export interface ImportQueueOptions {
  readonly database: CaseDatabase
  readonly readFile: ReadFile
  readonly ids: Ids
  /** Files in work at once. */
  readonly lanes: number
  /** Files above this are refused unopened. */
  readonly maximumBytes: number
}

export interface ImportQueue {
  /** In the order they were added; a new array whenever anything changed. */
  readonly items: () => readonly ImportItem[]
  readonly subscribe: (listener: () => void) => () => void
  readonly importFiles: (files: readonly ImportCandidate[]) => void
  readonly cancel: (id: ImportItemId) => void
  readonly cancelAll: () => void
  /** Takes settled items off the list; what was read stays read. */
  readonly clearFinished: () => void
  /** Resolves when nothing waits and nothing is in work. */
  readonly idle: () => Promise<void>
}

interface Waiting {
  readonly id: ImportItemId
  readonly file: ImportCandidate
  /** The drop that it came with, and its members after it: one step for undo. */
  readonly step: string
}

/** Where members come from. */
interface Container {
  readonly name: string
  readonly blob: Blob
  readonly depth: number
  readonly step: string
}

type Verdict =
  | {
      readonly state: 'read'
      readonly reportId: ReportId
      readonly linkCount: number
      readonly memberCount?: number
    }
  /** An archive: it has no text of its own. */
  | { readonly state: 'opened'; readonly memberCount: number }
  | { readonly state: 'already-here'; readonly reportId: ReportId }

/** Takes files one after the other, `lanes` at a time; a bad one costs itself only. */
export function createImportQueue(options: ImportQueueOptions): ImportQueue {
  const { database, ids } = options
  const list = createItemList()
  const waiting: Waiting[] = []
  const aborts = new Map<ImportItemId, AbortController>()
  /** The same bytes twice in one drop: the second waits for the first's verdict. */
  const inWork = new Map<ReportId, Promise<unknown>>()
  let whenIdle: (() => void)[] = []

  function fillLanes(): void {
    while (aborts.size < options.lanes) {
      const next = waiting.shift()
      if (!next) break
      void work(next)
    }
    if (aborts.size > 0) return
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  async function work({ id, file, step }: Waiting): Promise<void> {
    const abort = new AbortController()
    aborts.set(id, abort)
    list.change(id, { state: 'reading', progress: 0 })
    const outcome = await importOne(id, file, step, abort.signal).catch(unexpected)
    aborts.delete(id)
    settle(id, outcome)
    fillLanes()
  }

  async function importOne(
    id: ImportItemId,
    file: ImportCandidate,
    step: string,
    signal: AbortSignal,
  ): Promise<Result<Verdict, ImportFailure>> {
    const opened = await openBytes(file, options.maximumBytes, (size) => list.change(id, { size }))
    if (!opened.ok) return opened
    const { blob, bytes } = opened.value
    const hash = reportId(hex(await crypto.subtle.digest('SHA-256', bytes)))
    while (inWork.has(hash)) await inWork.get(hash)
    if (signal.aborted) return fail({ code: 'cancelled' })
    const input = { name: file.name, bytes, importedAt: ids.now() }
    const container = { name: file.name, blob, depth: file.depth ?? 0, step }
    const job = importBytes(id, hash, input, container, signal)
    // Whoever waits for this wants to know that it is over, not how it ended.
    inWork.set(
      hash,
      job.catch(() => undefined),
    )
    try {
      return await job
    } finally {
      inWork.delete(hash)
    }
  }

  async function importBytes(
    id: ImportItemId,
    hash: ReportId,
    input: ReadFileInput,
    container: Container,
    signal: AbortSignal,
  ): Promise<Result<Verdict, ImportFailure>> {
    const author = (await loadAuthor(database)) ?? ''
    const known = await bringBackReport(database, hash, author, ids, container.step)
    if (!known.ok) return known
    // A mail is opened again all the same: its attachments are reports that may be gone.
    const mayHoldOthers = (await database.reports.get(hash))?.format === 'email'
    if (mayHoldOthers && known.value !== undefined) {
      const again = await openAgain(id, input, container, signal)
      if (!again.ok) return again
    }
    if (known.value === 'already-here') return succeed({ state: 'already-here', reportId: hash })
    if (known.value === 'saved') {
      const reading = await database.readings.get(hash)
      return succeed({ state: 'read', reportId: hash, linkCount: reading?.links.length ?? 0 })
    }
    const onProgress = (done: number, total: number) =>
      list.change(id, { progress: total > 0 ? done / total : 0 })
    const read = await options.readFile(input, { signal, onProgress })
    if (!read.ok) return read
    if (signal.aborted) return fail({ code: 'cancelled' })
    const memberCount = takeMembers(container, read.value)
    if (!read.value.read) return succeed({ state: 'opened', memberCount })
    const saved = await saveReport(database, read.value.read, author, ids, container.step)
    if (!saved.ok) return saved
    if (saved.value === 'already-here') return succeed({ state: 'already-here', reportId: hash })
    const linkCount = read.value.read.reading.links.length
    return succeed({
      state: 'read',
      reportId: hash,
      linkCount,
      ...(memberCount > 0 && { memberCount }),
    })
  }

  /** For the members of a container whose own report is stored already. */
  async function openAgain(
    id: ImportItemId,
    input: ReadFileInput,
    container: Container,
    signal: AbortSignal,
  ): Promise<Result<null, ImportFailure>> {
    const onProgress = (done: number, total: number) =>
      list.change(id, { progress: total > 0 ? done / total : 0 })
    const read = await options.readFile(input, { signal, onProgress })
    if (!read.ok) return read
    takeMembers(container, read.value)
    return succeed(null)
  }

  /** Members come next, before files that still wait, so that what they were unpacked from can go. */
  function takeMembers(container: Container, { members, refused }: OpenFileOutput): number {
    const isTooDeep = container.depth >= maxDepth
    for (const { name, size, failure } of refused)
      list.change(list.add({ name: memberName(container.name, name), size }), {
        state: 'failed',
        failure,
      })
    const candidates = members.map((member) => candidateFromMember(container, member))
    if (isTooDeep)
      for (const { name, size = 0 } of candidates)
        list.change(list.add({ name, size }), {
          state: 'failed',
          failure: { code: 'too-deep', limit: maxDepth },
        })
    else
      waiting.unshift(
        ...candidates.map((file) => ({
          id: list.add({ name: file.name, size: file.size ?? 0 }),
          file,
          step: container.step,
        })),
      )
    return members.length + refused.length
  }

  function settle(id: ImportItemId, outcome: Result<Verdict, ImportFailure>): void {
    if (outcome.ok) {
      list.change(id, { ...outcome.value, progress: 1 })
    } else if (outcome.failure.code === 'cancelled') list.change(id, { state: 'cancelled' })
    else list.change(id, { state: 'failed', failure: outcome.failure })
  }

  function cancel(id: ImportItemId): void {
    const place = waiting.findIndex((entry) => entry.id === id)
    if (place >= 0) {
      waiting.splice(place, 1)
      list.change(id, { state: 'cancelled' })
    }
    aborts.get(id)?.abort()
  }

  return {
    items: list.items,
    subscribe: list.subscribe,
    importFiles: (files) => {
      // One drop is one step for undo, however many files it brings.
      const step = ids.newDecisionId()
      for (const file of files)
        waiting.push({ id: list.add({ name: file.name, size: file.size ?? 0 }), file, step })
      fillLanes()
    },
    cancel,
    cancelAll: () => {
      for (const { id } of waiting.splice(0)) list.change(id, { state: 'cancelled' })
      for (const abort of aborts.values()) abort.abort()
    },
    clearFinished: list.clearSettled,
    idle: () =>
      aborts.size === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => whenIdle.push(resolve)),
  }
}

/** A closed case, or a bug: either way it costs this file only, and the lane goes on. */
function unexpected(error: unknown): Result<Verdict, ImportFailure> {
  const failure = toStoreFailure(error)
  return fail(
    failure.code === 'write-failed' ? { code: 'crashed', detail: failure.detail } : failure,
  )
}

async function openBytes(
  file: ImportCandidate,
  maximumBytes: number,
  onSize: (size: number) => void,
): Promise<Result<{ readonly blob: Blob; readonly bytes: ArrayBuffer }, ImportFailure>> {
  try {
    const blob = await file.open()
    onSize(blob.size)
    if (blob.size > maximumBytes)
      return fail({ code: 'too-large', byteLength: blob.size, limit: maximumBytes })
    return succeed({ blob, bytes: await blob.arrayBuffer() })
  } catch (error) {
    if (error instanceof MemberError) return fail(error.failure)
    return fail({
      code: 'unreadable',
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
