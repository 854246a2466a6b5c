import type { CaseFilters, CaseLink, CaseView } from '../case/case-view'
import { pictureBasis } from '../graph/picture-basis'
import { lineWidth } from '../graph/marks'
import { compareIds, visibleLinks } from '../graph/visible-links'
import { entityKindOf } from '../model/ids'
import type { EntityId } from '../model/ids'
import type { MapArc, MapModel, MapVictim } from './map-model'
import { strongestOf } from './strongest'
import { suspectedOrigin, victimCountries } from './victim-country'

export interface MapOptions {
  readonly filters?: CaseFilters
  /** Only attacks by, or on, one of these. */
  readonly focus?: ReadonlySet<EntityId>
}

/** The attacks of a case by country. `countries` gives names by alpha-2: those of the knowledge or of the world outline. */
export function buildMap(
  view: CaseView,
  countries: ReadonlyMap<string, { readonly name: string }>,
  options: MapOptions = {},
): MapModel {
  const links = visibleLinks(view, { ...options.filters, predicates: ['targets'] }, options.focus)
  const hits = links.flatMap((link) =>
    [...new Set(victimCountries(view, link.target))].map((iso2) => ({ link, iso2 })),
  )
  const byCountry = groupBy(hits, ({ iso2 }) => iso2)
  const byRoute = groupBy(hits, ({ link, iso2 }) => `${link.source}→${iso2}`)
  const regions = groupBy(
    links.filter((link) => entityKindOf(link.target) === 'region'),
    (link) => link.target,
  )
  const arcs = [...byRoute.values()].flatMap((route) => arcOf(view, route))
  return {
    victims: [...byCountry].map(([iso2, found]) =>
      victimOf(
        iso2,
        countries.get(iso2)?.name ?? iso2,
        found.map(({ link }) => link),
      ),
    ),
    arcs,
    unknownOrigin: attackersWithoutOrigin(view, hits),
    regions: [...regions].map(([entity, found]) => ({
      entity,
      name: view.entities.get(entity)?.name ?? entity,
      ...strongestOf(found),
    })),
    originCountries: [...new Set(arcs.map((arc) => arc.from))].sort(compareIds),
    basis: pictureBasis(links),
  }
}

interface Hit {
  readonly link: CaseLink
  readonly iso2: string
}

function victimOf(iso2: string, name: string, links: readonly CaseLink[]): MapVictim {
  return {
    iso2,
    name,
    entities: [...new Set(links.map((link) => link.target))],
    actors: [...new Set(links.map((link) => link.source))],
    ...strongestOf(links),
  }
}

function arcOf(view: CaseView, route: readonly Hit[]): readonly MapArc[] {
  const [first] = route
  if (!first) return []
  const actor = first.link.source
  const from = suspectedOrigin(view, actor)
  if (from === undefined) return []
  const links = route.map(({ link }) => link)
  const strength = strongestOf(links)
  return [
    {
      id: `${actor}→${first.iso2}`,
      actor,
      actorName: view.entities.get(actor)?.name ?? actor,
      from,
      to: first.iso2,
      byPerson: links.some((link) => link.review === 'accepted'),
      width: lineWidth(strength.origins),
      ...strength,
    },
  ]
}

function attackersWithoutOrigin(view: CaseView, hits: readonly Hit[]): MapModel['unknownOrigin'] {
  const homeless = hits.filter(({ link }) => suspectedOrigin(view, link.source) === undefined)
  return [...groupBy(homeless, ({ link }) => link.source)].map(([actor, found]) => ({
    actor,
    name: view.entities.get(actor)?.name ?? actor,
    unnamed: view.entities.get(actor)?.unnamed === true,
    victims: [...new Set(found.map(({ iso2 }) => iso2))].sort(compareIds),
    links: [...new Set(found.map(({ link }) => link.id))],
  }))
}

/** Groups in the order of their keys. */
function groupBy<Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return new Map([...groups].sort(([a], [b]) => compareIds(a, b)))
}
