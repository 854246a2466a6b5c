import type { Knowledge, KnownActor } from '../../knowledge/knowledge'
import type { EntityKind } from '../../model/entity'
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
  const lead = group.find((r) => r.unnamed !== true)
  const first = lead ?? group[0]
  const key = id.slice(id.indexOf(':') + 1)
  const name = kind === 'actor' && lead ? lead.surface : (first?.name ?? key)
  const unnamed = kind === 'actor' && !lead
  const known = kind === 'actor' && lead ? firstKnown(group, knowledge) : undefined
  const aliases = unnamed ? [] : namesOf(group, kind, known, name)
  let ref: string | undefined
  let subtype: string | undefined
  let wornOrigin: string | undefined
  let schemeOrigin: string | undefined
  for (const one of group) {
    ref ??= one.ref
    subtype ??= one.subtype
    if (one.unnamed === true) wornOrigin ??= one.origin
    else schemeOrigin ??= one.origin
  }
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

function firstKnown(group: readonly Recognition[], knowledge: Knowledge): KnownActor | undefined {
  for (const { kind, key, unnamed } of group) {
    const known = kind === 'actor' && unnamed !== true ? knowledge.actors.get(key) : undefined
    if (known) return known
  }
  return undefined
}

/** Names worn in the text first, then those that recognising gave, then the knowledge base's: each once, without the one to show. */
function namesOf(
  group: readonly Recognition[],
  kind: EntityKind,
  known: KnownActor | undefined,
  without: string,
): readonly string[] {
  const names = new NameList(without)
  if (kind !== 'country' && kind !== 'sector')
    for (const one of group)
      if (one.unnamed !== true && one.form !== 'demonym') names.add(one.surface)
  for (const one of group) {
    names.add(one.name)
    for (const alias of one.aliases ?? []) names.add(alias)
  }
  for (const one of known?.names ?? []) names.add(one.name)
  return names.kept
}

/** Names that differ by more than their case. Most entities have one name: nothing is folded for it. */
class NameList {
  readonly kept: string[] = []
  private folded: Set<string> | undefined

  constructor(private readonly without: string) {}

  add(name: string): void {
    if (name === '' || name === this.without) return
    this.folded ??= new Set([this.without.toLowerCase()])
    const key = name.toLowerCase()
    if (this.folded.has(key)) return
    this.folded.add(key)
    this.kept.push(name)
  }
}
