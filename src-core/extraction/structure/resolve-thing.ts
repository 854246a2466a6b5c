import type { Knowledge, KnownName } from '../../knowledge/knowledge'
import type { Entity, EntityKind } from '../../model/entity'
import { entityId } from '../../model/ids'
import type { StructuredThing } from '../../model/source-structure'
import { entityKey } from '../recognise/entity-key'
import { slugOf } from '../recognise/known-sectors'

/** The entity that a thing of a bundle is: the one that the same name gives in prose, so that bundles and reports meet in one case. */
export function resolveThing(thing: StructuredThing, knowledge: Knowledge): Entity {
  const { kind, ref } = thing
  if (kind === 'indicator')
    return entity(thing, kind, thing.name, thing.subtype ? { subtype: thing.subtype } : {})
  if (kind === 'vulnerability' && ref !== undefined) return entity(thing, kind, ref, { ref })
  if (kind === 'technique' && ref !== undefined) {
    const known = knowledge.techniques.get(ref)
    return entity({ ...thing, name: known?.name ?? thing.name }, kind, ref, { ref })
  }
  if (kind === 'country' && ref !== undefined && knowledge.countries.has(ref))
    return country(thing, ref, knowledge)
  const known = byAttackId(thing, knowledge) ?? byName(thing, knowledge)
  return known ? fromKnown(thing, known, knowledge) : entity(thing, kind, entityKey(thing.name))
}

interface Known {
  readonly kind: EntityKind
  readonly key: string
}

/** Bundles are at odds about what is a tool and what is malware, and whether a name is a sector's or a body's. */
const alternatives: Readonly<Partial<Record<EntityKind, readonly EntityKind[]>>> = {
  malware: ['malware', 'tool'],
  tool: ['tool', 'malware'],
  organization: ['organization', 'vendor', 'sector', 'country'],
  sector: ['sector'],
  place: ['place', 'country', 'region'],
  region: ['region', 'country'],
  country: ['country', 'region'],
}

function byName({ kind, name, aliases }: StructuredThing, knowledge: Knowledge): Known | undefined {
  for (const wanted of alternatives[kind] ?? [kind])
    for (const written of [name, ...aliases]) {
      const found = preferred(knowledge.names.lookUp(written).filter((one) => one.kind === wanted))
      if (found) return found
    }
  return undefined
}

function preferred(names: readonly KnownName[]): KnownName | undefined {
  return (
    names.find(({ ambiguous, role }) => ambiguous === 'preferred' || role === 'name') ??
    names.find(({ ambiguous }) => ambiguous !== 'contested')
  )
}

function byAttackId({ kind, ref }: StructuredThing, knowledge: Knowledge): Known | undefined {
  if (ref === undefined) return undefined
  if (kind === 'actor') {
    for (const actor of knowledge.actors.values())
      if (actor.attackId === ref) return { kind: 'actor', key: actor.key }
  } else if (kind === 'malware' || kind === 'tool') {
    for (const software of knowledge.software.values())
      if (software.attackId === ref) return { kind: software.kind, key: software.key }
  } else if (kind === 'campaign' && knowledge.campaigns.has(ref))
    return { kind: 'campaign', key: ref }
  return undefined
}

function fromKnown(thing: StructuredThing, { kind, key }: Known, knowledge: Knowledge): Entity {
  if (kind === 'country') return country(thing, key, knowledge)
  if (kind === 'sector') {
    const slug = slugOf(knowledge, key)
    const label = knowledge.sectors.get(key)?.label ?? thing.name
    return entity({ ...thing, name: label }, kind, slug, { ref: slug })
  }
  if (kind === 'vulnerability' && key.startsWith('CVE-'))
    return entity(thing, kind, key, { ref: key })
  if (kind === 'technique') {
    const name = knowledge.techniques.get(key)?.name ?? thing.name
    return entity({ ...thing, name }, kind, key, { ref: key })
  }
  if (kind === 'actor') {
    const actor = knowledge.actors.get(key)
    const names = actor?.names.map(({ name }) => name) ?? []
    return entity(thing, kind, key, {
      ...(actor?.attackId !== undefined && { ref: actor.attackId }),
      ...(actor?.origin !== undefined && { origin: actor.origin }),
      aliases: names,
    })
  }
  if (kind === 'malware' || kind === 'tool') {
    const software = knowledge.software.get(key)
    return entity(thing, kind, key, {
      ...(software?.attackId !== undefined && { ref: software.attackId }),
      aliases: software ? [software.name, ...software.aliases] : [],
    })
  }
  return entity(thing, kind, key)
}

function country(thing: StructuredThing, iso2: string, knowledge: Knowledge): Entity {
  const known = knowledge.countries.get(iso2)
  return entity({ ...thing, name: known?.name ?? thing.name }, 'country', iso2, {
    ref: iso2,
    aliases: known?.aliases ?? [],
  })
}

function entity(
  { name, aliases }: StructuredThing,
  kind: EntityKind,
  key: string,
  more: Partial<Pick<Entity, 'ref' | 'subtype' | 'origin' | 'aliases'>> = {},
): Entity {
  const { aliases: known = [], ...rest } = more
  const others = new Set([...aliases, ...known])
  others.delete(name)
  return { id: entityId(kind, key), kind, name, aliases: [...others], ...rest }
}
