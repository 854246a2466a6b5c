import { buildMap } from '../geo/build-map'
import type { CaseEntity, CaseLink, CaseView } from '../case/case-view'
import { buildGraph } from '../graph/build-graph'
import type { GraphModel } from '../graph/graph-model'
import type { EntityId } from '../model/ids'
import { tlpMarkings, type TlpMarking } from '../model/report'
import type { Brief, BriefBlock } from './brief'
import { Citations, type TextOf } from './citations'
import { citeAll, factsBlock, lateFacts, type Figures } from './facts/facts-block'
import type { FactParts } from './facts/fact-parts'
import type { BriefPlan, PlanSection } from './plan/brief-plan'
import { newPlan } from './plan/templates'
import { scopeOf } from './scope/brief-scope'
import { support } from './summary'
import { basis, counted, listOf } from './words'
import { wordsBlock } from './words-block'

export interface BriefOptions {
  /** What to tell, in which order. Absent: the template on an actor, about `actor` or the whole case. */
  readonly plan?: BriefPlan
  readonly actor?: EntityId
  readonly title?: string
  readonly author?: string
  /** ISO date of making. */
  readonly date: string
  /** Names by ISO alpha-2: of the knowledge or of the world outline. */
  readonly countries: ReadonlyMap<string, { readonly name: string }>
  readonly textOf: TextOf
  /** Places the graph's nodes: the analyst's own layout where there is one. */
  readonly place: (model: GraphModel) => Promise<ArrayLike<number>>
  /** e.g. "Gnomon 0.1.0". */
  readonly producer: string
  /** What the last issue told; absent at the first. */
  readonly previous?: FactParts['previous']
}

/** What is to be told, before anything is written: for the brief itself, its drafts and its linter. */
export function partsOf(whole: CaseView, options: Omit<BriefOptions, 'place' | 'date'>): FactParts {
  const plan = planOf(options)
  const scope = scopeOf(whole, plan)
  const { view, links } = scope
  return {
    whole,
    view,
    links,
    plan,
    scope,
    actors: actorsOf(view, links),
    citations: new Citations(view, options.textOf),
    previous: options.previous,
    countryName: (iso2) => options.countries.get(iso2)?.name ?? iso2,
    producer: options.producer,
  }
}

/** The brief as its plan has it, from the case as it is seen: rejected links are never told. */
export async function buildBrief(whole: CaseView, options: BriefOptions): Promise<Brief> {
  const parts = partsOf(whole, options)
  const { plan, view } = parts
  const figures = await drawFigures(parts, options)
  const blocks = inOrder(
    plan,
    (section) =>
      section.type === 'words'
        ? wordsBlock(section, parts)
        : factsBlock(section.facts, parts, figures),
    () => citeAll(parts),
  )
  const { citations } = parts
  const cutOff = latest(citations.sources.flatMap((id) => view.reports.get(id)?.published ?? []))
  return {
    title: plan.title ?? titleFor(plan, whole),
    date: options.date,
    ...(cutOff ? { cutOff } : {}),
    ...(plan.author ? { author: plan.author } : {}),
    ...(plan.number ? { number: plan.number } : {}),
    ...(plan.requirement ? { requirement: plan.requirement } : {}),
    version: plan.version,
    paper: plan.paper,
    ink: plan.ink,
    tlp: plan.ceiling ?? highestMarking(view, citations),
    language: 'en',
    blocks,
  }
}

function planOf({
  plan,
  actor,
  title,
  author,
}: Pick<BriefOptions, 'plan' | 'actor' | 'title' | 'author'>): BriefPlan {
  return (
    plan ??
    newPlan('actor', actor ? { actors: [actor] } : {}, {
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
    })
  )
}

/**
 * Blocks in the plan's order. Annexes that list what is cited are made last, when everything above has been cited; so are
 * the notes on the sources.
 */
function inOrder(
  plan: BriefPlan,
  make: (section: PlanSection) => BriefBlock,
  beforeLate: () => void,
): readonly BriefBlock[] {
  const made = new Map<PlanSection, BriefBlock>()
  const isLate = (section: PlanSection): boolean =>
    section.type === 'facts' && lateFacts.has(section.facts)
  for (const section of plan.sections) if (!isLate(section)) made.set(section, make(section))
  beforeLate()
  for (const section of plan.sections) if (isLate(section)) made.set(section, make(section))
  return plan.sections.flatMap((section) => {
    const block = made.get(section)
    return block && !isEmptyWords(block) ? [block] : []
  })
}

/** What nobody has written yet is not printed as an empty heading. */
function isEmptyWords(block: BriefBlock): boolean {
  return block.type === 'statements' && block.statements.length === 0
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

async function drawFigures(
  { view, links }: FactParts,
  { countries, place }: BriefOptions,
): Promise<Figures> {
  const narrowed = narrowedTo(view, links)
  const graph = buildGraph(narrowed)
  return {
    caption: captionOf(links),
    map: buildMap(narrowed, countries),
    graph,
    positions: Array.from(await place(graph)),
  }
}

function captionOf(links: readonly CaseLink[]): string {
  const targets = links.filter(
    ({ predicate, polarity }) => predicate === 'targets' && polarity === 'asserted',
  )
  const [documents, origins] = support(targets)
  const confirmed = targets.filter(
    ({ outcome, hedged }) => outcome === 'compromised' && !hedged,
  ).length
  const suspected = targets.filter(({ hedged }) => hedged).length
  return `${counted(targets.length, 'link')}; ${basis(documents, origins)}; ${confirmed} compromised, ${suspected} suspected.`
}

/** The view with these links only, for the figures. */
function narrowedTo(view: CaseView, links: readonly CaseLink[]): CaseView {
  const kept = new Map(links.map((link) => [link.id, link]))
  const linksOf = new Map(
    [...view.linksOf].map(([entity, ids]) => [entity, ids.filter((id) => kept.has(id))] as const),
  )
  return { ...view, links: kept, linksOf }
}

function titleFor({ subject, template }: BriefPlan, view: CaseView): string {
  const names = (ids: readonly EntityId[] = []): string =>
    listOf(ids.flatMap((id) => view.entities.get(id)?.name ?? []))
  const [actors, victims] = [names(subject.actors), names(subject.victims)]
  if (actors && victims) return `${actors}: reported activity against ${victims}`
  if (actors) return `${actors}: reported activity`
  if (victims) return `Reported threat activity against ${victims}`
  return template === 'digest' ? 'Reported threat activity: digest' : 'Reported threat activity'
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
