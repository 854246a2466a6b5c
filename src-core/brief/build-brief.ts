import { buildMap } from '../geo/build-map'
import type { CaseEntity, CaseLink, CaseView } from '../case/case-view'
import { buildGraph } from '../graph/build-graph'
import type { GraphModel } from '../graph/graph-model'
import type { EntityId } from '../model/ids'
import { tlpMarkings, type TlpMarking } from '../model/report'
import type { Brief, BriefBlock, Inline } from './brief'
import { Citations, type TextOf } from './citations'
import { summariseActor, summariseCase, support } from './summary'
import { namesTable, softwareTable, sourcesTable, techniquesTable, victimsTable } from './tables'
import { basis, counted } from './words'

export interface BriefOptions {
  /** Absent: all actors of the case. */
  readonly actor?: EntityId
  readonly title?: string
  readonly author?: string
  /** Absent: the highest marking among the sources, TLP:CLEAR where none is marked. */
  readonly tlp?: TlpMarking
  /** ISO date of making. */
  readonly date: string
  /** Names by ISO alpha-2: of the knowledge or of the world outline. */
  readonly countries: ReadonlyMap<string, { readonly name: string }>
  readonly textOf: TextOf
  /** Places the graph's nodes: the analyst's own layout where there is one. */
  readonly place: (model: GraphModel) => Promise<ArrayLike<number>>
  /** e.g. "Gnomon 0.1.0". */
  readonly producer: string
}

/** The brief on one actor or on all, from the case as it is seen: rejected links are not in the view handed in. */
export async function buildBrief(view: CaseView, options: BriefOptions): Promise<Brief> {
  const links = linksFor(view, options.actor)
  const actors = actorsOf(view, links)
  const [only] = options.actor ? actors : []
  const citations = new Citations(view, options.textOf)
  const summary = only
    ? actorSummary(view, only, links, citations, options)
    : [
        ...summariseCase(view, actors, links),
        ...actors.map((actor) =>
          oneParagraph(actorSummary(view, actor, links, citations, options)),
        ),
      ]
  const parts = { view, links, citations, actors }
  const linked = [victimsTable(parts), softwareTable(parts)]
  for (const link of links) for (const report of link.documents) citations.sourceNumber(report)
  const tables = [...linked, techniquesTable(view, citations), namesTable(view, actors)]
  const blocks: BriefBlock[] = [
    { type: 'sentences', heading: 'Summary', style: 'paragraph', sentences: summary },
    ...(await figures(view, links, options)),
    ...tables,
    sourcesTable(view, citations),
    { type: 'quotations', heading: 'Evidence, word for word', quotations: citations.quotations },
    {
      type: 'sentences',
      heading: 'Method',
      style: 'paragraph',
      sentences: method(options.producer),
    },
  ]
  const cutOff = latest(citations.sources.flatMap((id) => view.reports.get(id)?.published ?? []))
  return {
    title: options.title ?? titleFor(only),
    date: options.date,
    ...(cutOff ? { cutOff } : {}),
    ...(options.author ? { author: options.author } : {}),
    tlp: options.tlp ?? highestMarking(view, citations),
    language: 'en',
    blocks,
  }
}

/** Links that a brief tells: what actors did and who they are, rejected ones left out. */
export function linksFor(view: CaseView, actor: EntityId | undefined): readonly CaseLink[] {
  return [...view.links.values()].filter(
    (link) =>
      link.review !== 'rejected' &&
      (actor === undefined || link.source === actor) &&
      view.entities.get(link.source)?.kind === 'actor',
  )
}

/** Actors with stated activity, the best supported first. */
export function actorsOf(view: CaseView, links: readonly CaseLink[]): readonly CaseEntity[] {
  const active = new Map<EntityId, CaseLink[]>()
  for (const link of links) active.set(link.source, [...(active.get(link.source) ?? []), link])
  return [...active]
    .filter(([, own]) =>
      own.some(
        ({ predicate }) =>
          predicate === 'targets' || predicate === 'uses' || predicate === 'exploits',
      ),
    )
    .flatMap(([id, own]) => {
      const entity = view.entities.get(id)
      return entity ? [{ entity, own }] : []
    })
    .toSorted(
      (a, b) =>
        support(b.own)[1] - support(a.own)[1] ||
        b.own.length - a.own.length ||
        a.entity.name.localeCompare(b.entity.name, 'en'),
    )
    .map(({ entity }) => entity)
}

function actorSummary(
  view: CaseView,
  actor: CaseEntity,
  links: readonly CaseLink[],
  citations: Citations,
  { countries }: BriefOptions,
): Inline[][] {
  return summariseActor({
    view,
    actor,
    links: links.filter(({ source }) => source === actor.id),
    citations,
    countryName: (iso2) => countries.get(iso2)?.name ?? iso2,
  })
}

/** With several actors each gets one paragraph. */
function oneParagraph(sentences: readonly Inline[][]): Inline[] {
  const space: Inline = { type: 'text', text: ' ' }
  return sentences.flatMap((sentence, i) => (i === 0 ? sentence : [space, ...sentence]))
}

async function figures(
  view: CaseView,
  links: readonly CaseLink[],
  { countries, place }: BriefOptions,
): Promise<BriefBlock[]> {
  const narrowed = narrowedTo(view, links)
  const targets = links.filter(
    ({ predicate, polarity }) => predicate === 'targets' && polarity === 'asserted',
  )
  const [documents, origins] = support(targets)
  const confirmed = targets.filter(
    ({ outcome, hedged }) => outcome === 'compromised' && !hedged,
  ).length
  const suspected = targets.filter(({ hedged }) => hedged).length
  const caption = `${counted(targets.length, 'link')}; ${basis(documents, origins)}; ${confirmed} compromised, ${suspected} suspected.`
  const graph = buildGraph(narrowed)
  return [
    { type: 'map', heading: 'Where', caption, model: buildMap(narrowed, countries) },
    {
      type: 'graph',
      heading: 'Who went after whom',
      caption,
      model: graph,
      positions: Array.from(await place(graph)),
    },
  ]
}

/** The view with these links only, for the figures. */
function narrowedTo(view: CaseView, links: readonly CaseLink[]): CaseView {
  const kept = new Map(links.map((link) => [link.id, link]))
  const linksOf = new Map(
    [...view.linksOf].map(([entity, ids]) => [entity, ids.filter((id) => kept.has(id))] as const),
  )
  return { ...view, links: kept, linksOf }
}

function method(producer: string): Inline[][] {
  return [
    [
      {
        type: 'text',
        text: `The sources were read by a machine (${producer}) by rules, without any network; every statement above cites the words it rests on. Outcomes are the strongest that a source states: compromised (got in), targeted (attacked, success not stated), attempted (tried, or success unclear). Statements that an analyst rejected are not in this brief; a tick marks those accepted. The map draws de-facto borders as in Natural Earth and takes no position on them.`,
      },
    ],
  ]
}

function titleFor(actor: CaseEntity | undefined): string {
  return actor ? `${actor.name}: reported activity` : 'Reported threat activity'
}

function highestMarking(view: CaseView, citations: Citations): TlpMarking {
  const ranks = citations.sources.flatMap((id) => {
    const marking = view.reports.get(id)?.tlp
    return marking ? [tlpMarkings.indexOf(marking)] : []
  })
  return tlpMarkings[Math.max(0, ...ranks)] ?? 'TLP:CLEAR'
}

function latest(dates: readonly string[]): string | undefined {
  return dates.toSorted().at(-1)
}
