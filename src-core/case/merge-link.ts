import type { EntityId, LinkId } from '../model/ids'
import type { Evidence, Link, Outcome, Period } from '../model/link'
import type { Report } from '../model/report'
import { outcomes } from '../model/link'
import type { CaseEvidence, CaseLink } from './case-view'
import { originOf } from './origins'

/** What one report says of a link. */
export interface LinkPart {
  readonly report: Report
  readonly link: Link
  /** The house that the report mainly restates. */
  readonly restated?: EntityId
  /** Origin of the reports that restate each other, of which this is one. */
  readonly group?: string
}

/** The ends under which a link is shown, where they are not the ones that were read. */
export type LinkEnds = Pick<CaseLink, 'id' | 'source' | 'predicate' | 'target' | 'polarity'>

/**
 * Folds what all reports say of one link; `parts` in the case's report order (`compareReports`), at least one. Nothing of
 * what people decided on it is in the answer.
 */
export function mergeLink(
  parts: readonly [LinkPart, ...LinkPart[]],
  ends: LinkEnds = parts[0].link,
): CaseLink {
  const [first] = parts
  if (parts.length === 1 && first.link.evidence.length === 1) return onlyStatement(first, ends)
  const evidence: CaseEvidence[] = []
  /** Reports that repeat one origin do not add up: per origin the best evidence counts. */
  const byOrigin = new Map<string, number>()
  const documents: LinkPart['report']['id'][] = []
  let best = 0
  for (const { report, link, restated, group } of parts) {
    if (documents.at(-1) !== report.id) documents.push(report.id)
    best = Math.max(best, link.confidence)
    for (const piece of link.evidence) {
      const origin = originOf(piece, report, restated, group)
      evidence.push(caseEvidence(piece, report, origin, link.id === ends.id ? undefined : link.id))
      byOrigin.set(origin, Math.max(byOrigin.get(origin) ?? 0, piece.confidence))
    }
  }
  const outcome = strongestOutcome(evidence)
  const period = spanOfPeriods(parts)
  const count = parts.find(({ link }) => link.count !== undefined)?.link.count
  const cell = parts.find(({ link }) => link.cell !== undefined)?.link.cell
  return {
    id: ends.id,
    source: ends.source,
    predicate: ends.predicate,
    target: ends.target,
    polarity: ends.polarity,
    hedged: evidence.every((e) => e.hedged || (outcome !== undefined && e.outcome !== outcome)),
    confidence: Math.max(best, combinedConfidence(byOrigin)),
    review: 'unreviewed',
    evidence,
    documents,
    origins: byOrigin.size > 1 ? [...byOrigin.keys()].sort() : [...byOrigin.keys()],
    ...(outcome ? { outcome } : {}),
    ...(period ? { period } : {}),
    ...(count ? { count } : {}),
    ...(cell === undefined ? {} : { cell }),
  }
}

/** Most links of a large case have one sentence: the same answer, without what only several need. */
function onlyStatement({ report, link, restated, group }: LinkPart, ends: LinkEnds): CaseLink {
  const [piece] = link.evidence
  const origin = originOf(piece, report, restated, group)
  const { outcome, hedged } = piece
  const { period, count, cell } = link
  return {
    id: ends.id,
    source: ends.source,
    predicate: ends.predicate,
    target: ends.target,
    polarity: ends.polarity,
    hedged,
    confidence: Math.max(link.confidence, piece.confidence),
    review: 'unreviewed',
    evidence: [caseEvidence(piece, report, origin, link.id === ends.id ? undefined : link.id)],
    documents: [report.id],
    origins: [origin],
    ...(outcome ? { outcome } : {}),
    ...(period && (period.from !== undefined || period.to !== undefined) ? { period } : {}),
    ...(count ? { count } : {}),
    ...(cell === undefined ? {} : { cell }),
  }
}

function caseEvidence(
  piece: Evidence,
  report: Report,
  origin: string,
  readAs: LinkId | undefined,
): CaseEvidence {
  const own = { report: report.id, origin }
  return readAs === undefined ? { ...piece, ...own } : { ...piece, ...own, readAs }
}

/** The strongest outcome that any evidence states. */
function strongestOutcome(evidence: readonly CaseEvidence[]): Outcome | undefined {
  for (const outcome of outcomes)
    for (const piece of evidence) if (piece.outcome === outcome) return outcome
  return undefined
}

/** Noisy-or over independent origins. */
function combinedConfidence(byOrigin: ReadonlyMap<string, number>): number {
  if (byOrigin.size === 1) for (const confidence of byOrigin.values()) return confidence
  // In a fixed order, because floating-point products depend on it.
  const doubts = [...byOrigin.values()].sort((a, b) => a - b)
  return 1 - doubts.reduce((doubt, confidence) => doubt * (1 - confidence), 1)
}

function spanOfPeriods(parts: readonly LinkPart[]): Period | undefined {
  let from: string | undefined
  let to: string | undefined
  for (const { link } of parts) {
    const { period } = link
    if (!period) continue
    if (period.from !== undefined && (from === undefined || period.from < from)) from = period.from
    // "2023" ends after "2023-05": a date without month or day reaches to its last day.
    if (period.to !== undefined && (to === undefined || lastDay(period.to) > lastDay(to)))
      to = period.to
  }
  if (from === undefined && to === undefined) return undefined
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function lastDay(date: string): string {
  return date.padEnd(10, '~')
}
