/** Facts of one official file, whatever its form, before they meet our tables. */
export interface SourceFacts {
  readonly source: UpdateSource
  readonly actors: readonly ActorFact[]
  readonly software: readonly SoftwareFact[]
  readonly techniques: readonly TechniqueFact[]
  readonly tactics: readonly TacticFact[]
  readonly campaigns: readonly CampaignFact[]
  /** ATT&CK ids of groups and software → those of what they use. */
  readonly uses: ReadonlyMap<string, readonly string[]>
  /** Entries of the file that could not be used. */
  readonly unusable: number
}

export interface UpdateSource {
  readonly kind: 'attack-bundle' | 'misp-galaxy' | 'microsoft-map' | 'pack'
  /** "ATT&CK Enterprise", "MISP galaxy: Threat Actor". */
  readonly title: string
  readonly version?: string
  /** `YYYY-MM-DD` of the newest entry. */
  readonly date?: string
}

export interface ActorFact {
  readonly name: string
  readonly names: readonly { readonly name: string; readonly namedBy?: string }[]
  readonly attackId?: string
  /** ISO alpha-2, or a country's name. */
  readonly origin?: string
  readonly stateSponsored?: boolean
  /** Revoked in favour of the group of this ATT&CK id. */
  readonly mergedInto?: string
}

export interface SoftwareFact {
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: 'malware' | 'tool'
  readonly class?: string
  readonly attackId?: string
  readonly tier: 1 | 2
}

export interface TechniqueFact {
  readonly id: string
  readonly name: string
  readonly tactics: readonly string[]
  readonly domain: string
  /** Another id, or `-` where withdrawn without one. */
  readonly replaced?: string
}

export interface TacticFact {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly domain: string
}

export interface CampaignFact {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly attributedTo?: string
}

export function noFacts(source: UpdateSource): SourceFacts {
  return {
    source,
    actors: [],
    software: [],
    techniques: [],
    tactics: [],
    campaigns: [],
    uses: new Map(),
    unusable: 0,
  }
}
