import type { EntityId } from '../model/ids'
import type { Link, Outcome, Period } from '../model/link'
import type { Report } from '../model/report'
import { outcomes } from '../model/link'
import type { CaseEvidence, CaseLink } from './case-view'
import type { LinkReview } from './decisions'
import { originOf } from './origins'

/** What one report says of a link. */
export interface LinkPart {
  readonly report: Report
  readonly link: Link
  /** The house that the report mainly restates. */
  readonly restated?: EntityId
}

/** Folds what all reports say of one link; `parts` in the case's report order (`compareReports`), at least one. */
export function mergeLink(
  parts: readonly [LinkPart, ...LinkPart[]],
  review: LinkReview | undefined,
): CaseLink {
  const [{ link: first }] = parts
  const evidence = parts.flatMap(({ report, link, restated }) =>
    link.evidence.map((piece): CaseEvidence => ({
      ...piece,
      report: report.id,
      origin: originOf(piece, report, restated),
    })),
  )
  const strongest = strongestStatement(evidence)
  const period = spanOfPeriods(parts.flatMap(({ link }) => link.period ?? []))
  const count = parts.find(({ link }) => link.count !== undefined)?.link.count
  const cell = parts.find(({ link }) => link.cell !== undefined)?.link.cell
  const byOrigin = confidenceByOrigin(evidence)
  return {
    id: first.id,
    source: first.source,
    predicate: first.predicate,
    target: first.target,
    polarity: first.polarity,
    hedged: strongest.hedged,
    confidence: combinedConfidence(parts, byOrigin),
    review: review?.review ?? 'unreviewed',
    evidence,
    documents: parts.map(({ report }) => report.id),
    origins: [...byOrigin.keys()].toSorted(),
    ...(strongest.outcome ? { outcome: strongest.outcome } : {}),
    ...(period ? { period } : {}),
    ...(count ? { count } : {}),
    ...(cell === undefined ? {} : { cell }),
    ...(review ? { decidedBy: { author: review.author, decision: review.decision } } : {}),
  }
}

/** The strongest outcome that any evidence states, and whether every statement of that strength is hedged. */
function strongestStatement(evidence: readonly CaseEvidence[]): {
  outcome?: Outcome
  hedged: boolean
} {
  const outcome = outcomes.find((candidate) => evidence.some((e) => e.outcome === candidate))
  const decisive = outcome ? evidence.filter((e) => e.outcome === outcome) : evidence
  return { hedged: decisive.every((e) => e.hedged), ...(outcome ? { outcome } : {}) }
}

/** Reports that repeat one origin do not add up: per origin the best evidence counts. */
function confidenceByOrigin(evidence: readonly CaseEvidence[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>()
  for (const { origin, confidence } of evidence)
    best.set(origin, Math.max(best.get(origin) ?? 0, confidence))
  return best
}

/** Noisy-or over independent origins, never below what the best single report gives: more evidence never lowers it. */
function combinedConfidence(
  parts: readonly LinkPart[],
  byOrigin: ReadonlyMap<string, number>,
): number {
  // In a fixed order, because floating-point products depend on it.
  const doubt = [...byOrigin.values()].toSorted((a, b) => a - b).reduce((d, c) => d * (1 - c), 1)
  return Math.max(1 - doubt, ...parts.map(({ link }) => link.confidence))
}

function spanOfPeriods(periods: readonly Period[]): Period | undefined {
  const from = periods.flatMap((p) => p.from ?? []).toSorted()[0]
  // "2023" ends after "2023-05": a date without month or day reaches to its last day.
  const to = periods
    .flatMap((p) => p.to ?? [])
    .toSorted((a, b) => (a.padEnd(10, '~') < b.padEnd(10, '~') ? -1 : 1))
    .at(-1)
  if (from === undefined && to === undefined) return undefined
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
