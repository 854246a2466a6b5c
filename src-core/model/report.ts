import type { ReportId } from './ids'

export const tlpMarkings = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
] as const
/** Traffic Light Protocol 2.0 (FIRST, 2022). TLP:WHITE of version 1 is today's TLP:CLEAR. */
export type TlpMarking = (typeof tlpMarkings)[number]

export const reliabilityGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const
/** Admiralty (NATO) reliability of a source; F: cannot be judged. */
export type Reliability = (typeof reliabilityGrades)[number]

export const formatIds = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'email',
  'csv',
  'stix',
  'misp',
  'navigator',
] as const
export type FormatId = (typeof formatIds)[number]

/** What the file itself says about the report; every field may be corrected by a decision. */
export interface ReportMetadata {
  readonly title: string
  readonly publisher?: string
  readonly author?: string
  /** ISO 8601 date, `YYYY-MM-DD`. */
  readonly published?: string
  /** Where `published` was found, in words an analyst understands: "meta tag", "PDF information", "dateline", "file name". */
  readonly publishedFrom?: string
  /** BCP 47 primary tag, e.g. `en`. */
  readonly language: string
  readonly tlp?: TlpMarking
  readonly sourceUrl?: string
}

export interface Report extends ReportMetadata {
  readonly id: ReportId
  readonly fileName: string
  readonly format: FormatId
  /** Size of the original file in bytes. */
  readonly byteLength: number
  readonly pageCount: number
  /** ISO 8601 instant at which the file was imported. */
  readonly importedAt: string
  readonly reliability: Reliability
  /** Sketch of its wording (`import/fingerprint.ts`): what else says the same. */
  readonly fingerprint?: readonly number[]
  /** A person's word: the report that this one restates; null: it is nobody's echo. Absent: the wording decides. */
  readonly restates?: ReportId | null
}
