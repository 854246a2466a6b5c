import type { CaseEntity, CaseLink, CaseReport, CaseView } from '@core/case/case-view'
import { entityId, linkId, reportId } from '@core/model/ids'
import type { EntityId, LinkId, ReportId } from '@core/model/ids'
import type { EntityKind } from '@core/model/entity'
import type { Predicate } from '@core/model/link'

export interface LinkFacts {
  readonly outcome?: CaseLink['outcome']
  readonly hedged?: boolean
  readonly denied?: boolean
  readonly origins?: number
  readonly cell?: string
  readonly review?: CaseLink['review']
  readonly period?: CaseLink['period']
}

export type LinkRow = readonly [string, Predicate, string, LinkFacts?]
export interface EntityFacts {
  readonly name?: string
  readonly origin?: string
  readonly unnamed?: true
}

/** A case view from rows; ids are written `kind:key`, and what is not said of an entity follows from its key. */
export function aCaseView(
  rows: readonly LinkRow[],
  facts: Readonly<Record<string, EntityFacts>> = {},
): CaseView {
  const entities = new Map<EntityId, CaseEntity>()
  const links = new Map<LinkId, CaseLink>()
  const linksOf = new Map<EntityId, LinkId[]>()
  const reports = new Map<ReportId, CaseReport>()
  for (const [from, predicate, to, fact = {}] of rows) {
    const [source, target] = [from, to].map((id) => anEntity(entities, id, facts[id] ?? {}))
    const link = aLink(source!, predicate, target!, fact)
    links.set(link.id, link)
    for (const id of link.documents) reports.set(id, aReport(id))
    for (const end of [source!, target!]) linksOf.set(end, [...(linksOf.get(end) ?? []), link.id])
  }
  return {
    reports,
    entities,
    links,
    linksOf,
    notes: new Map(),
    apart: new Set(),
    conflicts: [],
    bin: [],
    purged: [],
    counts: { reports: reports.size, links: links.size, unreviewed: links.size, rejected: 0 },
  }
}

function anEntity(
  entities: Map<EntityId, CaseEntity>,
  id: string,
  { name, origin, unnamed }: EntityFacts,
): EntityId {
  const colon = id.indexOf(':')
  // Rows are written by hand, with kinds that exist.
  const kind = id.slice(0, colon) as EntityKind
  const key = id.slice(colon + 1)
  const made = entityId(kind, key)
  entities.set(made, {
    id: made,
    kind,
    name: name ?? key,
    aliases: [],
    names: [],
    reports: [],
    mentionCount: 1,
    ...(kind === 'country' ? { ref: key } : {}),
    ...(origin === undefined ? {} : { origin }),
    ...(unnamed === undefined ? {} : { unnamed }),
  })
  return made
}

function aLink(
  source: EntityId,
  predicate: Predicate,
  target: EntityId,
  fact: LinkFacts,
): CaseLink {
  const polarity = fact.denied ? 'denied' : 'asserted'
  const origins = fact.origins ?? 1
  return {
    id: linkId(source, predicate, target, polarity),
    source,
    predicate,
    target,
    polarity,
    hedged: fact.hedged ?? false,
    confidence: 0.8,
    review: fact.review ?? 'unreviewed',
    evidence: [],
    documents: Array.from({ length: origins + 1 }, (_, n) =>
      reportId((n + 1).toString(16).padStart(64, '0')),
    ),
    origins: Array.from({ length: origins }, (_, n) => `vendor:${n + 1}`),
    ...(predicate === 'targets' ? { outcome: fact.outcome ?? 'targeted' } : {}),
    ...(fact.cell === undefined ? {} : { cell: fact.cell }),
    ...(fact.period === undefined ? {} : { period: fact.period }),
  }
}

function aReport(id: ReportId): CaseReport {
  return {
    id,
    title: `Report ${id.slice(-2)}`,
    language: 'en',
    fileName: `${id.slice(-2)}.txt`,
    format: 'text',
    byteLength: 1000,
    pageCount: 0,
    importedAt: '2025-01-01T00:00:00Z',
    reliability: 'F',
    published: '2024-06-24',
    linkCount: 1,
    entityCount: 2,
  }
}
