import type { FromWorker, ToWorker } from '@core/contracts/worker-tasks'
import { serveTasks, type TaskHandlers } from '../../../src-renderer/workers/serve-tasks'
import type { TaskWorker } from '../../../src-renderer/workers/task-client'

export interface ChannelWorker extends TaskWorker {
  readonly received: readonly ToWorker[]
  readonly isTerminated: () => boolean
  /** As if the worker's code threw outside any task. */
  readonly crash: (message: string) => void
}

/** Both ends of the contract in memory: a "worker" that serves over one side of a channel. */
export function channelWorker(handlers: TaskHandlers): ChannelWorker {
  const { port1: here, port2: there } = new MessageChannel()
  const received: ToWorker[] = []
  const errorListeners: ((event: Event) => void)[] = []
  let terminated = false
  serveTasks(
    {
      postMessage: (message: FromWorker, transfer) => {
        if (!terminated) there.postMessage(message, transfer)
      },
      addEventListener: (_, listener) => {
        there.addEventListener('message', (event: MessageEvent<ToWorker>) => {
          received.push(event.data)
          listener(event)
        })
        there.start()
      },
    },
    handlers,
  )
  return {
    received,
    isTerminated: () => terminated,
    crash: (message) => {
      const event = Object.assign(new Event('error'), { message })
      for (const listener of errorListeners) listener(event)
    },
    postMessage: (message, transfer) => here.postMessage(message, transfer),
    // The overloads of the interface share this one body.
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') {
        here.addEventListener('message', listener as (event: Event) => void)
        here.start()
      } else errorListeners.push(listener as (event: Event) => void)
    },
    terminate: () => {
      terminated = true
      here.close()
      there.close()
    },
  }
}
