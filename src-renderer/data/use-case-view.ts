import type { CaseView } from '@core/case/case-view'
import { useSyncExternalStore } from 'react'
import { useCaseSession } from './case-session'
import type { CaseSnapshot } from './case-view-source'

/** The whole case, live; `undefined` while it is being opened. Filter it with `filterCase` from core. */
export function useCaseView(): CaseView | undefined {
  return useCaseSnapshot()?.view
}

/** The case and the log that it came from. */
export function useCaseSnapshot(): CaseSnapshot | undefined {
  const { source } = useCaseSession()
  return useSyncExternalStore(source.subscribe, source.current)
}
