import type { Decision } from '../model/decision'
import type { EntityId, LinkId, ReportId } from '../model/ids'
import type { Reading } from '../model/reading'
import type { Report } from '../model/report'
import type { CaseEntity, CaseLink, CaseReport, CaseView } from './case-view'
import { compareReports } from './compare-reports'
import type { LinkReview } from './decisions'
import { decisionState, linkReviews, presentReports } from './decisions'
import type { EntityPart } from './merge-entity'
import { mergeEntity } from './merge-entity'
import type { LinkPart } from './merge-link'
import { mergeLink } from './merge-link'
import { restatedBy } from './origins'
import { SnapshotMap } from './snapshot-map'

/** A report together with what was read in it. */
export interface ReadReportPart {
  readonly report: Report
  readonly reading: Reading
}

/**
 * The case as every view sees it. Pure: the same reports, readings and decisions give the same view in whatever order they
 * come. Reports without a decision that imports them are not in the case.
 */
export function caseView(
  readings: readonly Reading[],
  reports: readonly Report[],
  decisions: readonly Decision[],
): CaseView {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const parts = readings.flatMap((reading) => {
    const report = byId.get(reading.reportId)
    return report ? [{ report, reading }] : []
  })
  return createCaseFold().update({ parts, log: decisions })
}

export interface CaseChange {
  /** Reports read since the last update; one that is already known is replaced (a re-reading). */
  readonly parts?: readonly ReadReportPart[]
  /** The whole log, whenever it has grown. */
  readonly log?: readonly Decision[]
}

export interface CaseFold {
  /** Returns a new view; earlier ones stay as they are. Costs what changed, plus one copy of the view's maps. */
  update(change: CaseChange): CaseView
  readonly view: CaseView
}

/** The fold with its memory: an update gives exactly what folding everything from the start would give. */
export function createCaseFold(): CaseFold {
  return new IncrementalFold()
}

class IncrementalFold implements CaseFold {
  private readonly known = new Map<ReportId, ReadReportPart>()
  private readonly present = new Map<ReportId, PresentPart>()
  private readonly linkParts = new Map<LinkId, LinkPart[]>()
  private readonly entityParts = new Map<EntityId, EntityPart[]>()
  private readonly links = new SnapshotMap<LinkId, CaseLink>()
  private readonly entities = new SnapshotMap<EntityId, CaseEntity>()
  private readonly linksOf = new SnapshotMap<EntityId, readonly LinkId[]>()
  private wanted: ReadonlySet<ReportId> = new Set()
  private reviews: ReadonlyMap<LinkId, LinkReview> = new Map()
  private unreviewed = 0
  private rejected = 0
  view: CaseView = emptyView

  update({ parts = [], log }: CaseChange): CaseView {
    const staleLinks = new Set<LinkId>()
    const staleEntities = new Set<EntityId>()
    const leave = (part: ReadReportPart) => this.leave(part, staleLinks, staleEntities)
    const enter = (part: ReadReportPart) => this.enter(part, staleLinks, staleEntities)

    if (log) this.takeLog(log, staleLinks)
    for (const part of parts) {
      const before = this.present.get(part.report.id)
      if (before) leave(before)
      this.known.set(part.report.id, part)
    }
    for (const part of [...this.present.values()]) if (!this.wanted.has(part.report.id)) leave(part)
    for (const id of this.wanted) {
      const part = this.known.get(id)
      if (part && !this.present.has(id)) enter(part)
    }
    for (const id of staleEntities) this.refreshEntity(id)
    const ends = new EndChanges()
    for (const id of staleLinks) this.refreshLink(id, ends)
    for (const [end, change] of ends.byEntity) this.refreshEnd(end, change)
    this.view = this.snapshot()
    return this.view
  }

  private takeLog(log: readonly Decision[], staleLinks: Set<LinkId>): void {
    const { effective } = decisionState(log)
    this.wanted = presentReports(effective)
    const reviews = linkReviews(effective)
    for (const [id, review] of reviews)
      if (this.reviews.get(id)?.decision !== review.decision) staleLinks.add(id)
    for (const id of this.reviews.keys()) if (!reviews.has(id)) staleLinks.add(id)
    this.reviews = reviews
  }

  private enter(part: ReadReportPart, links: Set<LinkId>, entities: Set<EntityId>): void {
    const { report, reading } = part
    const { links: read, entities: seen } = reading
    const shown = { ...report, linkCount: read.length, entityCount: seen.length }
    this.present.set(report.id, { ...part, shown })
    const restated = restatedBy(reading)
    const source = restated === undefined ? { report } : { report, restated }
    for (const link of reading.links) {
      insert(this.linkParts, link.id, { ...source, link })
      links.add(link.id)
    }
    for (const entity of reading.entities) {
      insert(this.entityParts, entity.id, { report, entity })
      entities.add(entity.id)
    }
  }

  private leave(part: ReadReportPart, links: Set<LinkId>, entities: Set<EntityId>): void {
    const { report, reading } = part
    this.present.delete(report.id)
    for (const link of reading.links) {
      withdraw(this.linkParts, link.id, report.id)
      links.add(link.id)
    }
    for (const entity of reading.entities) {
      withdraw(this.entityParts, entity.id, report.id)
      entities.add(entity.id)
    }
  }

  private refreshEntity(id: EntityId): void {
    const [first, ...rest] = this.entityParts.get(id) ?? []
    if (first) this.entities.set(id, mergeEntity([first, ...rest]))
    else this.entities.delete(id)
  }

  private refreshLink(id: LinkId, ends: EndChanges): void {
    const before = this.links.get(id)
    const [first, ...rest] = this.linkParts.get(id) ?? []
    const after = first ? mergeLink([first, ...rest], this.reviews.get(id)) : undefined
    this.count(before, -1)
    this.count(after, 1)
    if (after) this.links.set(id, after)
    else this.links.delete(id)
    if (after && !before) ends.note(after, 'added')
    if (before && !after) ends.note(before, 'removed')
  }

  private refreshEnd(end: EntityId, { added, removed }: EndChange): void {
    const kept = (this.linksOf.get(end) ?? []).filter((link) => !removed.has(link))
    const links = [...kept, ...added].sort()
    if (links.length > 0) this.linksOf.set(end, links)
    else this.linksOf.delete(end)
  }

  private count(link: CaseLink | undefined, step: 1 | -1): void {
    if (link?.review === 'unreviewed') this.unreviewed += step
    if (link?.review === 'rejected') this.rejected += step
  }

  private snapshot(): CaseView {
    const links = this.links.snapshot()
    const reports = new Map(
      [...this.present.values()]
        .map(({ shown }) => shown)
        .sort(compareReports)
        .map((report) => [report.id, report]),
    )
    return {
      reports,
      entities: this.entities.snapshot(),
      links,
      linksOf: this.linksOf.snapshot(),
      counts: {
        reports: reports.size,
        links: links.size - this.rejected,
        unreviewed: this.unreviewed,
        rejected: this.rejected,
      },
    }
  }
}

interface PresentPart extends ReadReportPart {
  readonly shown: CaseReport
}

interface EndChange {
  readonly added: Set<LinkId>
  readonly removed: Set<LinkId>
}

/** Links that an entity gained or lost: gathered first, because some entities gain thousands at once. */
class EndChanges {
  readonly byEntity = new Map<EntityId, EndChange>()

  note({ id, source, target }: CaseLink, what: keyof EndChange): void {
    for (const end of [source, target]) {
      const change = this.byEntity.get(end) ?? { added: new Set(), removed: new Set() }
      change[what].add(id)
      this.byEntity.set(end, change)
    }
  }
}

const emptyView: CaseView = {
  reports: new Map(),
  entities: new Map(),
  links: new Map(),
  linksOf: new Map(),
  counts: { reports: 0, links: 0, unreviewed: 0, rejected: 0 },
}

/** Keeps the parts of one thing in the case's report order. */
function insert<Key, Part extends { readonly report: Report }>(
  all: Map<Key, Part[]>,
  key: Key,
  part: Part,
): void {
  const parts = all.get(key) ?? []
  const place = parts.findIndex((other) => compareReports(part.report, other.report) < 0)
  parts.splice(place < 0 ? parts.length : place, 0, part)
  all.set(key, parts)
}

function withdraw<Key, Part extends { readonly report: Report }>(
  all: Map<Key, Part[]>,
  key: Key,
  report: ReportId,
): void {
  const parts = (all.get(key) ?? []).filter((part) => part.report.id !== report)
  if (parts.length > 0) all.set(key, parts)
  else all.delete(key)
}
