import { PAD, type TokenFeatures } from './token-features'
import type { TagSet } from './tag-set'
import type { Tagging } from './tagger'

/** Per sentence, what the parser asks of positions: tags, word classes, and what lies ahead or between; all filled in linear time. */
export interface SentenceView {
  readonly length: number
  /** Each array has length + 3 entries: the words, the root (index n), and two PAD entries behind it. */
  readonly word: Int32Array
  readonly tag: Int32Array
  /** Tag and runner-up in one number. */
  readonly tagPair: Int32Array
  readonly coarseTag: Int32Array
  /** Tags that a general lexicon gives the word. */
  readonly possible: Int32Array
  readonly coarse: Int32Array
  readonly fine: Int32Array
  /** Last noun of the noun phrase that starts right after this word; n + 1: none. */
  readonly nounAfter: Int32Array
  /** The next verb behind this word; n + 1: none. */
  readonly verbAfter: Int32Array
  /** Number of commas, of verbs and of conjunctions before each position: what lies between two words is a difference. */
  readonly commas: Int16Array
  readonly verbs: Int16Array
  readonly conjunctions: Int16Array
}

const ROOT = 0x70077007
const NOTHING = 0x1e1e1e1e

export function sentenceView(tokens: TokenFeatures, tagging: Tagging, set: TagSet): SentenceView {
  const { tags, rivals } = tagging
  const n = tokens.length
  const size = n + 3
  const make = (): Int32Array => {
    const array = new Int32Array(size).fill(NOTHING, n)
    array[n] = ROOT
    return array
  }
  const view = {
    length: n,
    word: make(),
    tag: make(),
    tagPair: make(),
    coarseTag: make(),
    possible: make(),
    coarse: make(),
    fine: make(),
    nounAfter: new Int32Array(size).fill(n + 1),
    verbAfter: new Int32Array(size).fill(n + 1),
    commas: new Int16Array(size + 1),
    verbs: new Int16Array(size + 1),
    conjunctions: new Int16Array(size + 1),
  }
  for (let i = 0; i < n; i++) {
    const tag = tags[i + PAD] ?? 0
    const coarseTag = set.uposOf[tag] ?? 0
    view.word[i] = tokens.known[i + PAD] ?? 0
    view.tag[i] = tag
    view.coarseTag[i] = coarseTag
    view.tagPair[i] = tag * 256 + (rivals[i + PAD] ?? 0)
    view.possible[i] = tokens.possible[i + PAD] ?? 0
    view.coarse[i] = tokens.coarse[i + PAD] ?? 0
    view.fine[i] = tokens.fine[i + PAD] ?? 0
    view.commas[i + 1] = (view.commas[i] ?? 0) + (tag === set.comma ? 1 : 0)
    view.verbs[i + 1] =
      (view.verbs[i] ?? 0) + (coarseTag === set.verb || coarseTag === set.aux ? 1 : 0)
    view.conjunctions[i + 1] = (view.conjunctions[i] ?? 0) + (coarseTag === set.conjunction ? 1 : 0)
  }
  for (let i = n + 1; i <= size; i++) {
    view.commas[i] = view.commas[n] ?? 0
    view.verbs[i] = view.verbs[n] ?? 0
    view.conjunctions[i] = view.conjunctions[n] ?? 0
  }
  for (let i = n - 2; i >= 0; i--) {
    view.nounAfter[i] = nounFrom(view, i + 1, set)
    view.verbAfter[i] =
      view.coarseTag[i + 1] === set.verb ? i + 1 : (view.verbAfter[i + 1] ?? n + 1)
  }
  return view
}

/** The noun phrase's head when it starts at `i`, by the answer for the word after it. */
function nounFrom(view: SentenceView, i: number, set: TagSet): number {
  const none = view.length + 1
  const kind = view.coarseTag[i] ?? 0
  const beyond = view.nounAfter[i] ?? none
  if (set.isNominal[kind] === 1) {
    const next = view.coarseTag[i + 1] ?? 0
    return i + 1 < view.length && set.isNominal[next] === 1 ? beyond : i
  }
  return set.isPremodifier[kind] === 1 ? beyond : none
}
