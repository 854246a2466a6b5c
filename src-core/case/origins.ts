import type { EntityId } from '../model/ids'
import type { Evidence } from '../model/link'
import type { Reading } from '../model/reading'
import type { Report } from '../model/report'
import { entityId, entityKindOf } from '../model/ids'

/**
 * Whose word a piece of evidence is: the vendor or official that the report quotes for it, else the one whom the report
 * mainly restates, else the report's publisher, else the report itself. A publisher gets the id that the same house has as
 * a vendor, so that "Microsoft says" in an article and Microsoft's own report are one origin. `group`: the origin of the reports that say the
 * same in the same words.
 */
export function originOf(
  evidence: Evidence,
  report: Report,
  restated?: EntityId,
  group?: string,
): string {
  if (group !== undefined && evidence.saidBy === undefined) return group
  const speaker = evidence.saidBy ?? restated
  return speaker === undefined ? ownOrigin(report) : houseOf(speaker)
}

/** Whose word a report as a whole is: the house's that it mainly restates, its publisher's, or its own. */
export function ownOrigin(report: Report, restated?: EntityId): string {
  if (restated !== undefined) return houseOf(restated)
  if (report.publisher === undefined) return `report:${report.id}`
  const key = slug(report.publisher)
  return key === '' ? `report:${report.id}` : entityId('vendor', key)
}

/**
 * The house whose findings a report mainly restates: the one that its `reported-by` links and quotations name most often;
 * undefined where it names none. An article on one vendor's report is that vendor's word, also in the sentences that do
 * not repeat its name.
 */
export function restatedBy(reading: Reading): EntityId | undefined {
  const votes = new Map<EntityId, number>()
  const vote = (house: EntityId): unknown => votes.set(house, (votes.get(house) ?? 0) + 1)
  for (const { predicate, polarity, target, evidence } of reading.links) {
    if (polarity !== 'asserted') continue
    if (predicate === 'reported-by') evidence.forEach(() => vote(target))
    for (const { saidBy } of evidence) if (saidBy !== undefined) vote(saidBy)
  }
  return [...votes].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
}

function houseOf(speaker: EntityId): EntityId {
  if (entityKindOf(speaker) !== 'organization') return speaker
  return entityId('vendor', speaker.slice('organization:'.length))
}

/** Words that name a department rather than a house. */
const departments =
  /\b(?:threat|intelligence|research|security response|labs?|team|blog|newsroom|inc|ltd|llc|corp(?:oration)?|gmbh)\b/g

function slug(publisher: string): string {
  const plain = publisher.normalize('NFKC').toLowerCase()
  const house = dashed(plain.replace(departments, ' '))
  return house === '' ? dashed(plain) : house
}

function dashed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}
