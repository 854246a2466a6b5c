import { victimsOf } from '../brief/victims'
import type { CaseLink, CaseView } from '../case/case-view'
import type { EntityId } from '../model/ids'
import { entityKindOf } from '../model/ids'
import { defanged } from './defang'
import type { ExportMaterial } from './export-material'
import { quoteOf, sourceWords, strictestMarking } from './export-material'
import { nameIn } from './link-words'

export type Table = readonly (readonly (string | number | boolean)[])[]

export const linkColumns = [
  'source',
  'predicate',
  'target',
  'target_kind',
  'outcome',
  'hedged',
  'polarity',
  'cell',
  'from',
  'to',
  'count',
  'confidence',
  'documents',
  'origins',
  'review',
  'decided_by',
  'quote',
  'report',
  'published',
  'sha256',
  'start',
  'end',
  'link_id',
] as const

/** One row a link, with the first sentence that it rests on. */
export function linkTable(material: ExportMaterial): Table {
  const { view } = material
  return [linkColumns, ...[...view.links.values()].map((link) => linkRow(link, material))]
}

export function linkRow(link: CaseLink, material: ExportMaterial) {
  const { view } = material
  const [first] = link.evidence
  const report = first && view.reports.get(first.report)
  return [
    nameIn(view, link.source),
    link.predicate,
    nameIn(view, link.target),
    entityKindOf(link.target),
    link.outcome ?? '',
    link.hedged,
    link.polarity,
    link.cell ?? '',
    link.period?.from ?? '',
    link.period?.to ?? '',
    link.count?.text ?? '',
    Math.round(link.confidence * 1000) / 1000,
    link.documents.length,
    link.origins.length,
    link.review,
    link.decidedBy?.author ?? '',
    (first && quoteOf(material, first)) ?? '',
    report ? sourceWords(report) : '',
    report?.published ?? '',
    first?.report ?? '',
    first?.start ?? '',
    first?.end ?? '',
    link.id,
  ]
}

/** One row a victim of an actor; sector × country is one victim. */
export function victimTable({ view }: ExportMaterial): Table {
  const columns = [
    'actor',
    'victim',
    'kinds',
    'countries',
    'outcome',
    'hedged',
    'polarity',
    'from',
    'to',
    'confidence',
    'documents',
    'origins',
    'review',
    'tlp',
  ]
  const rows = victimsOf(view, [...view.links.values()]).map(
    ({ actor, name, entities, links, strongest }) => [
      actor.name,
      name,
      [...new Set(entities.map(({ kind }) => kind))].join(' '),
      entities
        .flatMap(({ kind, ref }) => (kind === 'country' && ref !== undefined ? [ref] : []))
        .join(' '),
      strongest.outcome ?? '',
      strongest.hedged,
      strongest.polarity,
      strongest.period?.from ?? '',
      strongest.period?.to ?? '',
      Math.round(strongest.confidence * 1000) / 1000,
      distinct(links, ({ documents }) => documents).length,
      distinct(links, ({ origins }) => origins).length,
      strongest.review,
      strictestMarking(
        view,
        distinct(links, ({ documents }) => documents),
      ) ?? '',
    ],
  )
  return [columns, ...rows]
}

/** One row an indicator, with whom the reports link it to. */
export function indicatorTable({ view }: ExportMaterial): Table {
  const columns = [
    'value',
    'defanged',
    'type',
    'linked_to',
    'documents',
    'mentions',
    'tlp',
    'sha256',
  ]
  const rows = [...view.entities.values()]
    .filter(({ kind }) => kind === 'indicator')
    .map(({ id, name, subtype, reports, mentionCount }) => [
      name,
      defanged(name, subtype),
      subtype ?? '',
      ownersOf(view, id).join('; '),
      reports.length,
      mentionCount,
      strictestMarking(view, reports) ?? '',
      reports.join(' '),
    ])
  return [columns, ...rows]
}

/** Who is said to use an indicator. */
export function ownersOf(view: CaseView, indicator: EntityId): readonly string[] {
  const owners = (view.linksOf.get(indicator) ?? []).flatMap((id) => {
    const link = view.links.get(id)
    if (!link || link.polarity === 'denied' || link.review === 'rejected') return []
    const other = link.source === indicator ? link.target : link.source
    return [nameIn(view, other)]
  })
  return [...new Set(owners)]
}

function distinct<Value>(
  links: readonly CaseLink[],
  of: (link: CaseLink) => readonly Value[],
): readonly Value[] {
  return [...new Set(links.flatMap(of))]
}
