import type { CaseFilters } from '@core/case/case-view'
import { entityKinds } from '@core/model/entity'
import { outcomes, predicates } from '@core/model/link'
import { create } from 'zustand'
import { browserMemory, recall, remember } from './remember'

/** The one filter of all views. */
export interface FilterState {
  readonly filters: CaseFilters
  /** Sets the fields that are given; a field set to `undefined` no longer filters. */
  readonly change: (change: {
    readonly [K in keyof CaseFilters]?: CaseFilters[K] | undefined
  }) => void
  readonly clear: () => void
}

const memoryKey = 'gnomon.filters'

export const useFilters = create<FilterState>()((set) => ({
  filters: recall(browserMemory(), memoryKey, checkFilters, {}),
  change: (change) =>
    set(({ filters }) => kept(checkFilters({ ...filters, ...change }) ?? filters)),
  clear: () => set(() => kept({})),
}))

function kept(filters: CaseFilters): Pick<FilterState, 'filters'> {
  remember(browserMemory(), memoryKey, filters)
  return { filters }
}

/** Keeps of a stored filter what this version knows, and drops the rest. */
export function checkFilters(stored: unknown): CaseFilters | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(stored))
  const kinds = someOf(fields.get('kinds'), entityKinds)
  const wantedPredicates = someOf(fields.get('predicates'), predicates)
  const wantedOutcomes = someOf(fields.get('outcomes'), outcomes)
  const minConfidence = fields.get('minConfidence')
  const minOrigins = fields.get('minOrigins')
  const since = fields.get('since')
  const until = fields.get('until')
  return {
    ...(kinds ? { kinds } : {}),
    ...(wantedPredicates ? { predicates: wantedPredicates } : {}),
    ...(wantedOutcomes ? { outcomes: wantedOutcomes } : {}),
    ...(typeof minConfidence === 'number' ? { minConfidence } : {}),
    ...(typeof minOrigins === 'number' ? { minOrigins } : {}),
    ...(typeof since === 'string' ? { since } : {}),
    ...(typeof until === 'string' ? { until } : {}),
    ...(fields.get('showRejected') === true ? { showRejected: true } : {}),
    ...(fields.get('showDenied') === false ? { showDenied: false } : {}),
  }
}

function someOf<Value extends string>(
  stored: unknown,
  known: readonly Value[],
): readonly Value[] | undefined {
  return Array.isArray(stored) ? known.filter((value) => stored.includes(value)) : undefined
}
