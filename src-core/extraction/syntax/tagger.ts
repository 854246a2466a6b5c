import { mix } from './hashing'
import { MOST_KEYS, noShortcuts, tagKeys, type Shortcuts } from './shortcuts'
import { PAD, type TokenFeatures } from './token-features'
import { WEIGHT_UNIT, type Scorer } from './weights'

const MAX_FEATURES = 64

/** Joint tag ids, PAD before and after (value `classes`). */
export interface Tagging {
  readonly tags: Int32Array
  /** The runner-up where it was close, else the tag itself: the parser may know better. */
  readonly rivals: Int32Array
}

export interface Tagger {
  tag(tokens: TokenFeatures): Tagging
}

/** How far behind the best tag a rival may be, in units of weights. */
const CLOSE = 2 * WEIGHT_UNIT

/** Greedy, left to right: an averaged perceptron over the word, its neighbours, and the two tags before (Collins 2002). */
export function makeTagger(scorer: Scorer, shortcuts: Shortcuts = noShortcuts): Tagger {
  const keys = new Int32Array(MOST_KEYS)
  const features = new Int32Array(MAX_FEATURES)
  const scores = new Float64Array(scorer.classes)
  return {
    tag(tokens) {
      const tags = new Int32Array(tokens.length + 2 * PAD).fill(scorer.classes)
      const rivals = new Int32Array(tokens.length + 2 * PAD).fill(scorer.classes)
      for (let at = PAD; at < tokens.length + PAD; at++) {
        const known = tokens.certain[at] ?? -1
        const certain = known >= 0 ? known : shortcuts.find(keys, tagKeys(tokens, tags, at, keys))
        if (certain >= 0) {
          tags[at] = certain
          rivals[at] = certain
          continue
        }
        const count = taggerFeatures(tokens, tags, at, features)
        scores.fill(0)
        scorer.score(features, count, scores)
        const best = bestOf(scores)
        const floor = (scores[best] ?? 0) - CLOSE
        scores[best] = -Infinity
        const second = bestOf(scores)
        tags[at] = best
        rivals[at] = (scores[second] ?? 0) > floor ? second : best
      }
      return { tags, rivals }
    },
  }
}

export function bestOf(scores: Float64Array): number {
  let best = 0
  for (let c = 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
  return best
}

/** Writes the hashes of the features of the token at `at` and returns how many. */
export function taggerFeatures(
  t: TokenFeatures,
  tags: Int32Array,
  at: number,
  out: Int32Array,
): number {
  const { word, shape, suffix3, ambiguity, coarse, fine } = t
  const w = word[at] ?? 0
  const before = word[at - 1] ?? 0
  const after = word[at + 1] ?? 0
  const t1 = tags[at - 1] ?? 0
  const t2 = tags[at - 2] ?? 0
  const amb = ambiguity[at] ?? 0
  const ambNext = ambiguity[at + 1] ?? 0
  const s = shape[at] ?? 0
  const s3 = suffix3[at] ?? 0
  let n = 0
  out[n++] = mix(1, w)
  out[n++] = mix(2, t.suffix1[at] ?? 0)
  out[n++] = mix(3, t.suffix2[at] ?? 0)
  out[n++] = mix(4, s3)
  out[n++] = mix(5, t.suffix4[at] ?? 0)
  out[n++] = mix(6, t.prefix3[at] ?? 0)
  out[n++] = mix(7, s)
  out[n++] = mix(mix(8, s), at === PAD ? 1 : 0)
  out[n++] = mix(mix(9, s), s3)
  out[n++] = mix(10, amb)
  out[n++] = mix(11, coarse[at] ?? 0)
  out[n++] = mix(12, fine[at] ?? 0)
  out[n++] = mix(mix(13, fine[at] ?? 0), s)
  out[n++] = mix(14, before)
  out[n++] = mix(15, after)
  out[n++] = mix(16, word[at - 2] ?? 0)
  out[n++] = mix(17, word[at + 2] ?? 0)
  out[n++] = mix(18, t1)
  const t12 = mix(mix(19, t1), t2)
  out[n++] = t12
  out[n++] = mix(mix(20, t1), w)
  out[n++] = mix(mix(21, t1), amb)
  out[n++] = mix(t12, amb)
  out[n++] = mix(22, ambNext)
  out[n++] = mix(mix(23, amb), ambNext)
  out[n++] = mix(mix(mix(24, t1), amb), ambNext)
  out[n++] = mix(mix(25, w), ambNext)
  out[n++] = mix(mix(26, before), w)
  out[n++] = mix(mix(27, w), after)
  out[n++] = mix(28, fine[at - 1] ?? 0)
  out[n++] = mix(29, fine[at + 1] ?? 0)
  out[n++] = mix(30, suffix3[at - 1] ?? 0)
  out[n++] = mix(31, suffix3[at + 1] ?? 0)
  out[n++] = mix(mix(32, shape[at - 1] ?? 0), s)
  out[n++] = mix(mix(33, s), shape[at + 1] ?? 0)
  out[n++] = mix(mix(34, ambNext), ambiguity[at + 2] ?? 0)
  out[n++] = mix(mix(35, t1), coarse[at] ?? 0)
  out[n++] = mix(mix(36, coarse[at] ?? 0), coarse[at + 1] ?? 0)
  out[n++] = mix(mix(37, t1), after)
  out[n++] = mix(mix(mix(38, t1), s), shape[at + 1] ?? 0)
  out[n++] = mix(mix(39, t1), s3)
  const possible = t.possible[at] ?? 0
  const possibleNext = t.possible[at + 1] ?? 0
  out[n++] = mix(40, possible)
  out[n++] = mix(mix(41, possible), s)
  out[n++] = mix(mix(42, possible), s3)
  out[n++] = mix(mix(43, t1), possible)
  out[n++] = mix(mix(mix(44, t1), possible), possibleNext)
  out[n++] = mix(mix(45, before), possible)
  out[n++] = mix(mix(46, possible), after)
  out[n++] = mix(mix(47, amb), possible)
  return n
}
