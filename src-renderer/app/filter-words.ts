import { marks } from '@core/graph/marks'
import type { CaseFilters } from '@core/case/case-view'
import type { EntityKind } from '@core/model/entity'
import type { Outcome } from '@core/model/link'

/** "everything", "actors, countries and 3 more kinds". */
export function kindsWords(kinds: readonly EntityKind[] | undefined): string {
  if (!kinds) return 'everything'
  if (kinds.length === 0) return 'no kind'
  const words = kinds.map((kind) => marks[kind].plural.toLowerCase())
  if (words.length <= 3) return words.join(', ')
  return `${words.slice(0, 2).join(', ')} and ${words.length - 2} more kinds`
}

export function outcomesWords(outcomes: readonly Outcome[] | undefined): string {
  if (!outcomes) return 'any outcome'
  return outcomes.length === 0 ? 'no outcome' : outcomes.join(' or ')
}

export function sinceWords({ since, until }: Pick<CaseFilters, 'since' | 'until'>): string {
  if (since !== undefined && until !== undefined) return `from ${since} to ${until}`
  if (since !== undefined) return `since ${since}`
  return until === undefined ? 'at any time' : `until ${until}`
}

export function originsWords(minOrigins: number | undefined): string {
  return minOrigins === undefined || minOrigins <= 1
    ? 'from any number of origins'
    : `from ${minOrigins} origins or more`
}

export function confidenceWords(minConfidence: number | undefined): string {
  return minConfidence === undefined ? 'any confidence' : `confidence ${minConfidence} or more`
}
