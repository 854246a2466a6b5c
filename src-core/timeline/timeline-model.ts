import type { MarkKind } from '../graph/marks'
import type { PictureBasis } from '../graph/graph-model'
import type { EntityId, LinkId, ReportId } from '../model/ids'
import type { Outcome } from '../model/link'
import type { Activity } from './activity'
import type { DayRange } from './days'

/** Who was active when, as the sources date it. In a fixed order: same case and filters, same model. */
export interface Timeline {
  readonly lanes: readonly TimelineLane[]
  /** From the first to the last day of anything shown; absent where nothing is dated. */
  readonly range?: DayRange
  readonly basis: PictureBasis
}

/** One actor's or campaign's line of time. */
export interface TimelineLane {
  readonly id: EntityId
  readonly name: string
  readonly mark: MarkKind
  /** Periods that sources state. */
  readonly bars: readonly TimelineBar[]
  /** How many rows the bars need without touching. */
  readonly rows: number
  /** Reports that tell of its activity, by day of publication. */
  readonly reports: readonly ReportTick[]
  /** Links of its activity for which no source states a period. */
  readonly undated: readonly LinkId[]
}

/** Links that state the same period and say the same thing: one bar. */
export interface TimelineBar {
  readonly id: string
  readonly links: readonly LinkId[]
  readonly activity: Activity
  readonly row: number
  /** "Taiwan, Laos and 3 more" */
  readonly label: string
  /** As the sources state it: "in 2023", "from 2023-05 to 2024-02". */
  readonly when: string
  /** Attacks only. */
  readonly outcome?: Outcome
  readonly isAttack: boolean
  readonly hedged: boolean
  readonly denied: boolean
  readonly byPerson: boolean
  readonly origins: number
  readonly documents: number
}

export interface ReportTick {
  readonly day: number
  readonly reports: readonly ReportId[]
}
