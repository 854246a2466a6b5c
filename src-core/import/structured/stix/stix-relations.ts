import type { EntityKind } from '../../../model/entity'
import type { Outcome, Period, Predicate } from '../../../model/link'
import type { StixObject } from './stix-objects'

export interface RelationForm {
  readonly predicate: Predicate
  readonly outcome?: Outcome
  /** The words between the two names. */
  readonly words: string
}

/** What a relationship of STIX 2.0 or 2.1 says in our terms; undefined where it says nothing of who does what to whom. */
export function relationForm(
  type: string,
  source: EntityKind,
  target: EntityKind,
): RelationForm | undefined {
  const words = type.replaceAll('-', ' ')
  if (type === 'targets' && target === 'vulnerability') return { predicate: 'exploits', words }
  const known = forms[type]
  if (known) return { ...known, words }
  if (silent.has(type)) return undefined
  // A place says where a body sits, which is no link of a threat.
  return type === 'located-at' && source !== 'actor'
    ? undefined
    : { predicate: 'related-to', words }
}

const forms: Readonly<Record<string, Omit<RelationForm, 'words'>>> = {
  targets: { predicate: 'targets', outcome: 'targeted' },
  compromises: { predicate: 'targets', outcome: 'compromised' },
  uses: { predicate: 'uses' },
  exploits: { predicate: 'exploits' },
  'originates-from': { predicate: 'originates-from' },
  'attributed-to': { predicate: 'attributed-to' },
  'duplicate-of': { predicate: 'alias-of' },
}

/** Defences and classifications. */
const silent = new Set([
  'mitigates',
  'remediates',
  'subtechnique-of',
  'detects',
  'revoked-by',
  'characterizes',
  'analysis-of',
  'static-analysis-of',
  'dynamic-analysis-of',
])

/** A producer's 0 to 100; where it gives none, data that somebody chose to state counts for more than most prose, for less than certain. */
export function confidenceOf({ confidence }: StixObject): number {
  if (confidence === undefined || confidence < 0 || confidence > 100) return 0.85
  return Math.min(0.98, Math.max(0.05, confidence / 100))
}

export function periodOf({
  start_time: start,
  stop_time: stop,
  first_seen: first,
  last_seen: last,
}: StixObject): Period | undefined {
  const from = dayOf(start ?? first)
  const to = dayOf(stop ?? last)
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** The day of an instant; years out of reach are a producer's "always". */
export function dayOf(instant: string | undefined): string | undefined {
  const day = /^((?:19[89]|20\d)\d-\d{2}-\d{2})T/.exec(instant ?? '')?.[1]
  return day
}
