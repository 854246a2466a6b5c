import type { TaskContext } from '@core/contracts/worker-tasks'

/** Nobody cancels here, and nobody waits for progress. */
export const plainContext: TaskContext = {
  isCancelled: () => false,
  report: () => undefined,
  breathe: () => Promise.resolve(),
}
