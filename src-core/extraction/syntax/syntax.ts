import { readModel, type Model } from './model-file'
import { makeParser, type Parser } from './parser'
import { sentenceView } from './sentence-view'
import { splitClitics } from './split-clitics'
import type { Upos } from './tag-set'
import { makeTagger, type Tagger } from './tagger'
import { PAD, tokenFeatures } from './token-features'

/**
 * Parts of speech and dependency trees for English, after Universal Dependencies.
 *
 * Tokens: words and punctuation marks. Clitics as in UD ("do" "n't", "China" "'s"); where a token still holds one ("China's"), it is
 * split inside and joined again. Hyphenated words may be one token or three; curly quotes and dashes are fine; an indicator, URL or
 * version should be one token. Deterministic; linear time; a sentence of more than 200 tokens is cut near punctuation, and the later
 * pieces hang on the first one's root by `parataxis`.
 */
export interface Syntax {
  parse(tokens: readonly string[]): ParsedSentence
  tag(tokens: readonly string[]): readonly Upos[]
}

/** Parallel arrays, one entry a token; exactly one root and no cycle, unless there are no tokens. */
export interface ParsedSentence {
  readonly tokens: readonly string[]
  readonly upos: readonly Upos[]
  /** Penn Treebank tags: VBN against VBD, NNP against NNPS. */
  readonly xpos: readonly string[]
  /** Index of the head; -1 for the root. */
  readonly heads: Int16Array
  /** UD relations with subtypes: nsubj:pass, obl:agent, nmod:poss, acl:relcl … */
  readonly labels: readonly string[]
}

const LONGEST = 200
/** Int16 heads; nobody writes such a sentence, and what lies behind hangs on the word before it. */
const MOST_TOKENS = 30_000

export function loadSyntax(text: string): Syntax {
  const model = readModel(text)
  const tagger = makeTagger(model.tagger, model.shortcuts)
  const parser = makeParser(model.moves, model.arcs, model.labels.indexOf('root'), model.shortcuts)
  return {
    tag: (tokens) =>
      pieces(tokens).flatMap((piece) => {
        const { tags } = tagger.tag(tokenFeatures(piece, model.lexicon))
        return piece.map((_, i) => model.tags.upos[tags[i + PAD] ?? 0] ?? 'X')
      }),
    parse(tokens) {
      const split = splitClitics(tokens)
      if (split === undefined) return parsePieces(tokens, model, tagger, parser)
      const parsed = parsePieces(split.tokens, model, tagger, parser)
      return rejoin(tokens, parsed, split.origin)
    },
  }
}

/** Cuts a sentence that is too long behind its last comma, semicolon, colon or stop before the limit. */
function pieces(tokens: readonly string[]): (readonly string[])[] {
  if (tokens.length <= LONGEST) return tokens.length === 0 ? [] : [tokens]
  const result: (readonly string[])[] = []
  let start = 0
  while (tokens.length - start > LONGEST) {
    let end = start + LONGEST
    while (end > start + LONGEST / 2 && !/^[,;:.!?•|]$/.test(tokens[end - 1] ?? '')) end--
    if (end === start + LONGEST / 2) end = start + LONGEST
    result.push(tokens.slice(start, end))
    start = end
  }
  result.push(tokens.slice(start))
  return result
}

function parsePieces(
  tokens: readonly string[],
  model: Model,
  tagger: Tagger,
  parser: Parser,
): ParsedSentence {
  const heads = new Int16Array(tokens.length)
  const labels: string[] = []
  const upos: Upos[] = []
  const xpos: string[] = []
  let root = -1
  for (const piece of pieces(tokens.slice(0, MOST_TOKENS))) {
    const offset = labels.length
    const n = piece.length
    const features = tokenFeatures(piece, model.lexicon)
    const tagging = tagger.tag(features)
    const state = parser.parse(sentenceView(features, tagging, model.tags))
    const previousRoot = root
    for (let i = 0; i < n; i++) {
      const head = state.heads[i] ?? n
      const label = model.labels[state.labels[i] ?? 0] ?? 'dep'
      const tag = tagging.tags[i + PAD] ?? 0
      upos.push(model.tags.upos[tag] ?? 'X')
      xpos.push(model.tags.xpos[tag] ?? 'FW')
      if (head < n) {
        heads[offset + i] = head + offset
        labels.push(label === 'root' ? 'dep' : label)
      } else {
        heads[offset + i] = previousRoot
        labels.push(previousRoot < 0 ? 'root' : 'parataxis')
        if (root < 0) root = offset + i
      }
    }
  }
  for (let i = labels.length; i < tokens.length; i++) {
    heads[i] = MOST_TOKENS - 1
    labels.push('dep')
    upos.push('X')
    xpos.push('FW')
  }
  return { tokens, upos, xpos, heads, labels }
}

/**
 * Joins the parts of split tokens: a token takes the arc of its part nearest the root, and the tags of its first part. Since that part
 * lies above its siblings, no cycle can come of it.
 */
function rejoin(
  tokens: readonly string[],
  parsed: ParsedSentence,
  origin: readonly number[],
): ParsedSentence {
  const depths = depthsOf(parsed.heads)
  const first = new Int32Array(tokens.length).fill(-1)
  const top = new Int32Array(tokens.length).fill(-1)
  origin.forEach((own, part) => {
    if ((first[own] ?? -1) < 0) first[own] = part
    const best = top[own] ?? -1
    if (best < 0 || (depths[part] ?? 0) < (depths[best] ?? 0)) top[own] = part
  })
  return {
    tokens,
    upos: tokens.map((_, i) => parsed.upos[first[i] ?? 0] ?? 'X'),
    xpos: tokens.map((_, i) => parsed.xpos[first[i] ?? 0] ?? 'FW'),
    heads: Int16Array.from(tokens, (_, i) => origin[parsed.heads[top[i] ?? 0] ?? -1] ?? -1),
    labels: tokens.map((_, i) => parsed.labels[top[i] ?? 0] ?? 'dep'),
  }
}

/** Number of arcs between each word and the root; linear, each word's way up is walked once. */
function depthsOf(heads: Int16Array): Int32Array {
  const depths = new Int32Array(heads.length).fill(-1)
  const path: number[] = []
  for (let i = 0; i < heads.length; i++) {
    let at = i
    while (at >= 0 && (depths[at] ?? 0) < 0) {
      path.push(at)
      at = heads[at] ?? -1
    }
    let depth = at < 0 ? -1 : (depths[at] ?? 0)
    for (let word = path.pop(); word !== undefined; word = path.pop()) depths[word] = ++depth
  }
  return depths
}
