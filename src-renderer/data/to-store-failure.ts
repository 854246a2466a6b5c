import type { StoreFailure } from '@core/contracts/store-failure'

/** Turns what a failed transaction threw into data. Whatever it was, the transaction was rolled back as a whole. */
export function toStoreFailure(error: unknown): StoreFailure {
  if (someCause(error, (name) => name === 'QuotaExceededError')) return { code: 'quota-exceeded' }
  if (someCause(error, (name) => closedNames.has(name))) return { code: 'case-closed' }
  return { code: 'write-failed', detail: error instanceof Error ? error.message : String(error) }
}

const closedNames = new Set(['DatabaseClosedError', 'InvalidStateError'])

/** Dexie wraps: the browser's own error stands in `inner`, its name often only there. */
function someCause(error: unknown, test: (name: string) => boolean): boolean {
  let current = error
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    if ('name' in current && typeof current.name === 'string' && test(current.name)) return true
    current = 'inner' in current ? current.inner : undefined
  }
  return false
}
