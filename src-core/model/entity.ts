import type { EntityId } from './ids'
import type { Span } from './span'

/** Kinds in the order in which lists and legends show them. Names follow STIX 2.1 and ATT&CK where those have one. */
export const entityKinds = [
  'actor',
  'campaign',
  'country',
  'region',
  'place',
  'sector',
  'organization',
  'malware',
  'tool',
  'vulnerability',
  'product',
  'technique',
  'indicator',
  'vendor',
] as const
export type EntityKind = (typeof entityKinds)[number]

export interface Entity {
  readonly id: EntityId
  readonly kind: EntityKind
  /** The name to show. */
  readonly name: string
  /** Further names, stated by the report or known to the knowledge base; without `name`. */
  readonly aliases: readonly string[]
  /** ISO 3166-1 alpha-2 of a country, ATT&CK id, CVE id, sector slug. */
  readonly ref?: string
  /** Indicators only: ipv4, ipv6, domain, url, email, md5, sha1, sha256, sha512, … `name` then holds the refanged value. */
  readonly subtype?: string
  /** An actor without a name: "Chinese hackers". */
  readonly unnamed?: true
  /** ISO alpha-2 of an actor's suspected origin. */
  readonly origin?: string
}

/** Where a report speaks of an entity. Always `text.slice(start, end) === surface`. */
export interface Mention extends Span {
  readonly surface: string
  /** The rule that found it, e.g. `known-name`, `naming-scheme/microsoft-weather`, `pronoun`. */
  readonly rule: string
}

/** An entity as one report shows it. */
export interface ReadEntity extends Entity {
  readonly mentions: readonly Mention[]
}
