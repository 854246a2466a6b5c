import type { SourceStructure } from './source-structure'
import type { Span } from './span'

/** What intake makes of a file: the one text that every span of the report indexes, never changed afterwards. */
export interface SourceText {
  readonly text: string
  /** Empty where the format has no pages. */
  readonly pages: readonly Page[]
  /** In text order, never overlapping; text between blocks is white space. Plain text has one `paragraph` block a paragraph. */
  readonly blocks: readonly Block[]
  /** Only of files of data. */
  readonly structure?: SourceStructure
}

export interface Page extends Span {
  /** As printed on the sheet count: 1 is the first page of the file. */
  readonly number: number
}

export const blockKinds = [
  'title',
  'heading',
  'paragraph',
  'list-item',
  'table-row',
  'caption',
  'preformatted',
  'quotation',
  'footnote',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** A layout unit as the format shows it; what it means for reading (body, chrome, …) is decided by `extraction/zones`. */
export interface Block extends Span {
  readonly kind: BlockKind
}
