import type { EntityKind } from '../../model/entity'
import type { EntityId, LinkId, ReportId } from '../../model/ids'
import { entityKindOf } from '../../model/ids'
import { uuid5 } from '../uuid5'

/** Drawn once, for Gnomon alone. STIX keeps the namespace of its observables for those (section 2.9). */
const ownNamespace = '6f1c7a52-5d0e-5b39-9a86-2f4be0c1d973'
const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7'

export const extensionId = `extension-definition--${uuid5(ownNamespace, 'extension 1')}`
export const producerId = `identity--${uuid5(ownNamespace, 'producer')}`

/** What each kind is in STIX. Groups are intrusion sets, as in ATT&CK, MISP and OpenCTI. */
export const stixTypes = {
  actor: 'intrusion-set',
  campaign: 'campaign',
  country: 'location',
  region: 'location',
  place: 'location',
  sector: 'identity',
  organization: 'identity',
  malware: 'malware',
  tool: 'tool',
  vulnerability: 'vulnerability',
  product: 'software',
  technique: 'attack-pattern',
  indicator: 'indicator',
  vendor: 'identity',
} as const satisfies Record<EntityKind, string>
export type EntityStixType = (typeof stixTypes)[EntityKind]

/** By natural id: the same group is the same object in every case of every analyst. */
export function stixIdOf(id: EntityId, name: string): string {
  const type = stixTypes[entityKindOf(id)]
  // An observable's id is laid down: its contributing properties as canonical JSON.
  return type === 'software'
    ? `software--${uuid5(observableNamespace, JSON.stringify({ name }))}`
    : `${type}--${uuid5(ownNamespace, id)}`
}

export function stixIdOfLink(id: LinkId, type: 'relationship' | 'note'): string {
  return `${type}--${uuid5(ownNamespace, `${type} ${id}`)}`
}

export function stixIdOfReport(id: ReportId): string {
  return `report--${uuid5(ownNamespace, id)}`
}

/** Of the bundle's content: the same export has the same id. */
export function bundleIdOf(content: string): string {
  return `bundle--${uuid5(ownNamespace, content)}`
}
