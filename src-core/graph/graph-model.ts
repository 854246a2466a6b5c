import type { EntityId, LinkId } from '../model/ids'
import type { Outcome, Predicate } from '../model/link'
import type { MarkKind } from './marks'

/** What the graph draws, in a fixed order: same case and filters, same model. */
export interface GraphModel {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly basis: PictureBasis
}

/** On what a picture rests, for its caption: distinct links, documents and independent origins. */
export interface PictureBasis {
  readonly links: number
  readonly documents: number
  readonly origins: number
  /** Attack links by the strongest outcome stated plainly, and those that are only hedged or denied. */
  readonly compromised: number
  readonly targeted: number
  readonly attempted: number
  readonly hedged: number
  readonly denied: number
}

export interface GraphNode {
  /** The entity's id; a victim cell has `cell:<sector id>×<country id>`. */
  readonly id: string
  /** One entity; sector and country for a victim cell. Selection is by these. */
  readonly entities: readonly EntityId[]
  readonly mark: MarkKind
  readonly label: string
  /** ISO alpha-2 of an actor's suspected origin. */
  readonly origin?: string
  /** Independent origins over all its links here. */
  readonly origins: number
  readonly documents: number
  readonly degree: number
  /** In layout units, which are pixels at zoom 1. */
  readonly radius: number
  /** A person has accepted one of its links. */
  readonly byPerson: boolean
}

export interface GraphEdge {
  /** Unique in the model: the ids of `links`, joined by +. */
  readonly id: string
  /** The links drawn as this one line: two for a victim cell. */
  readonly links: readonly LinkId[]
  /** Indices into `nodes`. */
  readonly source: number
  readonly target: number
  readonly predicate: Predicate
  readonly outcome?: Outcome
  readonly hedged: boolean
  readonly denied: boolean
  /** Shown on request only. */
  readonly rejected: boolean
  readonly byPerson: boolean
  readonly origins: number
  readonly documents: number
  /** Pixels, from `origins`. */
  readonly width: number
}
