import type { CaseLink } from '../case/case-view'
import { entityKindOf } from '../model/ids'
import type { EntityId, LinkId } from '../model/ids'
import { outcomes } from '../model/link'

/** "Telecoms in Taiwan": one victim that two links of one actor name together. */
export interface VictimCell {
  readonly source: EntityId
  readonly sector: EntityId
  readonly country: EntityId
  readonly edge: { readonly lead: CaseLink; readonly links: readonly CaseLink[] }
}

/** Pairs sector and country links that share a cell. `covered` links need no line of their own: the cell's says it all. */
export function victimCells(links: readonly CaseLink[]): {
  readonly cells: readonly VictimCell[]
  readonly covered: ReadonlySet<LinkId>
} {
  const groups = new Map<string, CaseLink[]>()
  for (const link of links) {
    if (link.predicate !== 'targets' || link.cell === undefined) continue
    const key = `${link.source}\n${link.cell}\n${link.polarity}`
    const group = groups.get(key)
    if (group) group.push(link)
    else groups.set(key, [link])
  }
  const cells: VictimCell[] = []
  const covered = new Set<LinkId>()
  for (const group of groups.values()) {
    const sectors = group.filter((link) => entityKindOf(link.target) === 'sector')
    const countries = group.filter((link) => isArea(link.target))
    for (const sector of sectors)
      for (const country of countries) {
        const lead = weaker(sector, country)
        cells.push({
          source: sector.source,
          sector: sector.target,
          country: country.target,
          edge: { lead, links: [sector, country] },
        })
        for (const link of [sector, country]) if (saysNoMore(link, lead)) covered.add(link.id)
      }
  }
  return { cells, covered }
}

function isArea(id: EntityId): boolean {
  const kind = entityKindOf(id)
  return kind === 'country' || kind === 'region'
}

/** The cell claims no more than the weaker of its two links. */
function weaker(a: CaseLink, b: CaseLink): CaseLink {
  return strength(a) <= strength(b) ? a : b
}

function saysNoMore(link: CaseLink, lead: CaseLink): boolean {
  return strength(link) <= strength(lead)
}

/** Outcome first, then plain over hedged, then origins. */
function strength(link: CaseLink): number {
  const rank = link.outcome ? outcomes.length - outcomes.indexOf(link.outcome) : 0
  return rank * 1e6 + (link.hedged ? 0 : 1e5) + Math.min(link.origins.length, 1e4)
}
