import type { PictureBasis } from '../graph/graph-model'
import type { EntityId, LinkId } from '../model/ids'
import type { Outcome } from '../model/link'

/** What the map draws. Countries by ISO 3166-1 alpha-2. */
export interface MapModel {
  readonly victims: readonly MapVictim[]
  /** From an actor's suspected origin to a victim country. */
  readonly arcs: readonly MapArc[]
  /** Actors whose links cannot start anywhere: no origin is known. Listed in the margin, never guessed. */
  readonly unknownOrigin: readonly MapActor[]
  /** Victim regions ("Southeast Asia"), which have no one country. */
  readonly regions: readonly MapRegion[]
  /** Countries that are a suspected origin of a drawn actor. */
  readonly originCountries: readonly string[]
  readonly basis: PictureBasis
}

export interface MapVictim {
  readonly iso2: string
  readonly name: string
  /** The country's entity, and those that lie in it (cells, places). */
  readonly entities: readonly EntityId[]
  readonly links: readonly LinkId[]
  readonly actors: readonly EntityId[]
  /** The strongest asserted; absent: none is known, or all are denied. */
  readonly outcome?: Outcome
  /** The strongest statement is hedged. */
  readonly hedged: boolean
  /** Every statement is a denial. */
  readonly denied: boolean
  readonly origins: number
  readonly documents: number
}

export interface MapArc {
  /** `<actor id>→<alpha-2>`. */
  readonly id: string
  readonly actor: EntityId
  readonly actorName: string
  readonly from: string
  readonly to: string
  readonly links: readonly LinkId[]
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly denied: boolean
  readonly byPerson: boolean
  readonly origins: number
  readonly documents: number
  /** Pixels, from `origins`. */
  readonly width: number
}

export interface MapActor {
  readonly actor: EntityId
  readonly name: string
  readonly unnamed: boolean
  /** Alpha-2 of its victims, and the links to them. */
  readonly victims: readonly string[]
  readonly links: readonly LinkId[]
}

export interface MapRegion {
  readonly entity: EntityId
  readonly name: string
  readonly links: readonly LinkId[]
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly denied: boolean
  readonly origins: number
  readonly documents: number
}
