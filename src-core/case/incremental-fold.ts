import type { EntityId, LinkId, ReportId } from '../model/ids'
import type { Link } from '../model/link'
import type { NameMove } from '../model/decision'
import { amendPart } from './amend-part'
import type { CaseEntity, CaseLink, CaseReport, CaseView, LoneEntity } from './case-view'
import { compareReports } from './compare-reports'
import type { CaseChange, CaseFold, ReadReportPart } from './fold-case'
import type { EntityPart } from './merge-entity'
import { mergeEntity } from './merge-entity'
import type { LinkPart } from './merge-link'
import { mergeLink } from './merge-link'
import { OriginGroups } from './origin-groups'
import { ownOrigin, restatedBy } from './origins'
import { LinkPlaces, placementOf } from './place-links'
import { insertByReport } from './report-list'
import { SnapshotMap } from './snapshot-map'
import type { Standing } from './standing'
import { standingOf } from './standing'
import { standingChanges } from './standing-changes'
import { withDecisions } from './with-decisions'

interface PresentPart extends ReadReportPart {
  readonly shown: CaseReport
}

/** What must be made again at the end of an update. */
class Stale {
  readonly links = new Set<LinkId>()
  readonly entities = new Set<EntityId>()
}

/** `createCaseFold` says what it is for. */
export class IncrementalFold implements CaseFold {
  private readonly known = new Map<ReportId, ReadReportPart>()
  private readonly present = new Map<ReportId, PresentPart>()
  private readonly linkParts = new Map<LinkId, LinkPart[]>()
  private readonly entityParts = new Map<EntityId, EntityPart[]>()
  private readonly places = new LinkPlaces()
  private readonly links = new SnapshotMap<LinkId, CaseLink>()
  private readonly entities = new SnapshotMap<EntityId, CaseEntity>()
  private readonly linksOf = new SnapshotMap<EntityId, readonly LinkId[]>()
  private readonly groups = new OriginGroups()
  private readonly restated = new Map<ReportId, EntityId | undefined>()
  private readonly reports: { readonly report: CaseReport }[] = []
  private standing: Standing = standingOf([])
  private unreviewed = 0
  private rejected = 0
  view: CaseView = this.snapshot()

  update({ parts = [], log }: CaseChange): CaseView {
    const stale = new Stale()
    const again = new Set(parts.map(({ report }) => report.id))
    if (log) this.takeLog(standingOf(log), stale, again)
    for (const id of again) {
      const before = this.present.get(id)
      if (before) {
        this.leave(before, stale)
        this.groups.remove(id)
      }
    }
    for (const part of parts) this.known.set(part.report.id, part)
    for (const { report } of this.standing.purged) this.known.delete(report)
    this.leaveAbsent(stale)
    for (const part of this.regrouped(this.arriving(), stale)) this.enter(part, stale)
    for (const id of stale.entities) this.refreshEntity(id)
    const ends = new EndChanges()
    // Sorted once here: the lists that grow from it, of all links and of each entity's, need no sorting of their own.
    for (const id of [...stale.links].sort()) this.refreshLink(id, ends)
    for (const [end, change] of ends.byEntity) this.refreshEnd(end, change)
    this.view = this.snapshot()
    return this.view
  }

  /** What arrives, and with it what was here already and counts as another's word now, or as its own again. */
  private regrouped(arriving: readonly ReadReportPart[], stale: Stale): readonly ReadReportPart[] {
    for (const { report, reading } of arriving) {
      const restated = restatedBy(reading)
      this.restated.set(report.id, restated)
      this.groups.add(report, ownOrigin(report, restated))
    }
    const here = [...this.groups.settle()].flatMap((id) => this.present.get(id) ?? [])
    for (const part of here) this.leave(part, stale)
    return here.length === 0 ? arriving : this.arriving()
  }

  private takeLog(next: Standing, stale: Stale, again: Set<ReportId>): void {
    const before = this.standing
    const { links, moved, renamed, losingNames, amended } = standingChanges(before, next)
    this.standing = next
    for (const id of amended) again.add(id)
    if (losingNames.size > 0)
      for (const { entity, to } of [...before.nameMoves, ...next.nameMoves])
        for (const end of [entity, to])
          for (const { report } of this.entityParts.get(end) ?? []) again.add(report.id)
    for (const id of [...moved, ...renamed])
      for (const { identity } of [before, next]) stale.entities.add(id).add(identity.canonical(id))
    for (const id of links) this.replace(id, stale)
    if (moved.size === 0) return
    for (const [id, [part]] of this.linkParts)
      if (part && (moved.has(part.link.source) || moved.has(part.link.target)))
        this.replace(id, stale)
    for (const [id, { value }] of next.edits)
      if (value.source !== undefined || value.target !== undefined) this.replace(id, stale)
  }

  /** Finds the place of a link as read again; what it leaves and where it goes is stale. */
  private replace(read: LinkId, stale: Stale): void {
    this.touch(read, stale)
    const link = this.linkParts.get(read)?.[0]?.link
    this.places.set(read, link && placementOf(link, this.standing))
    this.touch(read, stale)
  }

  private touch(read: LinkId, stale: Stale): void {
    const place = this.places.get(read)
    if (place?.type === 'claim') stale.entities.add(place.entity)
    else stale.links.add(place?.ends.id ?? read)
  }

  private leaveAbsent(stale: Stale): void {
    const { present } = this.standing
    let staying = 0
    for (const id of present) if (this.present.has(id)) staying += 1
    if (staying === this.present.size) return
    for (const part of [...this.present.values()])
      if (!present.has(part.report.id)) {
        this.leave(part, stale)
        this.groups.remove(part.report.id)
      }
  }

  /** In the order of reports: then each finds its place at the end of its lists. */
  private arriving(): readonly ReadReportPart[] {
    const { present, amendments } = this.standing
    const parts: ReadReportPart[] = []
    for (const id of present) {
      const part = this.present.has(id) ? undefined : this.known.get(id)
      if (part) parts.push(amendPart(part, amendments.get(id), this.movesFor(part)))
    }
    return parts.sort((a, b) => compareReports(a.report, b.report))
  }

  private movesFor({ reading }: ReadReportPart): readonly NameMove[] {
    if (this.standing.nameMoves.length === 0) return []
    const named = new Set(reading.entities.map(({ id }) => id))
    return this.standing.nameMoves.filter(({ entity, to }) => named.has(entity) && named.add(to))
  }

  private enter(part: ReadReportPart, stale: Stale): void {
    const { report, reading } = part
    const { links: read, entities: seen } = reading
    const shown = { ...report, linkCount: read.length, entityCount: seen.length }
    this.present.set(report.id, { ...part, shown })
    insertByReport(this.reports, { report: shown })
    const restated = this.restated.get(report.id)
    const group = this.groups.originOf(report.id)
    const source = {
      report,
      ...(restated === undefined ? {} : { restated }),
      ...(group === undefined ? {} : { group }),
    }
    for (const link of read) {
      const parts = this.linkParts.get(link.id)
      const own = { ...source, link }
      if (parts) insertByReport(parts, own)
      else this.firstSeen(link, own)
      this.touch(link.id, stale)
    }
    for (const entity of seen) {
      const parts = this.entityParts.get(entity.id)
      if (parts) insertByReport(parts, { report, entity })
      else this.entityParts.set(entity.id, [{ report, entity }])
      stale.entities.add(this.standing.identity.canonical(entity.id))
    }
  }

  private firstSeen(link: Link, part: LinkPart): void {
    this.linkParts.set(link.id, [part])
    const { identity, edits } = this.standing
    if (identity.moved.size + edits.size > 0)
      this.places.set(link.id, placementOf(link, this.standing))
  }

  private leave(part: ReadReportPart, stale: Stale): void {
    const { report, reading } = part
    const { id } = report
    this.present.delete(id)
    this.reports.splice(
      this.reports.findIndex((other) => other.report.id === id),
      1,
    )
    for (const link of reading.links) {
      this.touch(link.id, stale)
      withdraw(this.linkParts, link.id, id)
      if (!this.linkParts.has(link.id)) this.places.set(link.id, undefined)
    }
    for (const entity of reading.entities) {
      withdraw(this.entityParts, entity.id, id)
      stale.entities.add(entity.id).add(this.standing.identity.canonical(entity.id))
    }
  }

  private refreshEntity(id: EntityId): void {
    const { identity, names } = this.standing
    const members = identity.moved.has(id) ? [] : identity.members(id)
    const parts = this.gather(members, this.entityParts)
    if (!isFilled(parts)) {
      this.entities.delete(id)
      return
    }
    const entity = mergeEntity(parts, id)
    const named = renamed(entity, names.get(id))
    if (members.length === 1) {
      this.entities.set(id, named)
      return
    }
    const alone = members.flatMap((member) => {
      const own = this.entityParts.get(member) ?? noParts
      return isFilled(own) ? [renamed(mergeEntity(own), names.get(member))] : []
    })
    const claims = this.places.claimsOn(id).flatMap((claim) => {
      const own = this.linkParts.get(claim) ?? noParts
      return isFilled(own) ? [withDecisions(mergeLink(own), [claim], this.standing)] : []
    })
    const merged = { members: alone, merges: identity.merges(id), claims }
    this.entities.set(id, { ...named, merged })
  }

  private refreshLink(id: LinkId, ends: EndChanges): void {
    const before = this.links.get(id)
    const after = this.linkOf(id)
    this.count(before, -1)
    this.count(after, 1)
    if (after) this.links.set(id, after)
    else this.links.delete(id)
    if (after && !before) ends.note(after, 'added')
    if (before && !after) ends.note(before, 'removed')
  }

  private linkOf(id: LinkId): CaseLink | undefined {
    const behind = this.places.behind(id)
    const parts = this.gather(behind, this.linkParts)
    if (!isFilled(parts)) return undefined
    const present = behind.filter((read) => this.linkParts.has(read))
    const place = this.places.get(parts[0].link.id)
    const ends = place?.type === 'link' ? place.ends : parts[0].link
    return withDecisions(mergeLink(parts, ends), present, this.standing)
  }

  private gather<Key, Part extends LinkPart | EntityPart>(
    keys: readonly Key[],
    from: ReadonlyMap<Key, readonly Part[]>,
  ): readonly Part[] {
    const [only] = keys
    if (only === undefined) return []
    if (keys.length === 1) return from.get(only) ?? noParts
    return keys
      .flatMap((key) => from.get(key) ?? [])
      .sort((a, b) => compareReports(a.report, b.report))
  }

  private refreshEnd(end: EntityId, { added, removed }: EndChange): void {
    const before = this.linksOf.get(end) ?? []
    const gone = new Set(removed)
    const kept = gone.size > 0 ? before.filter((link) => !gone.has(link)) : before
    const links = kept.length > 0 ? [...kept, ...added].sort() : added.sort()
    if (links.length > 0) this.linksOf.set(end, links)
    else this.linksOf.delete(end)
  }

  private count(link: CaseLink | undefined, step: 1 | -1): void {
    if (link?.review === 'unreviewed') this.unreviewed += step
    if (link?.review === 'rejected') this.rejected += step
  }

  private snapshot(): CaseView {
    const links = this.links.snapshot()
    const { notes, apart, conflicts, bin, purged } = this.standing
    const reports = new Map<ReportId, CaseReport>()
    for (const { report } of this.reports) reports.set(report.id, report)
    return {
      reports,
      entities: this.entities.snapshot(),
      links,
      linksOf: this.linksOf.snapshot(),
      restating: new Map(this.groups.leads),
      notes,
      apart,
      conflicts,
      bin,
      purged,
      counts: {
        reports: this.reports.length,
        links: links.size - this.rejected,
        unreviewed: this.unreviewed,
        rejected: this.rejected,
      },
    }
  }
}

interface EndChange {
  readonly added: LinkId[]
  readonly removed: LinkId[]
}

/** Links that an entity gained or lost: gathered first, because some entities gain thousands at once. */
class EndChanges {
  readonly byEntity = new Map<EntityId, EndChange>()

  note({ id, source, target }: CaseLink, what: keyof EndChange): void {
    this.noteAt(source, id, what)
    if (target !== source) this.noteAt(target, id, what)
  }

  private noteAt(end: EntityId, id: LinkId, what: keyof EndChange): void {
    const change = this.byEntity.get(end)
    if (change) change[what].push(id)
    else this.byEntity.set(end, { added: [], removed: [], [what]: [id] })
  }
}

const noParts: readonly [] = []

function isFilled<Part>(parts: readonly Part[]): parts is readonly [Part, ...Part[]] {
  return parts.length > 0
}

/** The name that a person gave; the one that was read stays among the aliases. */
function renamed(entity: LoneEntity, name: ReturnType<Standing['names']['get']>): LoneEntity {
  if (!name) return entity
  const aliases = new Set([...entity.aliases, entity.name])
  aliases.delete(name.value)
  const renamedBy = { author: name.author, decision: name.decision }
  return { ...entity, name: name.value, aliases: [...aliases].sort(), renamedBy }
}

function withdraw<Key, Part extends LinkPart | EntityPart>(
  all: Map<Key, Part[]>,
  key: Key,
  report: ReportId,
): void {
  const parts = (all.get(key) ?? []).filter((part) => part.report.id !== report)
  if (parts.length > 0) all.set(key, parts)
  else all.delete(key)
}
