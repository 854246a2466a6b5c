import type { EntityKind } from '../../model/entity'
import { entityId, type EntityId } from '../../model/ids'
import type { LinkableMention } from '../resolve/resolved-text'
import type { FeatureList } from '../score/feature-list'
import type { Recognition, Sentence } from '../stages'

/** Relations that have a scorer of their own. */
export const scoredRelations = [
  'targets',
  'uses',
  'exploits',
  'origin',
  'based-in',
  'reported-by',
  'period',
] as const
export type ScoredRelation = (typeof scoredRelations)[number]

/** What may be a victim, by itself or by its country. */
export const targetKinds = new Set<EntityKind>([
  'country',
  'sector',
  'organization',
  'vendor',
  'place',
])
const originKinds = new Set<EntityKind>(['country', 'place', 'organization'])

/** One thing that a mention may state of an actor: itself, and for a body or place also its country and its sectors. */
export interface Claim {
  readonly relation: ScoredRelation
  readonly target: EntityId
  readonly implied?: FeatureList
}

/** Kinds that claim anything at all. */
export const mayBeLinked = new Set<EntityKind>([
  ...targetKinds,
  'malware',
  'tool',
  'vulnerability',
  'product',
  'technique',
  'region',
])

/** Features of a claim that the words only imply: the country of a body. */
export type Imply = (implied: string, kind: EntityKind) => FeatureList

/** Everything that a mention may state; that it reports comes first. */
export function claimsOf(mention: LinkableMention, imply: Imply): Claim[] {
  const { kind, entity } = mention
  const claims: Claim[] = []
  if (kind === 'vendor' || kind === 'organization')
    claims.push({ relation: 'reported-by', target: entity })
  if (targetKinds.has(kind)) addVictims(claims, mention, imply)
  if (kind === 'malware' || kind === 'tool' || kind === 'technique')
    claims.push({ relation: 'uses', target: entity })
  if (kind === 'vulnerability' || kind === 'product')
    claims.push({ relation: 'exploits', target: entity })
  if (kind === 'country') claims.push({ relation: 'origin', target: entity })
  else if (originKinds.has(kind)) addCountry(claims, 'origin', mention, imply)
  if (kind === 'place' || kind === 'country' || kind === 'region')
    claims.push({ relation: 'based-in', target: entity })
  return claims
}

function addVictims(claims: Claim[], mention: LinkableMention, imply: Imply): void {
  const { kind, entity, sectors = [] } = mention
  const relation = 'targets'
  if (kind === 'sector' && sectors.length > 0) {
    for (const sector of sectors) claims.push({ relation, target: entityId('sector', sector) })
    return
  }
  if (kind !== 'place') claims.push({ relation, target: entity })
  if (kind === 'country' || kind === 'sector') return
  addCountry(claims, relation, mention, imply)
  if (kind === 'place') return
  for (const sector of sectors)
    claims.push({
      relation,
      target: entityId('sector', sector),
      implied: imply('sector', kind),
    })
}

function addCountry(
  claims: Claim[],
  relation: ScoredRelation,
  { kind, country }: LinkableMention,
  imply: Imply,
): void {
  if (country === undefined) return
  const implied = imply('country', kind)
  claims.push({ relation, target: entityId('country', country), implied })
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
