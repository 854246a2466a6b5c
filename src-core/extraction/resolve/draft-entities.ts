import type { Knowledge } from '../../knowledge/knowledge'
import { entityKindOf, type EntityId } from '../../model/ids'
import type { Recognition } from '../stages'
import type { EntityDraft } from './resolved-text'

/** One draft an entity, with every name it wears here and those that the knowledge base gives it. */
export function draftEntities(
  recognitions: readonly Recognition[],
  idOf: (recognition: Recognition) => EntityId,
  knowledge: Knowledge,
): Map<EntityId, EntityDraft> {
  const groups = new Map<EntityId, Recognition[]>()
  for (const recognition of recognitions) {
    const id = idOf(recognition)
    const group = groups.get(id)
    if (group) group.push(recognition)
    else groups.set(id, [recognition])
  }
  const drafts = new Map<EntityId, EntityDraft>()
  for (const [id, group] of groups) drafts.set(id, draft(id, group, knowledge))
  return drafts
}

function draft(id: EntityId, group: readonly Recognition[], knowledge: Knowledge): EntityDraft {
  const kind = entityKindOf(id)
  const named = group.filter((r) => r.unnamed !== true)
  const lead = named[0] ?? group[0]
  const key = id.slice(id.indexOf(':') + 1)
  const name = kind === 'actor' && named.length > 0 ? (lead?.surface ?? key) : (lead?.name ?? key)
  const worn = group.filter((r) => r.unnamed !== true && r.form !== 'demonym').map((r) => r.surface)
  const given = group.flatMap((r) => [r.name, ...(r.aliases ?? [])])
  const names = kind === 'country' || kind === 'sector' ? given : [...worn, ...given]
  const unnamed = kind === 'actor' && named.length === 0
  const known = unnamed ? undefined : firstKnown(named, knowledge)
  const knownNames = known ? known.names.map((n) => n.name) : []
  const aliases = uniqueNames(unnamed ? [] : [...names, ...knownNames], name)
  const ref = group.find((r) => r.ref !== undefined)?.ref
  const subtype = group.find((r) => r.subtype !== undefined)?.subtype
  const wornOrigin = group.find((r) => r.unnamed === true && r.origin !== undefined)?.origin
  const schemeOrigin = named.find((r) => r.origin !== undefined)?.origin
  const isSoftware = kind === 'malware' || kind === 'tool'
  const attackId = isSoftware ? knowledge.software.get(key)?.attackId : undefined
  const knownUses =
    known?.attackId === undefined ? undefined : knowledge.attackRelations.get(known.attackId)
  return {
    id,
    kind,
    key,
    name,
    aliases,
    ...(ref !== undefined && { ref }),
    ...(subtype !== undefined && { subtype }),
    ...(unnamed && { unnamed: true as const }),
    ...(wornOrigin !== undefined && { wornOrigin }),
    ...(known?.origin !== undefined && { knownOrigin: known.origin }),
    ...(schemeOrigin !== undefined && { schemeOrigin }),
    ...(attackId !== undefined && { attackId }),
    ...(knownUses !== undefined && { knownUses }),
  }
}

function firstKnown(
  group: readonly Recognition[],
  knowledge: Knowledge,
): ReturnType<Knowledge['actors']['get']> {
  for (const recognition of group) {
    const known = recognition.kind === 'actor' ? knowledge.actors.get(recognition.key) : undefined
    if (known) return known
  }
  return undefined
}

function uniqueNames(names: readonly string[], without: string): string[] {
  const seen = new Set([without.toLowerCase()])
  const kept: string[] = []
  for (const name of names) {
    const key = name.toLowerCase()
    if (name === '' || seen.has(key)) continue
    seen.add(key)
    kept.push(name)
  }
  return kept
}
