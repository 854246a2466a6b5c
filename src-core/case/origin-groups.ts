import { sharedWording } from '../import/fingerprint'
import type { ReportId } from '../model/ids'
import type { Report } from '../model/report'

/** Above this share of the shorter text's wording, one restates the other. Independent reports on one affair share a few per cent. */
export const restatingShare = 0.3

interface Member {
  readonly report: Report
  /** Whose word the report is by itself. */
  readonly origin: string
}

/**
 * Reports that restate each other, by their wording: copies, syndicated articles, write-ups that quote half of a vendor's report. Each group
 * is one origin, that of its earliest report. The same reports give the same groups in whatever order they come. A person's word on a
 * report (`restates`) stands above its wording.
 */
export class OriginGroups {
  readonly #members = new Map<ReportId, Member>()
  readonly #near = new Map<ReportId, Set<ReportId>>()
  readonly #postings = new Map<number, Set<ReportId>>()
  readonly #leads = new Map<ReportId, ReportId>()
  readonly #restaters = new Map<ReportId, Set<ReportId>>()
  readonly #dirty = new Set<ReportId>()

  add(report: Report, origin: string): void {
    const { id, fingerprint = [], restates } = report
    this.#members.set(id, { report, origin })
    this.#dirty.add(id)
    if (restates === undefined) {
      for (const other of this.#alike(report)) this.#join(id, other)
      for (const hash of fingerprint) {
        const posting = this.#postings.get(hash)
        if (posting) posting.add(id)
        else this.#postings.set(hash, new Set([id]))
      }
    } else if (restates !== null) {
      const waiting = this.#restaters.get(restates) ?? new Set()
      this.#restaters.set(restates, waiting.add(id))
      if (this.#members.has(restates)) this.#join(id, restates)
    }
    for (const other of this.#restaters.get(id) ?? []) this.#join(id, other)
  }

  remove(id: ReportId): void {
    const { report } = this.#members.get(id) ?? {}
    for (const hash of report?.fingerprint ?? []) this.#postings.get(hash)?.delete(id)
    if (report?.restates) this.#restaters.get(report.restates)?.delete(id)
    for (const other of this.#near.get(id) ?? []) {
      this.#near.get(other)?.delete(id)
      this.#dirty.add(other)
    }
    this.#near.delete(id)
    this.#members.delete(id)
    this.#leads.delete(id)
    this.#dirty.delete(id)
  }

  /** Reports whose origin has changed since this was asked last. */
  settle(): ReadonlySet<ReportId> {
    const changed = new Set<ReportId>()
    const seen = new Set<ReportId>()
    for (const start of this.#dirty) {
      if (seen.has(start)) continue
      const group = this.#groupAround(start)
      const lead = group.length > 1 ? earliest(group) : undefined
      for (const { report } of group) {
        seen.add(report.id)
        if (this.#leads.get(report.id) === lead) continue
        changed.add(report.id)
        if (lead === undefined) this.#leads.delete(report.id)
        else this.#leads.set(report.id, lead)
      }
    }
    this.#dirty.clear()
    return changed
  }

  /** The origin of the group that a report belongs to; undefined where it stands alone. */
  originOf(id: ReportId): string | undefined {
    const lead = this.#leads.get(id)
    return lead === undefined ? undefined : this.#members.get(lead)?.origin
  }

  /** Every report that belongs to a group, with the one that leads it; the leads, too. */
  get leads(): ReadonlyMap<ReportId, ReportId> {
    return this.#leads
  }

  #alike({ id, fingerprint = [] }: Report): ReportId[] {
    const shared = new Map<ReportId, number>()
    for (const hash of fingerprint)
      for (const other of this.#postings.get(hash) ?? [])
        shared.set(other, (shared.get(other) ?? 0) + 1)
    return [...shared].flatMap(([other, count]) => {
      const sketch = this.#members.get(other)?.report.fingerprint
      const isAlike = other !== id && sketch && count >= 4
      return isAlike && sharedWording(fingerprint, sketch) >= restatingShare ? [other] : []
    })
  }

  #join(a: ReportId, b: ReportId): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      this.#dirty.add(one)
      const near = this.#near.get(one)
      if (near) near.add(other)
      else this.#near.set(one, new Set([other]))
    }
  }

  #groupAround(start: ReportId): Member[] {
    const found = new Map<ReportId, Member>()
    const open = [start]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const member = this.#members.get(id)
      if (!member || found.has(id)) continue
      found.set(id, member)
      for (const other of this.#near.get(id) ?? []) open.push(other)
    }
    return [...found.values()]
  }
}

/** By day of publication, the undated last; then by id. */
function earliest(group: readonly Member[]): ReportId | undefined {
  return group
    .map(({ report }) => report)
    .toSorted((a, b) => {
      const [dayA, dayB] = [a.published ?? '9999', b.published ?? '9999']
      if (dayA !== dayB) return dayA < dayB ? -1 : 1
      return a.id < b.id ? -1 : 1
    })[0]?.id
}
