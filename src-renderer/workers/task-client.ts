import type {
  FromWorker,
  TaskFailure,
  TaskId,
  TaskName,
  ToWorker,
  WorkerTasks,
} from '@core/contracts/worker-tasks'
import { fail, type Result } from '@core/lib/result'

/** What the client needs of a worker; a message channel in a test has it too. */
export interface TaskWorker {
  postMessage(message: ToWorker, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

export interface TaskClientOptions {
  readonly startWorker: () => TaskWorker
  /** Workers at most; each is started when there is work for it and does one task at a time. */
  readonly workers: number
  /** How long a cancelled task may go on before its worker is ended. */
  readonly patienceSeconds?: number
}

export interface RunOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
  /** Moved to the worker rather than copied. */
  readonly transfer?: Transferable[]
  /** Counted from when a worker takes the task, not while it waits. */
  readonly limitSeconds?: number
}

export interface TaskClient {
  /** Settles exactly once and never rejects. */
  readonly run: <N extends TaskName>(
    task: N,
    input: WorkerTasks[N]['input'],
    options?: RunOptions,
  ) => Promise<Result<WorkerTasks[N]['output'], TaskFailure>>
  /** Ends the workers; what is pending is cancelled. */
  readonly dispose: () => void
}

type AnyResult = Result<WorkerTasks[TaskName]['output'], TaskFailure>

interface Job {
  readonly id: TaskId
  readonly message: ToWorker
  readonly options: RunOptions
  readonly settle: (result: AnyResult) => void
}

/**
 * The renderer's end of the contract. Tasks wait here, not in the worker, so that a worker that crashes or is ended takes nothing with
 * it but the one task that it was at; the others go on in a fresh one.
 */
export function createTaskClient(options: TaskClientOptions): TaskClient {
  const waiting: Job[] = []
  const slots = Array.from({ length: options.workers }, () => new Slot(options, next))
  let lastId = 0

  function next(): void {
    for (const slot of slots) {
      if (!slot.isFree) continue
      const job = waiting.shift()
      if (!job) return
      slot.take(job)
    }
  }

  function cancel(id: TaskId): void {
    const place = waiting.findIndex((job) => job.id === id)
    if (place >= 0) waiting.splice(place, 1)[0]?.settle(fail({ code: 'cancelled' }))
    else for (const slot of slots) slot.cancel(id)
  }

  return {
    run: (task, input, runOptions = {}) =>
      new Promise((resolve) => {
        const id = ++lastId
        const { signal } = runOptions
        const onAbort = () => cancel(id)
        const settle = (result: AnyResult) => {
          signal?.removeEventListener('abort', onAbort)
          // The contract: the result of run `id` is the output of the task that was run under `id`.
          resolve(result)
        }
        if (signal?.aborted === true) {
          settle(fail({ code: 'cancelled' }))
          return
        }
        signal?.addEventListener('abort', onAbort)
        // Name and input come as a pair from the caller; the union cannot show it.
        const message = { type: 'run', id, task, input } as ToWorker
        waiting.push({ id, message, options: runOptions, settle })
        next()
      }),
    dispose: () => {
      for (const job of waiting.splice(0)) job.settle(fail({ code: 'cancelled' }))
      for (const slot of slots) slot.end({ code: 'cancelled' })
    },
  }
}

/** One worker, made when first needed and made anew after an end, and the task it is at. */
class Slot {
  readonly #options: TaskClientOptions
  readonly #onFree: () => void
  #worker: TaskWorker | undefined
  #job: Job | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: TaskClientOptions, onFree: () => void) {
    this.#options = options
    this.#onFree = onFree
  }

  get isFree(): boolean {
    return this.#job === undefined
  }

  take(job: Job): void {
    this.#job = job
    const { limitSeconds, transfer = [] } = job.options
    if (limitSeconds !== undefined)
      this.#endAfter(limitSeconds, { code: 'timed-out', seconds: limitSeconds })
    try {
      this.#worker ??= this.#start()
      this.#worker.postMessage(job.message, transfer)
    } catch (cause) {
      // No worker can be started, or the input cannot be sent.
      this.end({ code: 'crashed', detail: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  /** Asks first; a task deep in one long computation does not hear it, so its worker is ended a little later. */
  cancel(id: TaskId): void {
    if (this.#job?.id !== id) return
    this.#worker?.postMessage({ type: 'cancel', id }, [])
    this.#endAfter(this.#options.patienceSeconds ?? 1, { code: 'cancelled' })
  }

  /** Ends the worker and, with it, the task. */
  end(failure: TaskFailure): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#settle(fail(failure))
  }

  #start(): TaskWorker {
    const worker = this.#options.startWorker()
    const isCurrent = () => this.#worker === worker
    worker.addEventListener('message', ({ data }) => {
      if (!isCurrent() || data.id !== this.#job?.id) return
      if (data.type === 'progress') this.#job.options.onProgress?.(data.done, data.total)
      else this.#settle(data.result)
    })
    for (const type of ['error', 'messageerror'] as const)
      worker.addEventListener(type, (event) => {
        if (isCurrent()) this.end({ code: 'crashed', detail: crashDetail(event) })
      })
    return worker
  }

  #settle(result: AnyResult): void {
    const job = this.#job
    if (!job) return
    clearTimeout(this.#timer)
    this.#job = undefined
    job.settle(result)
    this.#onFree()
  }

  #endAfter(seconds: number, failure: TaskFailure): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.end(failure), seconds * 1000)
  }
}

function crashDetail(event: Event): string {
  return 'message' in event && typeof event.message === 'string' && event.message !== ''
    ? event.message
    : event.type
}
