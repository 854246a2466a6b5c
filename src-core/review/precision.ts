import type { CaseLink, CaseView } from '../case/case-view'
import { compareIds } from '../graph/visible-links'
import type { EntityId } from '../model/ids'

/** How often the analysts agreed with something that the machine did. */
export interface Precision {
  readonly accepted: number
  readonly rejected: number
  /** accepted / all, 0..1 */
  readonly share: number
  /** 95 % interval of the share: few decisions say little. */
  readonly low: number
  readonly high: number
}

export interface RulePrecision extends Precision {
  readonly rule: string
}

export interface NamePrecision extends Precision {
  readonly entity: EntityId
  readonly name: string
}

/** By the rule that found the evidence; a link counts once for each rule behind it. The worst first. */
export function precisionByRule(view: CaseView): readonly RulePrecision[] {
  const tally = new Map<string, Tally>()
  for (const link of judged(view))
    for (const rule of new Set(link.evidence.map((evidence) => evidence.rule)))
      count(tally, rule, link)
  return [...tally]
    .map(([rule, { accepted, rejected }]) => ({ rule, ...precisionOf(accepted, rejected) }))
    .sort((a, b) => byWorst(a, b) || compareIds(a.rule, b.rule))
}

/** By the names that a link's ends wear in its own reports: an alias that misleads sinks to the top. */
export function precisionByName(view: CaseView): readonly NamePrecision[] {
  const tally = new Map<string, Tally & { readonly entity: EntityId; readonly name: string }>()
  for (const link of judged(view))
    for (const id of [link.source, link.target])
      for (const { name, reports } of view.entities.get(id)?.names ?? []) {
        if (!link.documents.some((document) => reports.includes(document))) continue
        const key = `${id}\n${name}`
        const known = tally.get(key) ?? { entity: id, name, accepted: 0, rejected: 0 }
        if (link.review === 'accepted') known.accepted += 1
        else known.rejected += 1
        tally.set(key, known)
      }
  return [...tally.values()]
    .map(({ entity, name, accepted, rejected }) => ({
      entity,
      name,
      ...precisionOf(accepted, rejected),
    }))
    .sort((a, b) => byWorst(a, b) || compareIds(a.name, b.name))
}

interface Tally {
  accepted: number
  rejected: number
}

function judged(view: CaseView): readonly CaseLink[] {
  return [...view.links.values()].filter(({ review }) => review !== 'unreviewed')
}

function count(tally: Map<string, Tally>, key: string, { review }: CaseLink): void {
  const known = tally.get(key) ?? { accepted: 0, rejected: 0 }
  if (review === 'accepted') known.accepted += 1
  else known.rejected += 1
  tally.set(key, known)
}

/** 97.5 % quantile of the normal distribution. */
const z = 1.96

/** Share with its Wilson score interval (Wilson 1927), which holds for few trials and for shares near 0 and 1. */
export function precisionOf(accepted: number, rejected: number): Precision {
  const n = accepted + rejected
  if (n === 0) return { accepted, rejected, share: 0, low: 0, high: 1 }
  const share = accepted / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half =
    (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return {
    accepted,
    rejected,
    share,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
  }
}

/** Surely bad before perhaps bad: by the upper end of the interval. */
function byWorst(a: Precision, b: Precision): number {
  return a.high - b.high || b.rejected - a.rejected
}
