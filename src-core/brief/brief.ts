import type { GraphModel } from '../graph/graph-model'
import type { MapModel } from '../geo/map-model'
import type { LinkMarks } from './link-marks'
import type { TlpMarking } from '../model/report'
import type { StatementKind } from './plan/brief-plan'

/** A brief as data: a title block and a list of typed blocks. `html/render-brief.ts` makes the document. */
export interface Brief {
  readonly title: string
  /** ISO date on which it was made; handed in, so that the same case and date give the same bytes. */
  readonly date: string
  /** The latest publication date among its sources: what is newer is not in it. */
  readonly cutOff?: string
  readonly author?: string
  readonly tlp: TlpMarking
  readonly number?: string
  readonly version: number
  /** The question that it answers. */
  readonly requirement?: string
  readonly paper: 'A4' | 'Letter'
  readonly ink: 'colour' | 'greyscale'
  readonly language: 'en'
  readonly blocks: readonly BriefBlock[]
}

export type BriefBlock =
  | StatementsBlock
  | SentencesBlock
  | TableBlock
  | MapFigureBlock
  | GraphFigureBlock
  | QuotationsBlock

/** The analyst's words: fact, assumption and judgement are told apart in print. */
export interface StatementsBlock {
  readonly type: 'statements'
  readonly heading: string
  readonly statements: readonly {
    readonly kind: StatementKind
    readonly words: readonly Inline[]
    /** A sentence of its own, never joined to one with a likelihood. */
    readonly confidence?: string
  }[]
}

/** Running text, one fact a sentence, each with what it rests on. */
export interface SentencesBlock {
  readonly type: 'sentences'
  readonly heading: string
  readonly sentences: readonly Inline[][]
  readonly style: 'paragraph' | 'list'
}

export interface TableBlock {
  readonly type: 'table'
  readonly heading: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Inline[])[][]
  /** Said in place of an empty table. */
  readonly empty: string
  readonly note?: string
}

export interface MapFigureBlock {
  readonly type: 'map'
  readonly heading: string
  readonly caption: string
  readonly model: MapModel
}

export interface GraphFigureBlock {
  readonly type: 'graph'
  readonly heading: string
  readonly caption: string
  readonly model: GraphModel
  /** x, y per node, as the layout or the analyst placed them. */
  readonly positions: readonly number[]
}

export interface QuotationsBlock {
  readonly type: 'quotations'
  readonly heading: string
  readonly quotations: readonly Quotation[]
}

/** The verbatim words behind one citation number. */
export interface Quotation {
  readonly number: number
  readonly text: string
  readonly reportTitle: string
  /** Number of the source in the sources table. */
  readonly source: number
  readonly page?: number
  readonly reliability: string
  readonly sha256: string
}

/** A piece of a sentence or cell. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong'; readonly text: string }
  | { readonly type: 'citations'; readonly numbers: readonly number[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'outcome'; readonly marks: LinkMarks }
