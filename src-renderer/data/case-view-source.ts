import type { CaseView } from '@core/case/case-view'
import { decisionState, presentReports } from '@core/case/decisions'
import { createCaseFold } from '@core/case/fold-case'
import type { Decision } from '@core/model/decision'
import type { ReportId } from '@core/model/ids'
import { liveQuery } from 'dexie'
import type { CaseDatabase } from './database'
import { loadDecisions } from './decision-repository'
import { loadReadReports } from './report-repository'

/** The case as it stands, kept up to date from the log: every change of a case is a decision, an import too. */
export interface CaseSource {
  /** `undefined` until the first fold is done. */
  readonly current: () => CaseSnapshot | undefined
  readonly subscribe: (listener: () => void) => () => void
  /** These reports were read anew: their readings are loaded again. Resolves when the view tells what they say now. */
  readonly reload: (reports: readonly ReportId[]) => Promise<void>
  readonly close: () => void
}

export interface CaseSnapshot {
  readonly view: CaseView
  /** Oldest first. */
  readonly log: readonly Decision[]
}

/** What was added to the log; the whole of it where it was renumbered, because another case came in. */
async function grownLog(
  database: CaseDatabase,
  log: readonly Decision[],
): Promise<readonly Decision[]> {
  const last = log.at(-1)
  if (!last) return loadDecisions(database)
  const rows = await database.decisions
    .where('sequence')
    .aboveOrEqual(last.sequence)
    .sortBy('sequence')
  const [same, ...added] = rows
  if (same?.id !== last.id) return loadDecisions(database)
  return added.length === 0 ? log : [...log, ...added]
}

/** Changes that come in a burst, as in a big import, are folded together at this pace (ms). */
const pace = 120

export function createCaseSource(
  database: CaseDatabase,
  onError: (error: unknown) => void,
): CaseSource {
  const fold = createCaseFold()
  const loaded = new Set<ReportId>()
  const listeners = new Set<() => void>()
  const stale = new Set<ReportId>()
  let log: readonly Decision[] = []
  let snapshot: CaseSnapshot | undefined
  let running = false
  let dirty = false
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function refresh(): Promise<void> {
    const grown = await grownLog(database, log)
    if (grown === log && snapshot && stale.size === 0) return
    log = grown
    for (const id of stale) loaded.delete(id)
    stale.clear()
    const present = presentReports(decisionState(log).effective)
    const missing = [...present].filter((id) => !loaded.has(id))
    const parts = await loadReadReports(database, missing)
    for (const { report } of parts) loaded.add(report.id)
    if (isClosed()) return
    snapshot = { view: fold.update({ parts, log }), log }
    for (const listener of listeners) listener()
  }

  /** One refresh at a time; news that comes meanwhile asks for one more. */
  async function run(): Promise<void> {
    timer = undefined
    running = true
    dirty = false
    try {
      await refresh()
    } catch (error) {
      if (!isClosed()) onError(error)
    }
    running = false
    if (isDirty()) schedule()
  }

  function schedule(): void {
    dirty = true
    if (running || timer !== undefined || closed) return
    timer = setTimeout(() => void run(), snapshot ? pace : 0)
  }

  // Read through functions: the compiler cannot see that these change while something is awaited.
  const isClosed = () => closed
  const isDirty = () => dirty

  const subscription = liveQuery(() => database.decisions.orderBy('sequence').lastKey()).subscribe({
    next: schedule,
    error: onError,
  })

  return {
    current: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload: (reports) => {
      for (const id of reports) stale.add(id)
      return new Promise((resolve) => {
        const done = () => {
          listeners.delete(done)
          resolve()
        }
        listeners.add(done)
        schedule()
      })
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      subscription.unsubscribe()
    },
  }
}
