import type { CaseEntity, CaseView } from '../../case/case-view'
import type { EntityId } from '../../model/ids'
import { entityKindOf } from '../../model/ids'
import type { ExternalReference, StixObject } from './stix-object'
import { extensionOf } from './gnomon-extension'
import { indicatorPattern } from './indicator-pattern'
import type { Stamp } from './stamp'
import { stixIdOf, stixTypes } from './stix-ids'

/**
 * One entity as a STIX object of its type, with all that we know of it in the extension. Products of one name are one observable by the
 * standard's own rule for ids: the further ones stand in the extension of the first.
 */
export function entityObject(
  entity: CaseEntity,
  namesakes: readonly CaseEntity[],
  view: CaseView,
  stamp: Stamp,
): StixObject {
  const type = stixTypes[entity.kind]
  const id = stixIdOf(entity.id, entity.name)
  const extensions = extensionOf({ ...entity, namesakes })
  // An observable has neither versions nor a creator.
  if (type === 'software')
    return {
      type,
      spec_version: '2.1',
      id,
      name: entity.name,
      ...stamp.marking(entity.reports),
      extensions,
    }
  return {
    type,
    spec_version: '2.1',
    id,
    ...stamp.version(entity.reports),
    ...ownProperties(entity, view, stamp),
    ...stamp.marking(entity.reports),
    extensions,
  }
}

/** The end of a link that no report names: it stands there for the reference alone, without data of ours. */
export function bareObject(id: EntityId, name: string, view: CaseView, stamp: Stamp): StixObject {
  const kind = entityKindOf(id)
  const bare = { id, kind, name, aliases: [], names: [], reports: [], mentionCount: 0 }
  const own = ([key]: [string, unknown]) => key !== 'extensions'
  const object = entityObject(bare, [], view, stamp)
  const { type, spec_version } = object
  return {
    ...Object.fromEntries(Object.entries(object).filter(own)),
    type,
    spec_version,
    id: object.id,
  }
}

function ownProperties(
  entity: CaseEntity,
  view: CaseView,
  stamp: Stamp,
): Readonly<Record<string, unknown>> {
  const { name, aliases, ref } = entity
  const named = { name, ...(aliases.length > 0 ? { aliases } : {}) }
  switch (entity.kind) {
    case 'actor':
    case 'campaign':
    case 'tool':
      return { ...named, ...attackReference(ref) }
    case 'malware':
      return { ...named, is_family: true, ...attackReference(ref) }
    case 'technique':
      return { name, ...attackReference(ref) }
    case 'vulnerability':
      return { name, ...cveReference(ref ?? name) }
    case 'country':
      return { name, country: ref ?? entity.id.slice('country:'.length) }
    case 'region':
      return { name, region: entity.id.slice('region:'.length) }
    case 'place':
      return { name, city: name, ...placeCountry(entity.id) }
    case 'sector':
      return { name, identity_class: 'class', sectors: [entity.id.slice('sector:'.length)] }
    case 'organization':
    case 'vendor':
      return { name, identity_class: 'organization', ...seatOf(entity, view) }
    case 'indicator':
      return {
        name,
        pattern: indicatorPattern(entity.subtype, name),
        pattern_type: 'stix',
        valid_from: stamp.since(entity.reports),
      }
    case 'product':
      return { name }
  }
}

function attackReference(ref: string | undefined): {
  readonly external_references?: readonly ExternalReference[]
} {
  if (ref === undefined || !/^(?:[GSC]\d{4}|T\d{4}(?:\.\d{3})?)$/.test(ref)) return {}
  return { external_references: [{ source_name: 'mitre-attack', external_id: ref }] }
}

function cveReference(ref: string): {
  readonly external_references?: readonly ExternalReference[]
} {
  // The schema wants four digits without a leading zero, or a zero and three.
  if (!/^CVE-\d{4}-(?:0\d{3}|[1-9]\d{3,})$/.test(ref)) return {}
  return { external_references: [{ source_name: 'cve', external_id: ref }] }
}

/** A location must have a country, a region or coordinates. */
function placeCountry(id: string): { readonly country?: string; readonly region?: string } {
  const code = /^place:([A-Z]{2})\//.exec(id)?.[1]
  return code === undefined ? { region: 'unknown' } : { country: code }
}

function seatOf(entity: CaseEntity, view: CaseView): { readonly description?: string } {
  const seats = (view.linksOf.get(entity.id) ?? []).flatMap((id) => {
    const link = view.links.get(id)
    const isSeat = link?.predicate === 'based-in' && link.source === entity.id
    return isSeat && link.polarity === 'asserted'
      ? [view.entities.get(link.target)?.name ?? '']
      : []
  })
  const known = seats.filter((seat) => seat !== '')
  return known.length === 0 ? {} : { description: `Based in ${known.join(', ')}.` }
}
