import type { ImportFailure } from '@core/contracts/store-failure'
import type { OpenFileOutput, ReadFileInput, TaskFailure } from '@core/contracts/worker-tasks'
import { maxDepth } from '@core/import/limits'
import { memberName } from '@core/import/open-member'
import type { Result } from '@core/lib/result'
import { fail, succeed } from '@core/lib/result'
import type { ReportId } from '@core/model/ids'
import { loadAuthor } from './author-repository'
import type { CaseDatabase } from './database'
import type { Ids } from './ids'
import type { ImportCandidate } from './import-candidate'
import { createItemList } from './import-items'
import type { ImportItem, ImportItemId } from './import-items'
import type { ImportJournal } from './import-journal'
import { openBytes } from './open-bytes'
import { putIntoQuarantine, quarantineId, takeOutOfQuarantine } from './quarantine-repository'
import { bringBackReport, saveReport } from './report-repository'
import { toStoreFailure } from './to-store-failure'
import { candidateFromMember } from './unpack-member'

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
  /** Absent: what a crash interrupts is forgotten. */
  readonly journal?: ImportJournal
  /** A file that is no report but news for the knowledge. */
  readonly onKnowledgeFile?: (file: ImportCandidate) => void
}

export interface ImportQueue {
  /** In the order they were added; a new array whenever anything changed. */
  readonly items: () => readonly ImportItem[]
  readonly subscribe: (listener: () => void) => () => void
  readonly importFiles: (files: readonly ImportCandidate[]) => void
  /** What is in work is finished; nothing new is begun. */
  readonly pause: () => void
  readonly goOn: () => void
  readonly isPaused: () => boolean
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
  readonly root: Root
}

/** A file of the drop with all that it holds: struck off the journal when the last of it has a verdict. */
interface Root {
  place?: number
  open: number
  isStarted?: true
}

/** Where members come from. */
interface Container {
  readonly name: string
  readonly blob: Blob
  readonly depth: number
  readonly step: string
  readonly root: Root
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
  let isPaused = false

  function fillLanes(): void {
    while (aborts.size < options.lanes && !isPaused) {
      const next = waiting.shift()
      if (!next) break
      void work(next)
    }
    if (aborts.size > 0 || waiting.length > 0) return
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  async function work(next: Waiting): Promise<void> {
    const { id, root } = next
    const abort = new AbortController()
    aborts.set(id, abort)
    root.isStarted = true
    if (root.place !== undefined) options.journal?.started(root.place)
    list.change(id, { state: 'reading', progress: 0 })
    const outcome = await importOne(next, abort.signal).catch(unexpected)
    if (!outcome.ok) await quarantine(next.file, outcome.failure)
    aborts.delete(id)
    if (!outcome.ok && outcome.failure.code === 'knowledge-file')
      options.onKnowledgeFile?.(next.file)
    settle(id, outcome)
    close(root)
    fillLanes()
  }

  /** Kept with its reason, for another try. Data for the knowledge update is no report, and a full disk no fault of the file. */
  async function quarantine(file: ImportCandidate, failure: ImportFailure): Promise<void> {
    const isFault = !notQuarantined.has(failure.code)
    if (!isFault) return
    const bytes = await file.open().catch(() => undefined)
    const size = bytes?.size ?? file.size ?? 0
    await putIntoQuarantine(database, { name: file.name, size, failure, at: ids.now(), bytes })
  }

  function close(root: Root): void {
    root.open -= 1
    if (root.open === 0 && root.place !== undefined) options.journal?.done(root.place)
  }

  async function importOne(
    { id, file, step, root }: Waiting,
    signal: AbortSignal,
  ): Promise<Result<Verdict, ImportFailure>> {
    const opened = await openBytes(file, options.maximumBytes, (size) => list.change(id, { size }))
    if (!opened.ok) return opened
    const { blob, bytes, hash } = opened.value
    while (inWork.has(hash)) await inWork.get(hash)
    if (signal.aborted) return fail({ code: 'cancelled' })
    const input = { name: file.name, bytes, importedAt: ids.now() }
    const container = { name: file.name, blob, depth: file.depth ?? 0, step, root }
    const job = importBytes(id, hash, input, container, signal)
    // Whoever waits for this wants to know that it is over, not how it ended.
    inWork.set(
      hash,
      job.catch(() => undefined),
    )
    try {
      const outcome = await job
      if (outcome.ok) void takeOutOfQuarantine(database, [quarantineId(file.name, blob.size)])
      return outcome
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
      refuse({ name: memberName(container.name, name), size }, failure)
    const candidates = members.map((member) => candidateFromMember(container, member))
    if (isTooDeep)
      for (const { name, size = 0 } of candidates)
        refuse({ name, size }, { code: 'too-deep', limit: maxDepth })
    else {
      const { step, root } = container
      root.open += candidates.length
      waiting.unshift(...candidates.map((file) => entry(file, step, root)))
    }
    return members.length + refused.length
  }

  /** A member that is not even tried: only its reason is kept, for its container is there. */
  function refuse(
    member: { readonly name: string; readonly size: number },
    failure: ImportFailure,
  ) {
    list.change(list.add(member), { state: 'failed', failure })
    void putIntoQuarantine(database, { ...member, failure, at: ids.now(), bytes: undefined })
  }

  function entry(file: ImportCandidate, step: string, root: Root): Waiting {
    return { id: list.add({ name: file.name, size: file.size ?? 0 }), file, step, root }
  }

  function settle(id: ImportItemId, outcome: Result<Verdict, ImportFailure>): void {
    if (outcome.ok) {
      list.change(id, { ...outcome.value, progress: 1 })
    } else if (outcome.failure.code === 'cancelled') list.change(id, { state: 'cancelled' })
    else list.change(id, { state: 'failed', failure: outcome.failure })
  }

  function cancel(id: ImportItemId): void {
    const place = waiting.findIndex((entry) => entry.id === id)
    const [entry] = place >= 0 ? waiting.splice(place, 1) : []
    if (entry) {
      list.change(id, { state: 'cancelled' })
      close(entry.root)
    }
    aborts.get(id)?.abort()
  }

  return {
    items: list.items,
    subscribe: list.subscribe,
    importFiles: (files) => {
      // One drop is one step for undo, however many files it brings.
      const step = ids.newDecisionId()
      const roots = files.map((): Root => ({ open: 1 }))
      files.forEach((file, i) => waiting.push(entry(file, step, roots[i] ?? { open: 1 })))
      void options.journal?.begin(step, files).then((places) => {
        roots.forEach((root, i) => {
          const place = places[i]
          if (place === undefined) return
          root.place = place
          // They were faster than the journal.
          if (root.isStarted) options.journal?.started(place)
          if (root.open === 0) options.journal?.done(place)
        })
      })
      fillLanes()
    },
    pause: () => {
      isPaused = true
      list.touch()
    },
    goOn: () => {
      isPaused = false
      list.touch()
      fillLanes()
    },
    isPaused: () => isPaused,
    cancel,
    cancelAll: () => {
      isPaused = false
      for (const { id, root } of waiting.splice(0)) {
        list.change(id, { state: 'cancelled' })
        close(root)
      }
      for (const abort of aborts.values()) abort.abort()
    },
    clearFinished: list.clearSettled,
    idle: () =>
      aborts.size === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => whenIdle.push(resolve)),
  }
}

const notQuarantined: ReadonlySet<ImportFailure['code']> = new Set([
  'cancelled',
  'knowledge-file',
  'quota-exceeded',
  'write-failed',
  'case-closed',
])

/** A closed case, or a bug: either way it costs this file only, and the lane goes on. */
function unexpected(error: unknown): Result<Verdict, ImportFailure> {
  const failure = toStoreFailure(error)
  return fail(
    failure.code === 'write-failed' ? { code: 'crashed', detail: failure.detail } : failure,
  )
}
