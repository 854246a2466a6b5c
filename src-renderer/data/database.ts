import type { ImportFailure } from '@core/contracts/store-failure'
import type { Decision } from '@core/model/decision'
import type { ReportId } from '@core/model/ids'
import type { Reading } from '@core/model/reading'
import type { Report } from '@core/model/report'
import type { SourceText } from '@core/model/source-text'
import type { EntityTable, Table } from 'dexie'
import Dexie from 'dexie'
import { declareVersions } from './versions'

export interface StoredOriginal {
  readonly id: ReportId
  readonly bytes: ArrayBuffer
}

export interface StoredText {
  readonly id: ReportId
  readonly source: SourceText
}

/** What the fold needs of a reading (`case/digest.ts`). */
export interface StoredDigest {
  readonly id: ReportId
  readonly digest: string
}

/** Where the analyst left things: node id → place, in layout units. `id` names the picture, e.g. `graph`. */
export interface StoredLayout {
  readonly id: string
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly pinned: ReadonlySet<string>
}

/** A file that could not be read, kept for another try. */
export interface StoredQuarantine {
  /** Name and size: the same file that fails again is the same entry. */
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly failure: ImportFailure
  /** ISO 8601 instant of the last try. */
  readonly at: string
  readonly tries: number
  /** Absent: the file was larger than is kept, or could not be opened at all. */
  readonly bytes?: Blob
}

/** A file that a drop brought and that has no verdict yet. */
export interface StoredPending {
  /** In the order of the drop. */
  readonly place: number
  /** The drop: one step for undo. */
  readonly step: string
  /** The window that reads it: a lock of this name is held as long as it lives. */
  readonly owner: string
  readonly name: string
  readonly size: number
  /** Times that reading it was begun: what has crashed the window twice is not tried again unasked. */
  readonly starts: number
  /** Absent: not copied yet, or beyond what is copied. */
  readonly bytes?: Blob
}

/** `value` is checked where it is read. */
export interface StoredSetting {
  readonly key: string
  readonly value: unknown
}

/** One case. The renderer is its only writer. */
export class CaseDatabase extends Dexie {
  // Dexie fills these in while it opens.
  declare readonly reports: Table<Report, ReportId>
  declare readonly originals: Table<StoredOriginal, ReportId>
  declare readonly texts: Table<StoredText, ReportId>
  declare readonly readings: Table<Reading, ReportId>
  declare readonly digests: Table<StoredDigest, ReportId>
  declare readonly decisions: Table<Decision, number>
  declare readonly layouts: EntityTable<StoredLayout, 'id'>
  declare readonly quarantine: Table<StoredQuarantine, string>
  declare readonly pending: Table<StoredPending, number>
  declare readonly settings: EntityTable<StoredSetting, 'key'>

  constructor(caseId: string) {
    // An acknowledged decision survives a power cut: the browser answers only once the disk has it.
    super(databaseName(caseId), { chromeTransactionDurability: 'strict' })
    declareVersions(this)
  }
}

export function databaseName(caseId: string): string {
  return `gnomon-case-${caseId}`
}
