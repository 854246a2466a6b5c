import type { EntityId } from '../model/ids'
import type { Evidence } from '../model/link'
import type { Report } from '../model/report'
import { entityId, entityKindOf } from '../model/ids'

/**
 * Whose word a piece of evidence is: the vendor or official that the report quotes, else the report's publisher, else the
 * report itself. A publisher gets the id that the same house has as a vendor, so that "Microsoft says" in an article and
 * Microsoft's own report are one origin.
 */
export function originOf(evidence: Evidence, report: Report): string {
  if (evidence.saidBy !== undefined) return houseOf(evidence.saidBy)
  if (report.publisher === undefined) return `report:${report.id}`
  const key = slug(report.publisher)
  return key === '' ? `report:${report.id}` : entityId('vendor', key)
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
