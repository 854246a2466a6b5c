import type { Recognition } from '../stages'

/**
 * The best set of recognitions that do not overlap, in text order. A longer name beats what lies inside it, a surer one what it crosses.
 * Dates and counts stand beside all others: a date in a name does not take the name away. What loses inside a winner stays as `nested`
 * where it adds a fact: the demonym or the sector word in a body's name, the organisation behind an unnamed actor.
 */
export function settleOverlaps(recognitions: readonly Recognition[]): Recognition[] {
  const facts = recognitions.filter((one) => one.kind !== 'date' && one.kind !== 'count')
  const rest = recognitions.filter((one) => one.kind === 'date' || one.kind === 'count')
  const kept: Recognition[] = []
  for (const cluster of clusters(facts)) {
    const best = settleCluster(cluster)
    kept.push(...best.map((winner) => enrich(winner, best)))
  }
  const settled = [...kept, ...withoutShadows(rest)]
  return settled.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Groups that touch: only inside one can anything overlap. */
function clusters(facts: readonly Recognition[]): Recognition[][] {
  const sorted = facts.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const groups: Recognition[][] = []
  let reach = -1
  for (const fact of sorted) {
    const open = groups.at(-1)
    if (open && fact.start < reach) open.push(fact)
    else groups.push([fact])
    reach = Math.max(reach, fact.end)
  }
  return groups
}

/** Clusters longer than this come from hostile text; the best of each place will do there. */
const longestCluster = 400

function settleCluster(cluster: readonly Recognition[]): Recognition[] {
  if (cluster.length === 1) return [...cluster]
  const ranked = withoutParts(cluster).toSorted(
    (a, b) => worth(b) - worth(a) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const winners: Recognition[] = []
  const nested: Recognition[] = []
  for (const candidate of ranked.slice(0, longestCluster)) {
    const rivals = winners.filter(
      (winner) => candidate.start < winner.end && winner.start < candidate.end,
    )
    if (rivals.length === 0) winners.push(candidate)
    else if (rivals.length === 1 && addsFact(candidate, rivals[0]))
      nested.push({ ...candidate, nested: true })
  }
  return [...winners, ...nested]
}

/**
 * A short name inside a longer one of its kind is a part of it, however sure: "Mirage" in "Cobalt Mirage", "Blind" in "Blind Otter".
 * A name that cannot mean anything else holds its own against a longer guess.
 */
function withoutParts(cluster: readonly Recognition[]): readonly Recognition[] {
  const wholes = cluster.filter(
    (one) =>
      one.kind === 'actor' &&
      one.unnamed !== true &&
      one.strength >= 0.7 &&
      one.surface.includes(' '),
  )
  if (wholes.length === 0 || cluster.length > longestCluster) return cluster
  return cluster.filter(
    (part) =>
      part.kind !== 'actor' ||
      part.unnamed === true ||
      !wholes.some(
        (whole) =>
          whole.start <= part.start &&
          part.end <= whole.end &&
          part.end - part.start < whole.end - whole.start &&
          (whole.rule.startsWith('known-name/') || !isOwnName(part)),
      ),
  )
}

const isOwnName = ({ rule, surface }: Recognition): boolean =>
  rule === 'known-name/distinctive' || surface.includes(' ')

/** How much a claim weighs: certainty first, then length, so that a body's full name beats the town or field word in it. */
function worth(one: Recognition): number {
  const words = Math.min(8, 1 + (one.surface.match(/\s/g)?.length ?? 0))
  // Names of bodies, groups and programs hold the people, town and trade in them.
  const holds = one.strength >= 0.5 && naming.has(one.kind) ? 0.25 : 0
  return one.strength + 0.12 * words + holds + (byKind[one.kind] ?? 0)
}

const naming = new Set<Recognition['kind']>([
  'organization',
  'vendor',
  'actor',
  'malware',
  'tool',
  'product',
  'campaign',
])

const byKind: Readonly<Partial<Record<Recognition['kind'], number>>> = {
  indicator: 0.4,
  vulnerability: 0.5,
  actor: 0.06,
  malware: 0.04,
  tool: 0.02,
  vendor: 0.03,
  organization: 0.02,
}

const factKinds = new Set<Recognition['kind']>([
  'country',
  'region',
  'place',
  'sector',
  'organization',
  'actor',
  'vendor',
])
const holders = new Set<Recognition['kind']>([
  'organization',
  'vendor',
  'actor',
  'product',
  'sector',
  'place',
])

function addsFact(inner: Recognition, outer: Recognition | undefined): boolean {
  if (!outer || !factKinds.has(inner.kind) || !holders.has(outer.kind)) return false
  if (inner.start < outer.start || inner.end > outer.end) return false
  if (inner.kind === outer.kind && inner.key === outer.key) return false
  // A name of the same words read as another kind is a rival, not a fact.
  return inner.end - inner.start < outer.end - outer.start
}

/** A body takes its country and sectors from what its name holds: "Bank of Japan", "Polish energy company Orlen". */
function enrich(winner: Recognition, inside: readonly Recognition[]): Recognition {
  if (winner.kind !== 'organization' && winner.kind !== 'vendor') return winner
  const held = inside.filter(
    (one) => one.nested && one.start >= winner.start && one.end <= winner.end,
  )
  if (held.length === 0) return winner
  const country = winner.country ?? held.find((one) => one.country !== undefined)?.country
  // A ministry of culture is government, not culture.
  const more = winner.sectors?.includes('government')
    ? []
    : held.flatMap((one) => one.sectors ?? [])
  const sectors = new Set([...(winner.sectors ?? []), ...more])
  return {
    ...winner,
    ...(country !== undefined && { country }),
    ...(sectors.size > 0 && { sectors: [...sectors] }),
  }
}

/** Of dates over the same words the longest. */
function withoutShadows(rest: readonly Recognition[]): Recognition[] {
  const sorted = rest.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Recognition[] = []
  let reach: Readonly<Record<string, number>> = {}
  for (const one of sorted) {
    if (one.start < (reach[one.kind] ?? -1)) continue
    kept.push(one)
    reach = { ...reach, [one.kind]: one.end }
  }
  return kept
}
