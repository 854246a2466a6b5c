import { create } from 'zustand'
import { browserMemory, recall, remember } from './remember'

/** Which days the timeline shows; absent: all. It comes back as it was left. */
export interface TimeWindowState {
  readonly window: TimeWindow | undefined
  readonly setWindow: (window: TimeWindow | undefined) => void
}

/** Days since 1970-01-01. */
export interface TimeWindow {
  readonly from: number
  readonly to: number
}

const memoryKey = 'gnomon.time-window'

export const useTimeWindow = create<TimeWindowState>()((set) => ({
  window: recall(browserMemory(), memoryKey, checkWindow, undefined),
  setWindow: (window) => {
    remember(browserMemory(), memoryKey, window ?? null)
    set({ window })
  },
}))

function checkWindow(stored: unknown): TimeWindow | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(stored))
  const [from, to] = [fields.get('from'), fields.get('to')]
  return typeof from === 'number' && typeof to === 'number' && from < to ? { from, to } : undefined
}
