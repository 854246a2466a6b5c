import type { Knowledge, KnownName, NameHit } from '../../knowledge/knowledge'
import type { Recognition, SegmentedText } from '../stages'
import type { CapitalRun } from './capital-runs'
import type { CueMarks } from './cue-words'
import type { ReadName } from './read-name'
import type { WordIndex } from './word-index'

/** What every recogniser sees. Built once a text; nothing in it changes. */
export interface RecogniseContext {
  readonly segmented: SegmentedText
  readonly text: string
  readonly knowledge: Knowledge
  /** Every known name in the text that is read, on word boundaries, whatever its case. */
  readonly hits: readonly NameHit[]
  readonly words: WordIndex
  /** Runs of capitalised words inside a sentence: where names without a list are looked for. */
  readonly runs: readonly CapitalRun[]
  readonly cues: CueMarks
  /** The same by sentence: 1 where any of its words has the mark. */
  readonly speaksOf: CueMarks
  /** 1 for sentences in Title Case or capitals, where capitals say nothing. */
  readonly loud: Uint8Array
  /** 1 for sentences mostly in capital letters. */
  readonly shouted: Uint8Array
  /** Index of the sentence that holds an offset, or -1 in chrome and between sentences. */
  /** All entries of the tables written like this; remembered for the text, for the same words are asked after often. */
  readonly known: (surface: string) => readonly KnownName[]
  /** The same for words at a place of the text: no search, the one pass over the text has found them. */
  readonly knownAt: (start: number, end: number) => readonly KnownName[]
  /** 1 for sentences that speak of attacks or attackers. */
  readonly hostile: Uint8Array
  /** Two sentences of the text speak of attacks or attackers, or it names three known groups. */
  readonly aboutAttacks: boolean
  /** Names of runs by their first token, kept between recognisers (`namesInRun`). */
  readonly runNames: Map<number, readonly ReadName[]>
  readonly sentenceAt: (offset: number) => number
  /** The token that holds an offset, or the next one. */
  readonly tokenAt: (offset: number) => number
}

/** Finds one kind of thing. Pure; the order in `recognisers.ts` is only for the reader, overlaps are settled afterwards. */
export interface Recogniser {
  readonly id: string
  /** One line: what it looks for. */
  readonly reason: string
  /** `soFar`: what the recognisers before it have found; most do not look. */
  recognise(context: RecogniseContext, soFar: readonly Recognition[]): Recognition[]
}
