import type { CaseFilters } from '@core/case/case-view'
import type { EntityId } from '@core/model/ids'
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
  /** Puts a whole filter in place of the one in force, as a saved view does. */
  readonly replace: (filters: CaseFilters) => void
}

const memoryKey = 'gnomon.filters'

export const useFilters = create<FilterState>()((set) => ({
  filters: recall(browserMemory(), memoryKey, checkFilters, {}),
  change: (change) =>
    set(({ filters }) => kept(checkFilters({ ...filters, ...change }) ?? filters)),
  clear: () => set(() => kept({})),
  replace: (filters) => set(() => kept(checkFilters(filters) ?? {})),
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
  const actors = textsOf(fields.get('actors'))
  const actorOrigins = textsOf(fields.get('actorOrigins'))
  const victims = textsOf(fields.get('victims'))
  const since = fields.get('since')
  const until = fields.get('until')
  return {
    ...(kinds ? { kinds } : {}),
    // An id that the case does not know is found nowhere.
    ...(actors ? { actors: actors as EntityId[] } : {}),
    ...(actorOrigins ? { actorOrigins } : {}),
    // As above.
    ...(victims ? { victims: victims as EntityId[] } : {}),
    ...(fields.get('acceptedOnly') === true ? { acceptedOnly: true } : {}),
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

/** Absent when there is none: an empty list would let nothing through. */
function textsOf(stored: unknown): string[] | undefined {
  if (!Array.isArray(stored)) return undefined
  const texts = stored.filter((value) => typeof value === 'string')
  return texts.length > 0 ? texts : undefined
}

function someOf<Value extends string>(
  stored: unknown,
  known: readonly Value[],
): readonly Value[] | undefined {
  return Array.isArray(stored) ? known.filter((value) => stored.includes(value)) : undefined
}
