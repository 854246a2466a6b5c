import type { PictureBasis } from '../graph/graph-model'
import type { MarkKind } from '../graph/marks'
import type { EntityId, LinkId } from '../model/ids'
import type { Outcome } from '../model/link'

/** By what victims are gathered into columns; a cell is a sector in a country. */
export const victimGroupings = ['country', 'sector', 'cell', 'organization'] as const
export type VictimGrouping = (typeof victimGroupings)[number]

export const matrixOrders = ['similarity', 'size', 'name'] as const
export type MatrixOrderName = (typeof matrixOrders)[number]

/** Who went after whom as a table: same case, filters and options, same model. */
export interface Matrix {
  readonly rows: readonly MatrixHead[]
  readonly columns: readonly MatrixHead[]
  /** By row: its filled cells, by column. */
  readonly cells: readonly ReadonlyMap<number, MatrixCell>[]
  readonly basis: PictureBasis
}

/** An actor or a victim with its sums. */
export interface MatrixHead {
  readonly id: string
  readonly entities: readonly EntityId[]
  readonly mark: MarkKind
  readonly label: string
  /** Filled cells of the row or column: victims of an actor, actors of a victim. */
  readonly filled: number
  /** Of these, plainly compromised. */
  readonly compromised: number
  readonly links: number
}

export interface MatrixCell {
  readonly row: number
  readonly column: number
  readonly links: readonly LinkId[]
  readonly outcome: Outcome
  readonly hedged: boolean
  /** Every link of it is a denial. */
  readonly denied: boolean
  readonly byPerson: boolean
  readonly origins: number
  readonly documents: number
}
