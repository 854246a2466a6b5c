import type { Brand } from '../lib/brand'
import type { EntityKind } from './entity'

/** SHA-256 of the file's bytes, 64 lower-case hex digits: the same file is the same report, however often it comes. */
export type ReportId = Brand<string, 'ReportId'>
/** Natural id `kind:key`, e.g. `country:TW`, `actor:flax-typhoon`, `actor:unnamed-CN`. */
export type EntityId = Brand<string, 'EntityId'>
/** Natural id of an assertion, `source|predicate|target` with `!` before a denied one. */
export type LinkId = Brand<string, 'LinkId'>
export type DecisionId = Brand<string, 'DecisionId'>

export function reportId(sha256Hex: string): ReportId {
  if (!/^[0-9a-f]{64}$/.test(sha256Hex)) throw new Error(`Not a SHA-256: ${sha256Hex.slice(0, 80)}`)
  // The pattern above is what the brand stands for.
  return sha256Hex as ReportId
}

export function entityId(kind: EntityKind, key: string): EntityId {
  // The one place where entity ids are made.
  return `${kind}:${key}` as EntityId
}

export function entityKindOf(id: EntityId): EntityKind {
  // Ids are made by `entityId` alone, so the part before the colon is a kind.
  return id.slice(0, id.indexOf(':')) as EntityKind
}

export function linkId(
  source: EntityId,
  predicate: string,
  target: EntityId,
  polarity: 'asserted' | 'denied',
): LinkId {
  // The one place where link ids are made.
  return `${polarity === 'denied' ? '!' : ''}${source}|${predicate}|${target}` as LinkId
}

export function decisionId(value: string): DecisionId {
  // The one place where decision ids are made; uniqueness is the caller's (a clock and a random part).
  return value as DecisionId
}
