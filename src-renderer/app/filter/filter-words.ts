import { shortListOf } from '@core/brief/words'
import { marks } from '@core/graph/marks'
import type { CaseFilters } from '@core/case/case-view'
import type { EntityKind } from '@core/model/entity'
import type { Outcome } from '@core/model/link'

/** "everything", "countries, sectors", "actors, countries and 3 more kinds". */
export function kindsWords(kinds: readonly EntityKind[] | undefined): string {
  if (!kinds) return 'everything'
  if (kinds.length === 0) return 'no kind'
  const words = kinds.map((kind) => marks[kind].plural.toLowerCase())
  if (words.length <= 3) return words.join(', ')
  return `${words.slice(0, 2).join(', ')} and ${words.length - 2} more kinds`
}

/** "any actor", "actors from China", "Flax Typhoon, or from China". */
export function actorsWords(names: readonly string[], origins: readonly string[]): string {
  if (names.length + origins.length === 0) return 'any actor'
  const from = origins.length > 0 ? `from ${shortListOf(origins, 2)}` : ''
  if (names.length === 0) return `actors ${from}`
  const named = shortListOf(names, 2)
  return from === '' ? `by ${named}` : `by ${named}, or ${from}`
}

/** "any victim", "victims in Telecommunications", "victims in Energy, in Ukraine". */
export function victimsWords(others: readonly string[], areas: readonly string[]): string {
  const parts = [others, areas].flatMap((names) =>
    names.length > 0 ? `in ${shortListOf(names, 2)}` : [],
  )
  return parts.length === 0 ? 'any victim' : `victims ${parts.join(', ')}`
}

export function outcomesWords(outcomes: readonly Outcome[] | undefined): string {
  if (!outcomes) return 'any outcome'
  const [only, ...more] = outcomes
  if (only === undefined) return 'no outcome'
  return more.length === 0 ? `${only} only` : outcomes.join(' or ')
}

export function sinceWords({ since, until }: Pick<CaseFilters, 'since' | 'until'>): string {
  if (since !== undefined && until !== undefined) return `from ${since} to ${until}`
  if (since !== undefined) return `since ${since}`
  return until === undefined ? 'at any time' : `until ${until}`
}

export function originsWords(minOrigins: number | undefined): string {
  return minOrigins === undefined || minOrigins <= 1
    ? 'any origins'
    : `at least ${minOrigins} origins`
}

export function confidenceWords(minConfidence: number | undefined): string {
  return minConfidence === undefined ? 'any confidence' : `confidence ${minConfidence} or more`
}

/** "not rejected", "accepted only, without denials". */
export function reviewWords({ acceptedOnly, showRejected, showDenied }: CaseFilters): string {
  const lead = acceptedOnly ? 'accepted only' : showRejected ? 'with rejected' : 'not rejected'
  return showDenied === false ? `${lead}, without denials` : lead
}
