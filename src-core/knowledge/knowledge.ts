import type { EntityKind } from '../model/entity'

/** Everything that Gnomon knows before it reads: facts only, loaded from `resources/knowledge` or from an update. */
export interface Knowledge {
  /** Changes with any table's content. */
  readonly version: string
  readonly actors: ReadonlyMap<string, KnownActor>
  readonly software: ReadonlyMap<string, KnownSoftware>
  /** By ISO alpha-2. */
  readonly countries: ReadonlyMap<string, KnownCountry>
  readonly sectors: ReadonlyMap<string, KnownSector>
  readonly vendors: ReadonlyMap<string, KnownVendor>
  /** By ATT&CK id, revoked ones too. */
  readonly techniques: ReadonlyMap<string, KnownTechnique>
  readonly tactics: readonly KnownTactic[]
  readonly campaigns: ReadonlyMap<string, KnownCampaign>
  /** Products that get exploited, by key. */
  readonly products: ReadonlyMap<string, KnownProduct>
  /** Flaws that have a name, by their main CVE id. */
  readonly vulnerabilities: ReadonlyMap<string, KnownVulnerability>
  /** World regions by key, with the ISO alpha-2 codes of their members. */
  readonly regions: ReadonlyMap<string, KnownRegion>
  /** Parliaments, services and forces whose proper name ties them to one state, by key. */
  readonly stateBodies: ReadonlyMap<string, KnownStateBody>
  /** Pairs of actors that may be one: material for merges, never merged here. */
  readonly actorOverlaps: readonly ActorOverlap[]
  readonly namingSchemes: readonly NamingScheme[]
  /** By class of `KnownName.class`: words that must stand near for such a name to count. */
  readonly nameRules: ReadonlyMap<NameClass, NameRule>
  /** ATT&CK's own group → software and technique pairs, by ATT&CK ids. */
  readonly attackRelations: ReadonlyMap<string, readonly string[]>
  /** Every name of every table, places and demonyms too, findable in one pass over a text. */
  readonly names: NameIndex
}

export interface KnownActor {
  readonly key: string
  readonly name: string
  readonly names: readonly ActorName[]
  readonly origin?: string
  readonly stateSponsored: boolean
  readonly attackId?: string
  readonly types: readonly string[]
}

/** An alias is a claim: who gave the name, as far as known. */
export interface ActorName {
  readonly name: string
  readonly namedBy?: string
}

export interface KnownSoftware {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'malware' | 'tool'
  /** ransomware, rat, stealer, rmm, … */
  readonly class?: string
  readonly attackId?: string
  /** 1: well known; 2: from the long lists, wants a cue. */
  readonly tier: 1 | 2
}

export interface KnownCountry {
  readonly iso2: string
  /** ISO 3166-1 numeric, three digits, as in world-atlas. */
  readonly numeric: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
  readonly capital?: string
  /** Degrees, longitude first, as GeoJSON has it. */
  readonly centroid: readonly [number, number]
  readonly capitalAt?: readonly [number, number]
}

export interface KnownSector {
  readonly key: string
  readonly label: string
  readonly synonyms: readonly string[]
  /** The slug of the output contract, e.g. `financial-services`; empty where the contract has none. */
  readonly slug: string
}

export interface KnownVendor {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  /** vendor, cert, agency, police, media, ngo, platform, … */
  readonly kind: string
  readonly country?: string
  readonly domains: readonly string[]
}

export interface KnownTechnique {
  readonly id: string
  readonly name: string
  readonly tactics: readonly string[]
  readonly domain: string
  /** Revoked in favour of another id. */
  readonly replacedBy?: string
  /** Withdrawn without another. */
  readonly deprecated?: true
}

export interface KnownTactic {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly domain: string
}

export interface KnownCampaign {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly attributedTo?: string
}

export interface KnownProduct {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly vendor: string
  /** appliance, software, library, os, device, service */
  readonly kind: string
}

export interface KnownVulnerability {
  /** The main CVE id; key of its names. */
  readonly cve: string
  readonly name: string
  readonly aliases: readonly string[]
  /** All ids that the name covers, the main one first. */
  readonly cves: readonly string[]
  /** Key of `Knowledge.products`. */
  readonly product?: string
}

export interface KnownRegion {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  /** "European", "Southeast Asian". */
  readonly adjectives: readonly string[]
  /** ISO alpha-2. */
  readonly members: readonly string[]
}

export interface KnownStateBody {
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  /** ISO alpha-2. */
  readonly country: string
  /** intelligence, military, parliament, police, ministry, agency, party, head-of-state */
  readonly kind: string
  /** Keys of `Knowledge.sectors`. */
  readonly sectors: readonly string[]
}

export interface ActorOverlap {
  readonly a: string
  readonly b: string
  readonly relation: string
  readonly sharedNames: readonly string[]
}

export interface NamingScheme {
  readonly vendor: string
  readonly scheme: string
  /** Source of a linear, global, case-sensitive pattern. */
  readonly pattern: string
  /** ISO alpha-2 that the scheme implies. */
  readonly origin?: string
  readonly kind: 'actor' | 'campaign'
  /** What the scheme says beside or instead of an origin: "eCrime", "temporary". */
  readonly category?: string
  /** A published name that the pattern finds. */
  readonly example?: string
  /** Matches of this scheme are often ordinary words: they want a cue beside them. */
  readonly needsCue: boolean
}

export const nameClasses = [
  'distinctive',
  'common-word',
  'dictionary-word',
  'multiword-common',
  'org-or-product',
  'place-or-demonym',
  'proper-noun',
  'short',
  'cross-kind',
  'place-common-word',
  'numeric',
  'os-command',
  'generic-technique',
  'vendor-common-word',
] as const
/** How much evidence a name needs before it counts (knowledge/common-word-rules). `distinctive`: none. */
export type NameClass = (typeof nameClasses)[number]

export interface NameRule {
  readonly class: NameClass
  readonly cues: readonly string[]
}

/** One way to write one known thing. The same surface may stand for several. */
export interface KnownName {
  /** As published; matching ignores case, `class` says whether case must agree. */
  readonly surface: string
  readonly kind: EntityKind
  /** Key into the kind's table; ISO alpha-2 for countries, `iso2/name` for places. */
  readonly key: string
  readonly class: NameClass
  /**
   * Demonyms ("Taiwanese", "European") name a country or region without being its noun. Capitals and metonyms ("Beijing", "the Kremlin")
   * stand for the state when they act and for a place otherwise. Descriptors ("university") are typed bodies of a sector.
   */
  readonly role: 'name' | 'alias' | 'demonym' | 'capital' | 'metonym' | 'descriptor'
  /** How capitals must stand for the name to count: each word of `surface` that has one, or letter by letter. Absent: any. See `agreesInCase`. */
  readonly written?: 'capitalised' | 'exact'
  /** Sector words: a typed body ("bank"), its people ("diplomats") or the field itself ("banking"). */
  readonly form?: 'body' | 'people' | 'field'
  /** Sector descriptors: more than one body is meant. */
  readonly plural?: true
  /** Aliases that several entries claim: the preferred one says so, the others too. */
  readonly ambiguous?: 'preferred' | 'contested'
  /** Places: ISO alpha-2 and population, so that the larger namesake can win. */
  readonly place?: {
    readonly iso2: string
    readonly population: number
    readonly type: string
    readonly at: readonly [number, number]
  }
}

export interface NameHit {
  readonly start: number
  readonly end: number
  readonly names: readonly KnownName[]
  /** Bits of the kinds of its names (`kindsMask`): what a hit cannot be is told without looking at them. */
  readonly kinds: number
}

/**
 * Finds every known name in a text in one pass, linear in its length. Ignores case and diacritics, keeps to word boundaries, takes hyphens,
 * spaces, no-break spaces and one line break inside a name for each other. One hit for each start, the longest one; a hit may lie inside an
 * earlier one ("Korea" in "Bank of Korea"): settling overlaps is up to the caller.
 */
export interface NameIndex {
  readonly size: number
  findAll(text: string, start?: number, end?: number): NameHit[]
  /** All entries written like this, whatever the case. */
  lookUp(surface: string): readonly KnownName[]
}
