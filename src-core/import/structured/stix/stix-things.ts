import type { EntityKind } from '../../../model/entity'
import type { NewThing } from '../structure-builder'
import type { StixObject } from './stix-objects'

/** What an object of a bundle is among our kinds; undefined for what is none (markings, mitigations, analyses). */
export function thingOf(object: StixObject): NewThing | undefined {
  const { type, name = '', aliases, x_mitre_aliases: more } = object
  const kind = kinds[type]
  const others = [...aliases, ...more].filter((alias) => alias !== name)
  if (kind === undefined) return type === 'location' ? placeOf(object) : identityOf(object)
  const ref = referenceOf(object)
  return { kind, name: name === '' ? (ref ?? '') : name, aliases: others, ...(ref && { ref }) }
}

const kinds: Readonly<Record<string, EntityKind>> = {
  'intrusion-set': 'actor',
  'threat-actor': 'actor',
  campaign: 'campaign',
  malware: 'malware',
  tool: 'tool',
  'attack-pattern': 'technique',
  vulnerability: 'vulnerability',
}

/** Bodies and people; a class of them is a sector where it is called one. */
function identityOf({
  type,
  name = '',
  identity_class: identityClass,
}: StixObject): NewThing | undefined {
  if (type !== 'identity' || name === '') return undefined
  if (identityClass === 'class') return { kind: 'sector', name: name.replace(/\s+sectors?$/i, '') }
  return { kind: 'organization', name }
}

function placeOf({ name, country, region }: StixObject): NewThing | undefined {
  if (country !== undefined && /^[A-Za-z]{2}$/.test(country))
    return { kind: 'country', name: name ?? country.toUpperCase(), ref: country.toUpperCase() }
  const stated = name ?? region?.replaceAll('-', ' ')
  return stated === undefined ? undefined : { kind: 'place', name: stated }
}

/** ATT&CK's id, or the CVE's, wherever the object gives it. */
export function referenceOf({
  type,
  name = '',
  external_references: references,
}: StixObject): string | undefined {
  const ids = references.flatMap(({ external_id: id }) => id ?? [])
  if (type === 'vulnerability')
    return [name, ...ids].find((id) => /^CVE-\d{4}-\d{4,7}$/i.test(id))?.toUpperCase()
  return ids.find((id) => /^(?:[GSC]\d{4}|T\d{4}(?:\.\d{3})?)$/.test(id))
}
