import type { Decision } from '../model/decision'
import type { ReportId } from '../model/ids'
import type { Reading } from '../model/reading'
import type { Report } from '../model/report'
import type { SourceText } from '../model/source-text'

/** One more with every change that an older Gnomon could misread; older files are read for ever. */
export const caseFileVersion = 1
export const caseFileExtension = 'gnomon'

/** A case as it lies in the store, row by row, so that it never has to be in memory as a whole. Each list in the order of its keys. */
export interface CaseRows {
  readonly decisions: () => AsyncIterable<Decision>
  readonly reports: () => AsyncIterable<Report>
  readonly readings: () => AsyncIterable<Reading>
  readonly texts: () => AsyncIterable<CaseFileText>
  readonly layouts: () => AsyncIterable<CaseFileLayout>
  readonly settings: () => AsyncIterable<CaseFileSetting>
  readonly originals: () => AsyncIterable<CaseFileOriginal>
}

export interface CaseFileText {
  readonly id: ReportId
  readonly source: SourceText
}

export interface CaseFileLayout {
  readonly id: string
  readonly positions: readonly (readonly [string, { readonly x: number; readonly y: number }])[]
  readonly pinned: readonly string[]
}

export interface CaseFileSetting {
  readonly key: string
  readonly value: unknown
}

export interface CaseFileOriginal {
  readonly id: ReportId
  readonly bytes: Uint8Array
}

/** The lists of JSON lines in the order in which they stand in the file; then `originals/SHA256`, then the checksums. */
export const rowEntries = [
  'decisions',
  'reports',
  'readings',
  'texts',
  'layouts',
  'settings',
] as const
export type RowEntry = (typeof rowEntries)[number]

export const headerEntry = 'gnomon-case.json'
export const checksumsEntry = 'checksums.json'
export const originalsFolder = 'originals/'

/** The first entry: what this is, before anything else is read. */
export interface CaseFileHeader {
  readonly format: 'gnomon-case'
  readonly version: number
  /** The Gnomon that wrote it. */
  readonly writtenBy: string
  /** ISO 8601 instant. */
  readonly writtenAt: string
  readonly name: string
}

export interface CaseFileSummary extends CaseFileHeader {
  readonly reports: number
  readonly decisions: number
  readonly originals: number
  /** Bytes of all entries, unpacked. */
  readonly bytes: number
  /** SHA-256 over the checksums of all entries but the header: two files with the same content have the same. */
  readonly checksum: string
  readonly encrypted: boolean
}

export type CaseFileFailure =
  | { readonly code: 'not-a-case-file' }
  | { readonly code: 'case-file-newer'; readonly found: number; readonly supported: number }
  | { readonly code: 'passphrase-needed' }
  | { readonly code: 'passphrase-wrong' }
  /** An entry does not have the checksum that the file states, is missing, or cannot be read. */
  | { readonly code: 'case-file-damaged'; readonly entry: string; readonly detail: string }
  | { readonly code: 'case-file-unwritable'; readonly detail: string }
