import type { Knowledge } from '../../knowledge/knowledge'
import type { Mention, ReadEntity } from '../../model/entity'
import { entityKindOf, type EntityId } from '../../model/ids'
import type { Link } from '../../model/link'
import type { EntityDraft, ResolvedText } from '../resolve/resolved-text'

/** Entities of a reading in the order of their first mention; those that links only imply come last. */
export function readEntities(
  resolved: ResolvedText,
  links: readonly Link[],
  knowledge: Knowledge,
): ReadEntity[] {
  const mentions = new Map<EntityId, Mention[]>()
  for (const mention of resolved.mentions) {
    // Pronouns and "the group" are evidence for links, not names to list.
    if (mention.form === 'pronoun' || mention.form === 'definite') continue
    const list = mentions.get(mention.entity)
    const plain = {
      start: mention.start,
      end: mention.end,
      surface: mention.surface,
      rule: mention.rule,
    }
    if (list) list.push(plain)
    else mentions.set(mention.entity, [plain])
  }
  const origins = new Map(
    links
      .filter((link) => link.predicate === 'originates-from' && link.polarity === 'asserted')
      .map((link) => [link.source, link.target.slice('country:'.length)]),
  )
  const strong = new Set<EntityId>()
  /** Actors that a table or a naming scheme knows. */
  const evident = new Set<EntityId>()
  for (const { entity, kind, form, rule, weak } of resolved.mentions) {
    if (weak !== true) strong.add(entity)
    if (
      kind === 'actor' &&
      form === 'name' &&
      (rule.startsWith('known') || rule.startsWith('naming-scheme'))
    )
      evident.add(entity)
  }
  const linked = new Set(links.flatMap((link) => [link.source, link.target]))
  const entities = [...resolved.entities.values()]
    .filter((draft) => linked.has(draft.id) || (strong.has(draft.id) && isEvident(draft, evident)))
    .map((draft) => fromDraft(draft, mentions.get(draft.id) ?? [], origins.get(draft.id)))
  const known = new Set(entities.map((entity) => entity.id))
  for (const id of links.flatMap((link) => [link.source, link.target])) {
    if (known.has(id)) continue
    known.add(id)
    entities.push(implied(id, knowledge))
  }
  return entities
}

/** An actor without any link must at least be a known one, or named as a group by the words around it. */
function isEvident(draft: EntityDraft, evident: ReadonlySet<EntityId>): boolean {
  return draft.kind !== 'actor' || (draft.unnamed !== true && evident.has(draft.id))
}

function fromDraft(
  draft: EntityDraft,
  mentions: readonly Mention[],
  statedOrigin: string | undefined,
): ReadEntity {
  const origin = draft.wornOrigin !== undefined && draft.unnamed ? draft.wornOrigin : statedOrigin
  return {
    id: draft.id,
    kind: draft.kind,
    name: draft.name,
    aliases: draft.aliases,
    ...(draft.ref !== undefined && { ref: draft.ref }),
    ...(draft.subtype !== undefined && { subtype: draft.subtype }),
    ...(draft.unnamed && { unnamed: draft.unnamed }),
    ...(origin !== undefined && { origin }),
    mentions,
  }
}

/** A country or sector that the text reaches only through a body ("the Djiboutian port authority"). */
function implied(id: EntityId, knowledge: Knowledge): ReadEntity {
  const kind = entityKindOf(id)
  const key = id.slice(kind.length + 1)
  const country = kind === 'country' ? knowledge.countries.get(key) : undefined
  const sector = kind === 'sector' ? knowledge.sectors.get(key) : undefined
  return {
    id,
    kind,
    name: country?.name ?? sector?.label ?? key,
    aliases: country?.aliases ?? [],
    ref: country?.iso2 ?? sector?.slug ?? key,
    mentions: [],
  }
}
