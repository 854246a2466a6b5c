import type { CaseLink } from '@core/case/case-view'
import { digestOf } from '@core/case/digest'
import type { LinkId, ReportId } from '@core/model/ids'
import { useState } from 'react'
import { useCaseSession } from './case-session'
import type { CaseDatabase } from './database'
import type { ReadFile } from './import-queue'

export interface ReadAgain {
  /** While it runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
  readonly outcome: ReadAgainOutcome | undefined
  /** Reads every report of the case from its original bytes; decisions stay as they are. */
  readonly start: () => Promise<void>
  readonly cancel: () => void
}

export interface ReadAgainOutcome {
  readonly read: number
  readonly failed: readonly string[]
  readonly gained: readonly CaseLink[]
  readonly lost: readonly CaseLink[]
}

/** Readings are disposable: with other knowledge they are made anew, each report in one transaction. */
export function useReadAgain(readFile: ReadFile): ReadAgain {
  const { database, source } = useCaseSession()
  const [progress, setProgress] = useState<ReadAgain['progress']>()
  const [outcome, setOutcome] = useState<ReadAgainOutcome>()
  const [abort, setAbort] = useState<AbortController>()
  const start = async () => {
    const view = source.current()?.view
    if (!view || progress) return
    const task = new AbortController()
    const reports = [...view.reports.keys()]
    setAbort(task)
    setOutcome(undefined)
    const done: ReportId[] = []
    const failed: string[] = []
    for (const [place, id] of reports.entries()) {
      setProgress({ done: place, total: reports.length })
      if (task.signal.aborted) break
      const isRead = await readOne(database, readFile, id, task.signal)
      if (isRead) done.push(id)
      else if (!isAborted(task)) failed.push(view.reports.get(id)?.title ?? id)
    }
    if (done.length > 0) await source.reload(done)
    const after = source.current()?.view.links ?? new Map<LinkId, CaseLink>()
    setOutcome({
      read: done.length,
      failed,
      gained: [...after.values()].filter(({ id }) => !view.links.has(id)),
      lost: [...view.links.values()].filter(({ id }) => !after.has(id)),
    })
    setProgress(undefined)
  }
  return { progress, outcome, start, cancel: () => abort?.abort() }
}

/** Asked anew after each await, which the compiler cannot know. */
function isAborted({ signal }: AbortController): boolean {
  return signal.aborted
}

async function readOne(
  database: CaseDatabase,
  readFile: ReadFile,
  id: ReportId,
  signal: AbortSignal,
): Promise<boolean> {
  const { reports, originals, texts, readings, digests } = database
  const [report, original] = await Promise.all([reports.get(id), originals.get(id)])
  if (!report || !original) return false
  const result = await readFile(
    { name: report.fileName, bytes: original.bytes, importedAt: report.importedAt },
    { signal, onProgress: () => undefined },
  )
  const read = result.ok ? result.value.read : undefined
  if (!read) return false
  const reading = { ...read.reading, reportId: id }
  // Text and reading together: spans index the text that they were read in.
  await database.transaction('rw', [texts, readings, digests], async () => {
    await texts.put({ id, source: read.source })
    await readings.put(reading)
    await digests.put({ id, digest: digestOf(reading) })
  })
  return true
}
