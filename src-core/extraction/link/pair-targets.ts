import type { EntityKind } from '../../model/entity'
import { entityId, type EntityId } from '../../model/ids'
import type { LinkableMention } from '../resolve/resolved-text'
import type { Recognition, Sentence } from '../stages'
import type { ScoredRelation } from './collect-pairs'

export const targetKinds = new Set<EntityKind>([
  'country',
  'sector',
  'organization',
  'vendor',
  'place',
])
const originKinds = new Set<EntityKind>(['country', 'place', 'organization'])

/** What a mention of its kind can be linked by. */
export function relationsOf(mention: LinkableMention): readonly ScoredRelation[] {
  const relations: ScoredRelation[] = []
  const { kind } = mention
  if (targetKinds.has(kind)) relations.push('targets')
  if (kind === 'malware' || kind === 'tool') relations.push('uses')
  if (kind === 'vulnerability' || kind === 'product') relations.push('exploits')
  if (originKinds.has(kind) && (kind === 'country' || mention.country !== undefined))
    relations.push('origin')
  if (kind === 'place' || kind === 'country' || kind === 'region') relations.push('based-in')
  if (kind === 'vendor' || kind === 'organization') relations.push('reported-by')
  return relations
}

interface Target {
  readonly target: EntityId
  readonly implied?: string
}

/** What a mention may stand for: itself, and for a body or place also its country and its sectors. */
export function targetsOf(
  relation: ScoredRelation,
  mention: LinkableMention,
  date: Recognition | undefined,
): Target[] {
  if (date) return [{ target: entityId('indicator', date.key) }]
  const country =
    mention.country === undefined
      ? []
      : [{ target: entityId('country', mention.country), implied: 'country' }]
  if (relation === 'origin')
    return mention.kind === 'country' ? [{ target: mention.entity }] : country
  if (relation !== 'targets') return [{ target: mention.entity }]
  const sectors = (mention.sectors ?? []).map((sector) => ({
    target: entityId('sector', sector),
    implied: 'sector',
  }))
  if (mention.kind === 'place') return country
  if (mention.kind === 'sector' && sectors.length > 0)
    return sectors.map(({ target }) => ({ target }))
  if (mention.kind === 'country' || mention.kind === 'sector') return [{ target: mention.entity }]
  return [{ target: mention.entity }, ...country, ...sectors]
}

/** A date as a mention, so that it is described like any other; its entity stands for the period. */
export function dateMention(sentence: Sentence, date: Recognition): LinkableMention {
  const { tokens } = sentence
  const firstToken = Math.max(
    0,
    tokens.findIndex((token) => token.end > date.start),
  )
  let lastToken = firstToken
  while (lastToken + 1 < tokens.length && (tokens[lastToken + 1]?.start ?? Infinity) < date.end)
    lastToken++
  return {
    entity: entityId('indicator', date.key),
    kind: 'indicator',
    start: date.start,
    end: date.end,
    surface: date.surface,
    rule: date.rule,
    sentence: sentence.index,
    form: 'name',
    firstToken,
    lastToken,
  }
}
