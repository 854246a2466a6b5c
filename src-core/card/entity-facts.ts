import type { CaseEntity, CaseLink, CaseView } from '../case/case-view'
import { originName } from '../case/evidence-of'
import { compareIds } from '../graph/visible-links'
import type { LinkId, ReportId } from '../model/ids'
import { entityKindOf } from '../model/ids'
import { suspectedOrigin } from '../geo/victim-country'

/** What a card says beyond the links themselves. */
export interface EntityFacts {
  /** The first and last dates that a source states for its activity, as stated. */
  readonly firstActive?: string
  readonly lastActive?: string
  /** Publication of the first and last report that names it. */
  readonly firstReported?: string
  readonly lastReported?: string
  /** Who reports on it: independent origins with the documents in which they do, the busiest first. */
  readonly reporters: readonly Reporter[]
  /** Names as worn, with who uses them. */
  readonly names: readonly WornName[]
  /** In whole sentences: what the case does not say. */
  readonly unknown: readonly string[]
}

export interface Reporter {
  readonly origin: string
  readonly name: string
  readonly documents: number
  readonly links: readonly LinkId[]
}

export interface WornName {
  readonly name: string
  readonly documents: number
  /** Houses that published these documents. */
  readonly houses: readonly string[]
}

export function entityFacts(view: CaseView, entity: CaseEntity): EntityFacts {
  const links = (view.linksOf.get(entity.id) ?? []).flatMap((id) => {
    const link = view.links.get(id)
    return link && link.review !== 'rejected' ? [link] : []
  })
  const own = links.filter(({ predicate }) => ['targets', 'uses', 'exploits'].includes(predicate))
  const starts = own.flatMap(({ period }) => period?.from ?? period?.to ?? []).toSorted()
  const ends = own.flatMap(({ period }) => period?.to ?? period?.from ?? []).toSorted(byEnd)
  const published = entity.reports.flatMap((id) => view.reports.get(id)?.published ?? []).toSorted()
  return {
    ...defined('firstActive', starts[0]),
    ...defined('lastActive', ends.at(-1)),
    ...defined('firstReported', published[0]),
    ...defined('lastReported', published.at(-1)),
    reporters: reportersOf(view, links),
    names: entity.names.map(({ name, reports }) => ({
      name,
      documents: reports.length,
      houses: housesOf(view, reports),
    })),
    unknown: entity.kind === 'actor' ? unknownOf(view, entity, links) : [],
  }
}

function defined<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  // TypeScript does not see that a computed key is the key.
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string }
}

/** "2023" ends after "2023-05". */
function byEnd(a: string, b: string): number {
  return compareIds(a.padEnd(10, '~'), b.padEnd(10, '~'))
}

function reportersOf(view: CaseView, links: readonly CaseLink[]): readonly Reporter[] {
  const found = new Map<string, { name: string; documents: Set<ReportId>; links: Set<LinkId> }>()
  for (const link of links)
    for (const { origin, report } of link.evidence) {
      const known = found.get(origin) ?? {
        name: originName(view, link, origin),
        documents: new Set<ReportId>(),
        links: new Set<LinkId>(),
      }
      known.documents.add(report)
      known.links.add(link.id)
      found.set(origin, known)
    }
  return [...found]
    .map(([origin, { name, documents, links: theirs }]) => ({
      origin,
      name,
      documents: documents.size,
      links: [...theirs].sort(compareIds),
    }))
    .sort((a, b) => b.links.length - a.links.length || compareIds(a.origin, b.origin))
}

function housesOf(view: CaseView, reports: readonly ReportId[]): readonly string[] {
  const houses = reports.flatMap((id) => view.reports.get(id)?.publisher ?? [])
  return [...new Set(houses)].sort(compareIds)
}

/** What an analyst would ask next. */
function unknownOf(
  view: CaseView,
  actor: CaseEntity,
  links: readonly CaseLink[],
): readonly string[] {
  const out = links.filter(({ source, polarity }) => source === actor.id && polarity === 'asserted')
  const attacks = out.filter(({ predicate }) => predicate === 'targets')
  const undated = attacks.filter(({ period }) => period === undefined).length
  const origins = new Set(links.flatMap((link) => link.origins))
  const uses = (kind: string) => out.some(({ target }) => entityKindOf(target) === kind)
  return [
    suspectedOrigin(view, actor.id) === undefined ? 'No source says where it comes from.' : '',
    attacks.length === 0 ? 'No source names a victim.' : '',
    undated > 0
      ? `No source says when ${undated === attacks.length ? 'its attacks were' : `${undated} of its ${attacks.length} attacks were`}.`
      : '',
    attacks.length > 0 && !attacks.some(({ outcome }) => outcome === 'compromised')
      ? 'No source says that it got in anywhere.'
      : '',
    uses('malware') || uses('tool') ? '' : 'No source names its software.',
    uses('technique') ? '' : 'No source names its techniques.',
    origins.size === 1 ? 'All of it is one origin’s word.' : '',
  ].filter((sentence) => sentence !== '')
}
