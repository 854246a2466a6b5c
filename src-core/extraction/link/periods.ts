import type { Link, Period } from '../../model/link'
import type { ScoredBag } from '../score/score-bags'

/** Puts each accepted period on the link of its actor that stands nearest; a link shows one and keeps them all. */
export function attachPeriods(links: readonly Link[], periods: readonly ScoredBag[]): Link[] {
  const given = new Map<Link, Period[]>()
  const sorted = [...periods].sort((a, b) => b.z - a.z)
  for (const bag of sorted) {
    const own = links.filter((link) => link.source === bag.actor && datable.has(link.predicate))
    const best = own
      .map((link) => ({ link, cost: distance(link, bag) + (given.has(link) ? 5000 : 0) }))
      .sort((a, b) => a.cost - b.cost)[0]
    const period = periodOf(bag.target)
    if (!best || !period) continue
    const list = given.get(best.link)
    if (list) list.push(period)
    else given.set(best.link, [period])
  }
  return links.map((link) => {
    const all = given.get(link)
    const first = all?.[0]
    if (!all || !first) return link
    return {
      ...link,
      period: first,
      ...(all.length > 1 && {
        periods: all.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
      }),
    }
  })
}

const datable = new Set<Link['predicate']>([
  'targets',
  'uses',
  'exploits',
  'originates-from',
  'based-in',
  'reported-by',
])

/** Characters between the date and the link's nearest evidence; victims come before tools. */
function distance(link: Link, bag: ScoredBag): number {
  let nearest = Infinity
  for (const { row } of bag.rows.slice(0, 3))
    for (const evidence of link.evidence) {
      const inside = row.mention.start >= evidence.start && row.mention.end <= evidence.end
      const gap = inside
        ? Math.min(
            40,
            Math.abs((evidence.targetSpan?.start ?? evidence.start) - row.mention.start) / 10,
          )
        : Math.min(
            Math.abs(evidence.start - row.mention.end),
            Math.abs(row.mention.start - evidence.end),
          ) + 100
      nearest = Math.min(nearest, gap)
    }
  return nearest + (link.predicate === 'targets' ? 0 : 60)
}

/** The key of a date's stand-in entity is its period: `indicator:2023-11..2024-04`. */
function periodOf(target: string): Period | undefined {
  const [from, to] = target.slice(target.indexOf(':') + 1).split('..')
  if (!from && !to) return undefined
  return { ...(from && { from }), ...(to && { to }) }
}
