import type {
  KnowledgeOverlay,
  OpenFileOutput,
  ReadFileInput,
  TaskFailure,
} from '@core/contracts/worker-tasks'
import type { Result } from '@core/lib/result'
import AnalysisWorker from './analysis.worker?worker&inline'
import { createTaskClient, type TaskClient } from './task-client'

export interface Analysis {
  /** Reads a file within a time that grows with its size. */
  readonly readFile: (
    input: ReadFileInput,
    options: {
      readonly signal: AbortSignal
      readonly onProgress: (done: number, total: number) => void
    },
  ) => Promise<Result<OpenFileOutput, TaskFailure>>
  /** For layouts and briefs, in a worker of their own: a picture does not wait for a long report. */
  readonly drawing: TaskClient
  /** The one worker that keeps the full-text index in memory. */
  readonly searching: TaskClient
  readonly dispose: () => void
}

/** `knowledge`: the updates that are in force when a file is read. `lanes`: files read at once, each in a worker of its own. */
export function startAnalysis(
  lanes: number,
  knowledge: () => KnowledgeOverlay | undefined,
): Analysis {
  const startWorker = () => new AnalysisWorker()
  const reading = createTaskClient({ startWorker, workers: lanes })
  const drawing = createTaskClient({ startWorker, workers: 1 })
  const searching = createTaskClient({ startWorker, workers: 1 })
  return {
    readFile: (input, options) => {
      const overlay = knowledge()
      return reading.run('read-file', overlay ? { ...input, knowledge: overlay } : input, {
        ...options,
        transfer: [input.bytes],
        limitSeconds: readingLimit(input.bytes.byteLength),
      })
    },
    drawing,
    searching,
    dispose: () => {
      reading.dispose()
      drawing.dispose()
      searching.dispose()
    },
  }
}

/** Seconds: a slow laptop reads a megabyte in several; what takes twice that is stuck. */
export function readingLimit(byteLength: number): number {
  return 60 + Math.ceil((20 * byteLength) / (1024 * 1024))
}
