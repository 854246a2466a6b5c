import type { Memory } from './remember'
import { recall, remember } from './remember'

const memoryKey = 'gnomon.case'

/** Which of the cases on this machine the window opens; `fallback` at the first start. */
export function currentCaseId(memory: Memory, fallback: string): string {
  return recall(
    memory,
    memoryKey,
    (stored) => (typeof stored === 'string' && /^[\w-]{1,80}$/.test(stored) ? stored : undefined),
    fallback,
  )
}

export function setCurrentCaseId(memory: Memory, caseId: string): void {
  remember(memory, memoryKey, caseId)
}
