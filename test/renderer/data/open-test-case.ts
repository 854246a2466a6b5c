import type { CaseDatabase } from '../../../src-renderer/data/database'
import type { Ids } from '../../../src-renderer/data/ids'
import { openCase } from '../../../src-renderer/data/open-case'
import { decisionId } from '@core/model/ids'

let opened = 0

/** An empty case of its own. Tests import `fake-indexeddb/auto` first: Dexie looks for IndexedDB as it loads. */
export async function openTestCase(): Promise<CaseDatabase> {
  opened += 1
  const result = await openCase(`test-${opened}`)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

/** Ids that count, at an hour that stands still. */
export function countingIds(): Ids {
  let last = 0
  return {
    now: () => '2024-07-01T10:00:00.000Z',
    newDecisionId: () => {
      last += 1
      return decisionId(`decision-${last}`)
    },
  }
}
