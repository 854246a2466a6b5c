import type {
  FromWorker,
  TaskContext,
  TaskFailure,
  TaskId,
  TaskName,
  ToWorker,
  WorkerTasks,
} from '@core/contracts/worker-tasks'
import { fail, type Result } from '@core/lib/result'

/** One end of a message channel: the worker's own scope, or a port in a test. */
export interface TaskPort {
  postMessage(message: FromWorker, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}

export type TaskHandlers = {
  readonly [N in TaskName]: TaskHandler<N>
}

export interface TaskHandler<N extends TaskName> {
  readonly run: (
    input: WorkerTasks[N]['input'],
    context: TaskContext,
  ) => Promise<Result<WorkerTasks[N]['output'], TaskFailure>>
  /** What of the output is moved rather than copied. */
  readonly transfer: (output: WorkerTasks[N]['output']) => Transferable[]
}

/** The worker's end of the contract: exactly one `settled` for each run, whatever the handler does. */
export function serveTasks(port: TaskPort, handlers: TaskHandlers): void {
  const running = new Map<TaskId, { isCancelled: boolean }>()
  port.addEventListener('message', ({ data }) => {
    if (data.type === 'cancel') {
      const task = running.get(data.id)
      if (task) task.isCancelled = true
      return
    }
    const state = { isCancelled: false }
    running.set(data.id, state)
    void settle(data, handlers, contextOf(port, data.id, state)).then(({ result, transfer }) => {
      running.delete(data.id)
      port.postMessage({ type: 'settled', id: data.id, result }, transfer)
    })
  })
}

type RunMessage = Extract<ToWorker, { readonly type: 'run' }>
interface Settled {
  readonly result: Result<WorkerTasks[TaskName]['output'], TaskFailure>
  readonly transfer: Transferable[]
}

async function settle(
  message: RunMessage,
  handlers: TaskHandlers,
  context: TaskContext,
): Promise<Settled> {
  try {
    return await dispatch(message, handlers, context)
  } catch (cause) {
    // The boundary where a bug becomes data: it costs this task, not the worker.
    return { result: fail({ code: 'crashed', detail: detailOf(cause) }), transfer: [] }
  }
}

/** One case a task, so that input and handler are known to belong together. */
function dispatch(
  message: RunMessage,
  handlers: TaskHandlers,
  context: TaskContext,
): Promise<Settled> {
  switch (message.task) {
    case 'read-file':
      return answer(handlers['read-file'], message.input, context)
    case 'lay-out':
      return answer(handlers['lay-out'], message.input, context)
    case 'propose-update':
      return answer(handlers['propose-update'], message.input, context)
    case 'write-brief':
      return answer(handlers['write-brief'], message.input, context)
    case 'search-add':
      return answer(handlers['search-add'], message.input, context)
    case 'search-load':
      return answer(handlers['search-load'], message.input, context)
    case 'search-query':
      return answer(handlers['search-query'], message.input, context)
  }
}

async function answer<N extends TaskName>(
  handler: TaskHandler<N>,
  input: WorkerTasks[N]['input'],
  context: TaskContext,
): Promise<Settled> {
  const result = await handler.run(input, context)
  if (context.isCancelled()) return { result: fail({ code: 'cancelled' }), transfer: [] }
  return { result, transfer: result.ok ? handler.transfer(result.value) : [] }
}

function contextOf(port: TaskPort, id: TaskId, state: { isCancelled: boolean }): TaskContext {
  let lastPercent = -1
  return {
    isCancelled: () => state.isCancelled,
    report: (done, total) => {
      // Nobody sees more steps than a hundred.
      const percent = Math.floor((100 * done) / Math.max(1, total))
      if (percent === lastPercent) return
      lastPercent = percent
      port.postMessage({ type: 'progress', id, done, total }, [])
    },
    breathe: nextTurn,
  }
}

/** Lets waiting messages in: a message to oneself stands behind them, and is not slowed down as timers are. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

function detailOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
