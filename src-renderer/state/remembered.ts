import { create } from 'zustand'
import type { StoreApi, UseBoundStore } from 'zustand'
import { browserMemory, recall, remember } from './remember'

export interface Remembered<Value> {
  readonly value: Value
  readonly set: (value: Value) => void
}

/** One choice of how a view shows things, as it was left. `check` says what of a stored value this version understands. */
export function createRemembered<Value>(
  key: string,
  check: (stored: unknown) => Value | undefined,
  fallback: Value,
): UseBoundStore<StoreApi<Remembered<Value>>> {
  return create<Remembered<Value>>()((set) => ({
    value: recall(browserMemory(), key, check, fallback),
    set: (value) => {
      remember(browserMemory(), key, value)
      set({ value })
    },
  }))
}

/** For a choice among known words. */
export function oneOf<Word extends string>(
  words: readonly Word[],
): (stored: unknown) => Word | undefined {
  return (stored) => words.find((word) => word === stored)
}
