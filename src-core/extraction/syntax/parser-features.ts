import { mix } from './hashing'
import type { ParserState } from './parser-state'
import type { SentenceView } from './sentence-view'

export const MAX_PARSER_FEATURES = 160

/**
 * Writes the hashes of a configuration's features and returns how many. After Zhang & Nivre (2011): words (w), joint tags (t) and word
 * classes (c, f) of the stack's top three and the buffer's first three, their outermost dependents, labels, valency, distance, what
 * lies between, and the noun that a preposition ahead introduces.
 */
export function parserFeatures(v: SentenceView, s: ParserState, out: Int32Array): number {
  const { word, tag, fine, coarse, tagPair, possible } = v
  const none = v.length + 2
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] ?? none) : none
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] ?? none) : none
  const s2 = s.depth > 2 ? (s.stack[s.depth - 3] ?? none) : none
  const b0 = s.front
  const b1 = Math.min(b0 + 1, none)
  const b2 = Math.min(b0 + 2, none)
  const isTop = s0 !== none
  const isSecond = s1 !== none
  const s0w = word[s0] ?? 0
  const s0t = tag[s0] ?? 0
  const s0f = fine[s0] ?? 0
  const s0c = coarse[s0] ?? 0
  const s1w = word[s1] ?? 0
  const s1t = tag[s1] ?? 0
  const s1f = fine[s1] ?? 0
  const s1c = coarse[s1] ?? 0
  const s2w = word[s2] ?? 0
  const s2t = tag[s2] ?? 0
  const b0w = word[b0] ?? 0
  const b0t = tag[b0] ?? 0
  const b0f = fine[b0] ?? 0
  const b0c = coarse[b0] ?? 0
  const b1w = word[b1] ?? 0
  const b1t = tag[b1] ?? 0
  const b2w = word[b2] ?? 0
  const b2t = tag[b2] ?? 0
  const ahead = v.nounAfter[b0] ?? none
  let n = 0
  // Single words.
  out[n++] = mix(1, s0w)
  out[n++] = mix(2, s0t)
  out[n++] = mix(mix(3, s0w), s0t)
  out[n++] = mix(4, s1w)
  out[n++] = mix(5, s1t)
  out[n++] = mix(mix(6, s1w), s1t)
  out[n++] = mix(7, b0w)
  out[n++] = mix(8, b0t)
  out[n++] = mix(mix(9, b0w), b0t)
  out[n++] = mix(mix(10, b1w), b1t)
  out[n++] = mix(11, b1t)
  out[n++] = mix(mix(12, b2w), b2t)
  out[n++] = mix(13, b2t)
  out[n++] = mix(mix(14, s2w), s2t)
  out[n++] = mix(15, s0f)
  out[n++] = mix(mix(16, s0c), s0t)
  out[n++] = mix(17, s1f)
  out[n++] = mix(mix(18, s1c), s1t)
  out[n++] = mix(19, b0f)
  out[n++] = mix(mix(20, b0c), b0t)
  // Pairs.
  const tt = mix(mix(21, s0t), b0t)
  const st = mix(mix(22, s1t), s0t)
  out[n++] = tt
  out[n++] = st
  out[n++] = mix(mix(23, s0w), b0w)
  out[n++] = mix(mix(mix(24, s0w), b0t), s0t)
  out[n++] = mix(mix(mix(25, s0t), b0w), b0t)
  out[n++] = mix(mix(26, s1w), s0w)
  out[n++] = mix(mix(mix(27, s1w), s0t), s1t)
  out[n++] = mix(mix(mix(28, s1t), s0w), s0t)
  out[n++] = mix(mix(29, s1t), b0t)
  out[n++] = mix(mix(30, s1w), b0w)
  out[n++] = mix(mix(31, b0t), b1t)
  out[n++] = mix(mix(32, b0w), b1w)
  out[n++] = mix(mix(33, s0f), b0f)
  out[n++] = mix(mix(34, s1f), s0f)
  out[n++] = mix(mix(35, s0w), b0f)
  out[n++] = mix(mix(36, s0f), b0w)
  out[n++] = mix(mix(37, s1w), s0f)
  out[n++] = mix(mix(38, s1f), s0w)
  out[n++] = mix(mix(tt, s0c), b0c)
  out[n++] = mix(mix(st, s1c), s0c)
  // Three in a row.
  out[n++] = mix(tt, b1t)
  out[n++] = mix(mix(mix(39, b0t), b1t), b2t)
  out[n++] = mix(mix(st, 40), b0t)
  out[n++] = mix(mix(st, 41), s2t)
  out[n++] = mix(mix(mix(42, s1w), s0t), b0w)
  out[n++] = mix(mix(mix(43, s1t), s0w), b0w)
  out[n++] = mix(mix(mix(44, s1w), s0w), b0t)
  out[n++] = mix(mix(mix(st, b0t), b1t), 45)
  out[n++] = mix(mix(mix(46, s0w), b0t), b1t)
  out[n++] = mix(mix(mix(47, s0t), b0w), b1t)
  out[n++] = mix(mix(mix(48, s0t), b0t), b1w)
  out[n++] = mix(mix(mix(49, s1f), s0f), b0w)
  // The noun that a preposition or determiner in front of the buffer leads to.
  const aheadWord = word[ahead] ?? 0
  const aheadClass = fine[ahead] ?? 0
  out[n++] = mix(mix(mix(50, b0w), aheadWord), s0t)
  out[n++] = mix(mix(mix(51, b0w), aheadClass), s0f)
  out[n++] = mix(mix(mix(52, b0w), aheadClass), s1f)
  out[n++] = mix(mix(mix(53, b0w), s0w), coarse[ahead] ?? 0)
  out[n++] = mix(mix(mix(54, b0w), s1w), coarse[ahead] ?? 0)
  out[n++] = mix(mix(tt, tag[ahead] ?? 0), 55)
  // Where the tagger was in doubt, or wrong: its second choice, and what a general lexicon says.
  const s0p = tagPair[s0] ?? 0
  const s1p = tagPair[s1] ?? 0
  const b0p = tagPair[b0] ?? 0
  const s0q = possible[s0] ?? 0
  const s1q = possible[s1] ?? 0
  const b0q = possible[b0] ?? 0
  out[n++] = mix(mix(105, s0p), b0p)
  out[n++] = mix(mix(106, s1p), s0p)
  out[n++] = mix(mix(mix(107, s0t), b0p), tagPair[b1] ?? 0)
  out[n++] = mix(mix(108, s0q), b0q)
  out[n++] = mix(mix(109, s1q), s0q)
  out[n++] = mix(mix(mix(110, s0q), b0q), possible[b1] ?? 0)
  out[n++] = mix(mix(mix(111, s1q), s0q), b0q)
  out[n++] = mix(mix(mix(112, b0q), possible[b1] ?? 0), possible[b2] ?? 0)
  // What lies ahead: greedy reading errs where a later verb changes the picture.
  const verbsAhead = Math.min((v.verbs[v.length] ?? 0) - (v.verbs[b0] ?? 0), 3)
  const nextVerb = v.verbAfter[b0] ?? none
  const verbTag = mix(tag[nextVerb] ?? 0, Math.min(nextVerb - b0, 5))
  out[n++] = mix(mix(tt, verbsAhead), 113)
  out[n++] = mix(mix(st, verbsAhead), 114)
  out[n++] = mix(mix(tt, verbTag), 115)
  out[n++] = mix(mix(st, verbTag), mix(b0t, 116))
  out[n++] = mix(mix(mix(117, s0w), b0t), verbsAhead)
  out[n++] = mix(mix(mix(118, b1t), b2t), mix(b0t, tag[Math.min(b0 + 3, none)] ?? 0))
  // Distances, and what lies between.
  if (isTop) {
    const distance = bucket(b0 - s0)
    const between = betweenOf(v, s0 + 1, b0)
    out[n++] = mix(mix(56, s0w), distance)
    out[n++] = mix(mix(57, b0w), distance)
    out[n++] = mix(tt, distance)
    out[n++] = mix(mix(tt, between), 58)
    out[n++] = mix(mix(mix(59, s0w), between), b0t)
  }
  if (isSecond) {
    const distance = bucket(s0 - s1)
    const between = betweenOf(v, s1 + 1, s0)
    out[n++] = mix(mix(60, s0w), distance)
    out[n++] = mix(mix(61, s1w), distance)
    out[n++] = mix(st, distance)
    out[n++] = mix(mix(st, between), 62)
    out[n++] = mix(mix(mix(63, s1w), between), s0t)
  }
  if (isTop) n = dependentFeatures(v, s, s0, s1, b0, out, n)
  // The words next to the pair in the text, whatever has become of them.
  if (s0 > 0 && isTop) out[n++] = mix(mix(mix(100, tag[s0 - 1] ?? 0), s0t), b0t)
  if (isTop) out[n++] = mix(mix(mix(101, tag[s0 + 1] ?? 0), s0t), b0t)
  if (b0 > 0) out[n++] = mix(mix(mix(102, tag[b0 - 1] ?? 0), s0t), b0t)
  if (isSecond) out[n++] = mix(mix(mix(103, tag[s1 + 1] ?? 0), s1t), s0t)
  out[n++] = mix(mix(104, Math.min(s.depth, 6)), b0 === v.length ? 1 : 0)
  return n
}

function dependentFeatures(
  v: SentenceView,
  s: ParserState,
  s0: number,
  s1: number,
  b0: number,
  out: Int32Array,
  from: number,
): number {
  const { word, tag } = v
  const none = v.length + 2
  const isSecond = s1 !== none
  const or = (index: number | undefined): number =>
    index === undefined || index < 0 ? none : index
  const s0t = tag[s0] ?? 0
  const b0t = tag[b0] ?? 0
  const s1t = tag[s1] ?? 0
  const s0w = word[s0] ?? 0
  const b0w = word[b0] ?? 0
  const s1w = word[s1] ?? 0
  const s0l = or(s.left1[s0])
  const s0l2 = or(s.left2[s0])
  const s0r = or(s.right1[s0])
  const s0r2 = or(s.right2[s0])
  const b0l = or(s.left1[b0])
  const b0l2 = or(s.left2[b0])
  const s0Set = s.labelSet[s0] ?? 0
  const b0Set = s.labelSet[b0] ?? 0
  const labelOf = (i: number): number => (i === none ? -2 : (s.labels[i] ?? -1))
  const valency0 = (s.leftCount[s0] ?? 0) * 16 + (s.rightCount[s0] ?? 0)
  let n = from
  out[n++] = mix(mix(64, s0w), valency0)
  out[n++] = mix(mix(65, s0t), valency0)
  out[n++] = mix(mix(66, b0w), s.leftCount[b0] ?? 0)
  out[n++] = mix(mix(67, b0t), s.leftCount[b0] ?? 0)
  out[n++] = mix(mix(68, s0w), s0Set)
  out[n++] = mix(mix(69, s0t), s0Set)
  out[n++] = mix(mix(70, b0w), b0Set)
  out[n++] = mix(mix(71, b0t), b0Set)
  out[n++] = mix(mix(mix(72, s0t), b0t), tag[s0l] ?? 0)
  out[n++] = mix(mix(mix(73, s0t), b0t), tag[s0r] ?? 0)
  out[n++] = mix(mix(mix(74, s0t), b0t), tag[b0l] ?? 0)
  out[n++] = mix(mix(mix(75, s0t), s0Set), b0t)
  out[n++] = mix(mix(mix(76, s0t), b0Set), b0t)
  out[n++] = mix(mix(77, s0w), word[s0l] ?? 0)
  out[n++] = mix(mix(78, s0t), labelOf(s0l))
  out[n++] = mix(mix(79, s0t), labelOf(s0r))
  out[n++] = mix(mix(80, b0t), labelOf(b0l))
  out[n++] = mix(81, word[s0l] ?? 0)
  out[n++] = mix(82, word[s0r] ?? 0)
  out[n++] = mix(83, word[b0l] ?? 0)
  out[n++] = mix(mix(mix(84, s0t), tag[s0l] ?? 0), tag[s0l2] ?? 0)
  out[n++] = mix(mix(mix(85, s0t), tag[s0r] ?? 0), tag[s0r2] ?? 0)
  out[n++] = mix(mix(mix(86, b0t), tag[b0l] ?? 0), tag[b0l2] ?? 0)
  out[n++] = mix(mix(mix(87, s0w), b0w), tag[s0l] ?? 0)
  if (!isSecond) return n
  const s1l = or(s.left1[s1])
  const s1r = or(s.right1[s1])
  const s1r2 = or(s.right2[s1])
  const s1Set = s.labelSet[s1] ?? 0
  out[n++] = mix(mix(mix(88, s1t), s0t), tag[s0l] ?? 0)
  out[n++] = mix(mix(mix(89, s1t), s0t), tag[s0r] ?? 0)
  out[n++] = mix(mix(mix(90, s1t), s0t), tag[s1r] ?? 0)
  out[n++] = mix(mix(mix(91, s1t), s0t), tag[s1l] ?? 0)
  out[n++] = mix(mix(mix(92, s1w), word[s0l] ?? 0), s0t)
  out[n++] = mix(mix(mix(93, s1t), word[s0l] ?? 0), s0w)
  out[n++] = mix(mix(mix(94, s1w), word[s0l] ?? 0), s0w)
  out[n++] = mix(mix(mix(95, s1t), s1Set), s0t)
  out[n++] = mix(mix(mix(96, s1w), s1Set), s0t)
  out[n++] = mix(mix(mix(97, s1t), s0Set), s0t)
  out[n++] = mix(mix(mix(98, v.fine[s1] ?? 0), word[s0l] ?? 0), v.fine[s0] ?? 0)
  out[n++] = mix(mix(mix(99, s1t), labelOf(s1r)), mix(s0t, labelOf(s1r2)))
  return n
}

function bucket(distance: number): number {
  if (distance <= 4) return distance
  if (distance <= 6) return 5
  return distance <= 10 ? 6 : 7
}

/** Whether commas (one, more), verbs and conjunctions stand in `[from, to)`, in five bits. */
function betweenOf(v: SentenceView, from: number, to: number): number {
  const commas = (v.commas[to] ?? 0) - (v.commas[from] ?? 0)
  const verbs = (v.verbs[to] ?? 0) - (v.verbs[from] ?? 0)
  const conjunctions = (v.conjunctions[to] ?? 0) - (v.conjunctions[from] ?? 0)
  return Math.min(commas, 2) + 3 * Math.min(verbs, 2) + 9 * Math.min(conjunctions, 1)
}
