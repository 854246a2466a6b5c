import type { KnowledgeChange } from '@core/knowledge/update/knowledge-change'
import { changeTypes, changeWords } from '@core/knowledge/update/knowledge-change'

/** "12 new, 3 renamed"; how many changes of each type there are. */
export function summaryOf(changes: readonly KnowledgeChange[]): string {
  const counts = countsOf(changes).map(
    ({ type, count }) => `${count} ${changeWords[type].toLowerCase()}`,
  )
  return counts.length === 0 ? 'nothing new' : counts.join(', ')
}

export function countsOf(changes: readonly KnowledgeChange[]) {
  return changeTypes.flatMap((type) => {
    const count = changes.filter((change) => change.type === type).length
    return count === 0 ? [] : [{ type, count }]
  })
}
