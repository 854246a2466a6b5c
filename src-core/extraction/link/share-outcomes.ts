import type { EntityId } from '../../model/ids'
import type { Link, Outcome } from '../../model/link'
import type { LinkableMention } from '../resolve/resolved-text'

const rank: Readonly<Record<Outcome, number>> = { compromised: 2, targeted: 1, attempted: 0 }

export interface JudgedLink {
  readonly link: Link
  /** The words that carry it best. */
  readonly mention: LinkableMention | undefined
}

/**
 * Whoever is inside a body is inside its country and its trade: a body's outcome is at least its country's and sectors', and the two
 * links of one cell ("telecom firms in Taiwan") got equally far.
 */
export function shareOutcomes(judged: readonly JudgedLink[]): Link[] {
  const strongest = new Map<string, Outcome>()
  const raise = (key: string, outcome: Outcome): void => {
    const known = strongest.get(key)
    if (known === undefined || rank[known] < rank[outcome]) strongest.set(key, outcome)
  }
  for (const { link, mention } of judged) {
    if (link.predicate !== 'targets' || link.outcome === undefined || link.hedged) continue
    if (link.cell !== undefined) raise(cellKey(link.source, link.cell), link.outcome)
    if (mention?.kind !== 'organization' && mention?.kind !== 'vendor') continue
    if (mention.entity !== link.target) continue
    if (mention.country !== undefined)
      raise(`${link.source} country:${mention.country}`, link.outcome)
    for (const sector of mention.sectors ?? [])
      raise(`${link.source} sector:${sector}`, link.outcome)
  }
  return judged.map(({ link }) => {
    if (link.predicate !== 'targets' || link.outcome === undefined) return link
    const found = [
      strongest.get(`${link.source} ${link.target}`),
      ...(link.cell === undefined ? [] : [strongest.get(cellKey(link.source, link.cell))]),
    ]
    let outcome = link.outcome
    for (const one of found) if (one && rank[one] > rank[outcome]) outcome = one
    return outcome === link.outcome ? link : { ...link, outcome }
  })
}

function cellKey(source: EntityId, cell: string): string {
  return `${source} cell ${cell}`
}
