import type { CaseEntity, CaseLink, CaseView } from '../case/case-view'
import type { EntityId } from '../model/ids'
import type { Inline } from './brief'
import type { Citations } from './citations'
import { inText, victimsOf, type Victim } from './victims'
import { basis, counted, listOf, periodWords, shortListOf } from './words'

const namedVictims = 12
/** A sentence cites its surest; the tables cite the rest. */
const citationsOfOneSentence = 8

export interface SummaryParts {
  readonly view: CaseView
  readonly actor: CaseEntity
  readonly links: readonly CaseLink[]
  readonly citations: Citations
  readonly countryName: (iso2: string) => string
}

/**
 * What the links of one actor say, one kind of fact a sentence: who, confirmed, targeted, attempted, suspected, denied,
 * means, time. A sentence without a link behind it is not written.
 */
export function summariseActor(parts: SummaryParts): Inline[][] {
  return [
    identity(parts),
    ...victimSentences(parts),
    means(parts, 'uses', 'Reported to use', ['malware', 'tool']),
    means(parts, 'exploits', 'Reported to exploit', ['vulnerability', 'product']),
    time(parts),
  ].filter((sentence) => sentence.length > 0)
}

function identity({ view, actor, links, citations, countryName }: SummaryParts): Inline[] {
  const by = (predicate: CaseLink['predicate']): CaseLink[] =>
    links.filter((link) => link.predicate === predicate && link.polarity === 'asserted')
  const aliases = actor.names.map(({ name }) => name).filter((name) => name !== actor.name)
  const origin = actor.origin ? `, suspected origin ${countryName(actor.origin)},` : ''
  const bases = targetNames(view, by('based-in'))
  const [documents, origins] = support(links)
  const statement = `${aliases.length > 0 ? ` (also reported as ${shortListOf(aliases, 6)})` : ''}${origin} appears in ${basis(documents, origins)}${bases.length > 0 ? `; it is said to be based in ${listOf(bases)}` : ''}.`
  return [
    { type: 'strong', text: actor.name },
    { type: 'text', text: statement },
    ...cited(citations, [...by('originates-from'), ...by('based-in'), ...by('alias-of')]),
  ]
}

interface VictimSentence {
  readonly start: string
  readonly holds: (link: CaseLink) => boolean
}

const victimKinds: readonly VictimSentence[] = [
  {
    start: 'Stated as compromised:',
    holds: (link) => asserted(link) && !link.hedged && link.outcome === 'compromised',
  },
  {
    start: 'Targeted, success not stated:',
    holds: (link) => asserted(link) && !link.hedged && link.outcome === 'targeted',
  },
  {
    start: 'Attempted, or success unclear:',
    holds: (link) => asserted(link) && !link.hedged && link.outcome === 'attempted',
  },
  {
    start: 'Suspected only, by the sources’ own words:',
    holds: (link) => asserted(link) && link.hedged,
  },
  { start: 'Denied, or no sign found:', holds: (link) => link.polarity === 'denied' },
]

function victimSentences({ view, links, citations }: SummaryParts): Inline[][] {
  const victims = victimsOf(view, links)
  return victimKinds.map(({ start, holds }) => {
    const chosen = victims.filter(({ strongest }) => holds(strongest))
    if (chosen.length === 0) return []
    const [documents, origins] = support(chosen.flatMap((victim) => victim.links))
    return [
      { type: 'text', text: `${start} ` },
      { type: 'strong', text: shortListOf(unique(chosen.map(named)), namedVictims) },
      { type: 'text', text: ` (${basis(documents, origins)}).` },
      ...cited(
        citations,
        chosen.map(({ strongest }) => strongest),
      ),
    ]
  })
}

function named(victim: Victim): string {
  const { count } = victim.strongest
  return count ? `${inText(victim)} (${count.text})` : inText(victim)
}

function means(
  { view, links, citations }: SummaryParts,
  predicate: CaseLink['predicate'],
  start: string,
  kinds: readonly CaseEntity['kind'][],
): Inline[] {
  const chosen = links.filter(
    (link) =>
      link.predicate === predicate && asserted(link) && kinds.includes(kindOf(view, link.target)),
  )
  if (chosen.length === 0) return []
  return [
    { type: 'text', text: `${start} ${shortListOf(targetNames(view, chosen), 8)}.` },
    ...cited(citations, chosen),
  ]
}

function time({ links, citations }: SummaryParts): Inline[] {
  const dated = links.filter(({ predicate, period }) => predicate === 'targets' && period)
  const from = least(dated.flatMap(({ period }) => period?.from ?? []))
  const to = greatest(dated.flatMap(({ period }) => period?.to ?? []))
  const words = periodWords(from, to)
  if (words === '') return []
  return [
    { type: 'text', text: `The dated activity was observed ${words}.` },
    ...cited(citations, dated.slice(0, 4)),
  ]
}

/** Two or three sentences on a case as a whole: how much, who, on whose word. */
export function summariseCase(
  view: CaseView,
  actors: readonly CaseEntity[],
  links: readonly CaseLink[],
): Inline[][] {
  const victims = victimsOf(view, links)
  const [documents, origins] = support(links)
  const confirmed = victims.filter(({ strongest }) => victimKinds[0]?.holds(strongest)).length
  const suspected = victims.filter(
    ({ strongest }) => asserted(strongest) && strongest.hedged,
  ).length
  const count = (kind: CaseEntity['kind']): string | undefined => {
    const ids = new Set(
      victims
        .flatMap(({ entities }) => entities.filter((entity) => entity.kind === kind))
        .map(({ id }) => id),
    )
    const words: Partial<Record<CaseEntity['kind'], [string, string]>> = {
      country: ['country', 'countries'],
      sector: ['sector', 'sectors'],
      organization: ['named organisation', 'named organisations'],
    }
    const word = words[kind]
    return word && ids.size > 0 ? counted(ids.size, ...word) : undefined
  }
  const reach = (['country', 'sector', 'organization'] as const)
    .map(count)
    .filter((part) => part !== undefined)
  if (links.length === 0)
    return [[{ type: 'text', text: 'The sources hold no link from an actor to a victim.' }]]
  return [
    [
      { type: 'text', text: `${counted(actors.length, 'actor')} with stated activity: ` },
      {
        type: 'strong',
        text: shortListOf(
          actors.map(({ name }) => name),
          8,
        ),
      },
      { type: 'text', text: '.' },
    ],
    [
      {
        type: 'text',
        text: `The links reach ${listOf(reach)}: ${counted(confirmed, 'victim')} stated as compromised, ${suspected} only suspected. They rest on ${basis(documents, origins)}.`,
      },
    ],
  ]
}

/** Distinct documents and independent origins behind some links. */
export function support(links: readonly CaseLink[]): readonly [number, number] {
  return [
    new Set(links.flatMap(({ documents }) => documents)).size,
    new Set(links.flatMap(({ origins }) => origins)).size,
  ]
}

function cited(citations: Citations, links: readonly CaseLink[]): Inline[] {
  const numbers = citations.cite(links, citationsOfOneSentence)
  return numbers.length > 0 ? [{ type: 'citations', numbers }] : []
}

function targetNames(view: CaseView, links: readonly CaseLink[]): string[] {
  return unique(links.flatMap(({ target }) => view.entities.get(target)?.name ?? []))
}

function kindOf(view: CaseView, id: EntityId): CaseEntity['kind'] {
  return view.entities.get(id)?.kind ?? 'indicator'
}

const asserted = (link: CaseLink): boolean => link.polarity === 'asserted'
const unique = (items: readonly string[]): string[] => [...new Set(items)]
const least = (items: readonly string[]): string | undefined => items.toSorted()[0]
const greatest = (items: readonly string[]): string | undefined => items.toSorted().at(-1)
