import type { ReadEntity } from './entity'
import type { ReportId } from './ids'
import type { Link } from './link'
import type { Span } from './span'

export const zoneKinds = [
  'title',
  'dateline',
  'body',
  'caption',
  'list',
  'table',
  'indicators',
  'footnote',
  'references',
  'chrome',
] as const
export type ZoneKind = (typeof zoneKinds)[number]

/** A stretch of the text by its part on the page. `chrome` (banners, teasers, bios, footers) is read for nothing. */
export interface Zone extends Span {
  readonly kind: ZoneKind
  /** Stories of one page (a digest's items) are told apart: no link crosses from one to another. */
  readonly story: number
  readonly rule: string
}

/** What the machine read in one report. Disposable: better rules or knowledge make a better one. */
export interface Reading {
  readonly reportId: ReportId
  /** Version of the rules, and of the knowledge, that made it. */
  readonly reader: string
  readonly knowledge: string
  /** Stored and searchable, but not read: in a language that the rules do not know (BCP 47 primary tag). */
  readonly unread?: { readonly language: string }
  readonly zones: readonly Zone[]
  readonly entities: readonly ReadEntity[]
  /** Asserted and denied. */
  readonly links: readonly Link[]
}
