import type { CaseEntity, CaseLink, CaseView } from '../../case/case-view'
import type { EntityId, LinkId, ReportId } from '../../model/ids'
import { tlpMarkings, type TlpMarking } from '../../model/report'
import type { BriefPlan, BriefSubject } from '../plan/brief-plan'

/** What a brief may tell, and what its ceiling keeps out. */
export interface BriefScope {
  /** The case without what is above the ceiling: no name, sentence or count in it rests on such a source. */
  readonly view: CaseView
  /** Links to tell, in the case's order. */
  readonly links: readonly CaseLink[]
  readonly droppedReports: readonly ReportId[]
  /** Links of the subject that only dropped sources state. */
  readonly droppedLinks: readonly LinkId[]
}

export function scopeOf(
  view: CaseView,
  { subject, ceiling }: Pick<BriefPlan, 'subject' | 'ceiling'>,
): BriefScope {
  const droppedReports = ceiling
    ? [...view.reports.values()].filter(({ tlp }) => isAbove(tlp, ceiling)).map(({ id }) => id)
    : []
  const kept = droppedReports.length > 0 ? without(view, new Set(droppedReports)) : view
  const links = linksAbout(kept, subject)
  const told = new Set(links.map(({ id }) => id))
  return {
    view: kept,
    links,
    droppedReports,
    droppedLinks:
      droppedReports.length > 0
        ? linksAbout(view, subject)
            .map(({ id }) => id)
            .filter((id) => !told.has(id))
        : [],
  }
}

/** An unmarked source is held to no ceiling; the linter names it. */
export function isAbove(marking: TlpMarking | undefined, ceiling: TlpMarking): boolean {
  return marking !== undefined && tlpMarkings.indexOf(marking) > tlpMarkings.indexOf(ceiling)
}

/** Links that a brief tells: what actors did and who they are; rejected ones never. */
export function linksAbout(view: CaseView, subject: BriefSubject): readonly CaseLink[] {
  const about = [...view.links.values()].filter(
    (link) =>
      link.review !== 'rejected' &&
      view.entities.get(link.source)?.kind === 'actor' &&
      (subject.actors?.includes(link.source) ?? true) &&
      isWithin(view, link, subject),
  )
  const { victims } = subject
  if (!victims || victims.length === 0) return about
  // Whoever went after the victim is told with everything but its other victims.
  const attacks = about.filter(
    ({ predicate, target, cell, source }) =>
      predicate === 'targets' &&
      (victims.includes(target) ||
        (cell !== undefined &&
          about.some(
            (other) =>
              other.cell === cell && other.source === source && victims.includes(other.target),
          ))),
  )
  const attackers = new Set(attacks.map(({ source }) => source))
  return about.filter(
    (link) =>
      attacks.includes(link) || (link.predicate !== 'targets' && attackers.has(link.source)),
  )
}

function isWithin(view: CaseView, link: CaseLink, { since, until }: BriefSubject): boolean {
  if (since === undefined && until === undefined) return true
  const published = link.documents.flatMap((id) => view.reports.get(id)?.published ?? []).toSorted()
  const start = link.period?.from ?? link.period?.to ?? published[0]
  const end = link.period?.to ?? link.period?.from ?? published.at(-1)
  // "2023" reaches to its last day: "~" sorts after every digit and dash.
  if (since !== undefined && (end === undefined || `${end}~` < since)) return false
  return until === undefined || (start !== undefined && start <= `${until}~`)
}

function without(view: CaseView, dropped: ReadonlySet<ReportId>): CaseView {
  const keeps = (id: ReportId): boolean => !dropped.has(id)
  const links = new Map<LinkId, CaseLink>()
  for (const [id, link] of view.links) {
    const evidence = link.evidence.filter(({ report }) => keeps(report))
    if (evidence.length > 0) links.set(id, narrowed(link, evidence, keeps))
  }
  const entities = new Map<EntityId, CaseEntity>()
  for (const [id, entity] of view.entities) {
    const reports = entity.reports.filter(keeps)
    if (reports.length > 0) entities.set(id, entityWithin(entity, reports, keeps))
  }
  const linksOf = new Map(
    [...view.linksOf].map(([id, all]) => [id, all.filter((link) => links.has(link))] as const),
  )
  const reports = new Map([...view.reports].filter(([id]) => keeps(id)))
  return {
    ...view,
    reports,
    entities,
    links,
    linksOf,
    counts: { ...view.counts, reports: reports.size, links: links.size },
  }
}

/** The strongest of what is left is what is told; what only a dropped source gave goes with it. */
function narrowed(
  link: CaseLink,
  evidence: CaseLink['evidence'],
  keeps: (id: ReportId) => boolean,
): CaseLink {
  if (evidence.length === link.evidence.length) return link
  const strongest = evidence.toSorted((a, b) => strength(a) - strength(b))[0]
  const period = evidence.find((item) => item.period)?.period
  const { id, source, predicate, target, polarity, review } = link
  return {
    id,
    source,
    predicate,
    target,
    polarity,
    review,
    ...(link.cell === undefined ? {} : { cell: link.cell }),
    ...(link.decidedBy ? { decidedBy: link.decidedBy } : {}),
    evidence,
    documents: link.documents.filter(keeps),
    origins: [...new Set(evidence.map(({ origin }) => origin))],
    hedged: strongest?.hedged ?? link.hedged,
    confidence: Math.min(
      link.confidence,
      Math.max(...evidence.map(({ confidence }) => confidence)),
    ),
    ...(strongest?.outcome ? { outcome: strongest.outcome } : {}),
    ...(period ? { period } : {}),
  }
}

function strength({ outcome, hedged }: CaseLink['evidence'][number]): number {
  const rank = outcome === 'compromised' ? 0 : outcome === 'targeted' ? 1 : 2
  return rank * 2 + (hedged ? 1 : 0)
}

function entityWithin(
  entity: CaseEntity,
  reports: readonly ReportId[],
  keeps: (id: ReportId) => boolean,
): CaseEntity {
  const names = entity.names
    .map(({ name, reports: users }) => ({ name, reports: users.filter(keeps) }))
    .filter(({ reports: users }) => users.length > 0)
  const worn = new Set(names.map(({ name }) => name))
  // A name that only a dropped source wears must not be told.
  const name =
    worn.has(entity.name) || names.length === 0 ? entity.name : (names[0]?.name ?? entity.name)
  return {
    ...entity,
    name,
    names,
    reports,
    aliases: entity.aliases.filter((alias) => worn.has(alias)),
  }
}
