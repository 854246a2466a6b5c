import type { CaseEntity, CaseLink, CaseView } from '../case/case-view'
import { outcomes } from '../model/link'

/** One victim of one actor: a country, sector, organisation … or a cell (sector × country), which is one victim, not two. */
export interface Victim {
  readonly actor: CaseEntity
  readonly entities: readonly CaseEntity[]
  /** "government in Taiwan" */
  readonly name: string
  readonly links: readonly CaseLink[]
  /** The link that says the most: the strongest outcome, unhedged before hedged. */
  readonly strongest: CaseLink
}

/** Victims of the `targets` links, the strongest outcome first, then by independent origins and name. */
export function victimsOf(view: CaseView, links: readonly CaseLink[]): readonly Victim[] {
  const groups = new Map<string, CaseLink[]>()
  for (const link of links.filter(({ predicate }) => predicate === 'targets')) {
    const key = `${link.source} ${link.polarity} ${link.cell ?? link.target}`
    groups.set(key, [...(groups.get(key) ?? []), link])
  }
  return [...groups.values()]
    .flatMap((group) => victimFrom(view, group))
    .toSorted(
      (a, b) =>
        rank(a.strongest) - rank(b.strongest) ||
        b.strongest.origins.length - a.strongest.origins.length ||
        a.name.localeCompare(b.name, 'en'),
    )
}

/** Smaller is stronger: outcome first, then unhedged before hedged, asserted before denied. */
export function rank(link: Pick<CaseLink, 'outcome' | 'hedged' | 'polarity'>): number {
  const outcome = link.outcome ? outcomes.indexOf(link.outcome) : outcomes.length
  return (link.polarity === 'denied' ? 100 : 0) + outcome * 2 + (link.hedged ? 1 : 0)
}

function victimFrom(view: CaseView, links: readonly CaseLink[]): readonly Victim[] {
  const [first] = links
  const actor = first && view.entities.get(first.source)
  const entities = links.flatMap(({ target }) => view.entities.get(target) ?? [])
  if (!actor || entities.length === 0) return []
  const strongest = links.reduce((best, link) => (rank(link) < rank(best) ? link : best), first)
  return [{ actor, entities, name: victimName(entities), links, strongest }]
}

/** The victim inside a sentence: sectors in lower case, countries with their article. */
export function inText({ entities }: Pick<Victim, 'entities'>): string {
  return victimName(
    entities.map((entity) =>
      entity.kind === 'sector'
        ? { ...entity, name: lowered(entity.name) }
        : entity.kind === 'country'
          ? { ...entity, name: withArticle(entity.name) }
          : entity,
    ),
  )
}

/** "Financial services" begins small inside a sentence, "IT services" does not. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}` : name
}

/** English names countries of these forms with their article (UN Terminology Database). */
function withArticle(name: string): string {
  return /^(?:United |Philippines$|Netherlands$|Maldives$|Bahamas$|Gambia$|Comoros$|Seychelles$|Czech Republic$|Dominican Republic$|Central African Republic$|Democratic Republic|Republic of|.* Islands$)/.test(
    name,
  )
    ? `the ${name}`
    : name
}

function victimName(entities: readonly CaseEntity[]): string {
  const places = entities.filter(({ kind }) => kind === 'country' || kind === 'region')
  const others = entities.filter((entity) => !places.includes(entity))
  const names = (list: readonly CaseEntity[]): string =>
    [...new Set(list.map(({ name }) => name))].join(', ')
  return others.length > 0 && places.length > 0
    ? `${names(others)} in ${names(places)}`
    : names(entities)
}
