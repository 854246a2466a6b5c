import { mix } from './hashing'
import type { ParserState } from './parser-state'
import type { SentenceView } from './sentence-view'

export const MAX_LABEL_FEATURES = 64

/** Features of the arc about to be drawn: the dependent has all its dependents by then, the head those nearer than it. */
export function labelFeatures(
  v: SentenceView,
  s: ParserState,
  dependent: number,
  head: number,
  out: Int32Array,
): number {
  const { word, tag, fine, coarse } = v
  const none = v.length + 2
  const or = (index: number | undefined): number =>
    index === undefined || index < 0 ? none : index
  const isLeft = dependent < head ? 1 : 0
  const dt = tag[dependent] ?? 0
  const dw = word[dependent] ?? 0
  const df = fine[dependent] ?? 0
  const ht = mix(tag[head] ?? 0, isLeft)
  const hw = mix(word[head] ?? 0, isLeft)
  const hf = mix(fine[head] ?? 0, isLeft)
  const l1 = or(s.left1[dependent])
  const l2 = or(s.left2[dependent])
  const r1 = or(s.right1[dependent])
  const l1w = word[l1] ?? 0
  const l2w = word[l2] ?? 0
  const l1l = labelOf(s, l1, none)
  const dSet = s.labelSet[dependent] ?? 0
  const hSet = s.labelSet[head] ?? 0
  const distance = Math.min(Math.abs(head - dependent), 8)
  const pair = mix(mix(1, dt), ht)
  const from = Math.min(head, dependent) + 1
  const to = Math.max(head, dependent)
  const commas = Math.min((v.commas[to] ?? 0) - (v.commas[from] ?? 0), 2)
  const verbs = Math.min((v.verbs[to] ?? 0) - (v.verbs[from] ?? 0), 2)
  const before = dependent > 0 ? dependent - 1 : none
  const after = dependent + 1
  let n = 0
  out[n++] = pair
  out[n++] = mix(mix(2, dw), ht)
  out[n++] = mix(mix(3, dt), hw)
  out[n++] = mix(mix(4, dw), hw)
  out[n++] = mix(mix(5, dt), isLeft)
  out[n++] = mix(mix(6, dw), mix(dt, isLeft))
  out[n++] = mix(7, hw)
  out[n++] = mix(8, ht)
  out[n++] = mix(mix(9, df), ht)
  out[n++] = mix(mix(10, df), hw)
  out[n++] = mix(mix(11, dt), hf)
  out[n++] = mix(mix(12, df), hf)
  out[n++] = mix(mix(13, dw), hf)
  out[n++] = mix(mix(14, coarse[dependent] ?? 0), mix(pair, coarse[head] ?? 0))
  out[n++] = mix(mix(15, df), mix(dt, isLeft))
  out[n++] = mix(mix(16, l1w), ht)
  out[n++] = mix(mix(17, l1w), hw)
  out[n++] = mix(mix(18, l1w), pair)
  out[n++] = mix(mix(19, l1w), mix(dw, ht))
  out[n++] = mix(mix(20, l1l), pair)
  out[n++] = mix(mix(21, dSet), pair)
  out[n++] = mix(mix(22, dSet), hw)
  out[n++] = mix(mix(23, dSet), mix(dw, isLeft))
  out[n++] = mix(mix(24, hSet), pair)
  out[n++] = mix(mix(25, hSet), hw)
  out[n++] = mix(mix(26, hSet), mix(hw, dt))
  out[n++] = mix(mix(27, l2w), pair)
  out[n++] = mix(mix(28, l1w), mix(l2w, ht))
  out[n++] = mix(mix(29, l1w), mix(df, ht))
  out[n++] = mix(mix(30, l1w), mix(df, hf))
  out[n++] = mix(mix(31, word[r1] ?? 0), pair)
  out[n++] = mix(mix(32, labelOf(s, r1, none)), pair)
  out[n++] = mix(pair, distance)
  out[n++] = mix(mix(33, distance), mix(dw, isLeft))
  out[n++] = mix(mix(pair, commas), mix(verbs, 34))
  out[n++] = mix(mix(35, tag[before] ?? 0), pair)
  out[n++] = mix(mix(36, tag[after] ?? 0), pair)
  out[n++] = mix(mix(37, word[before] ?? 0), mix(dt, isLeft))
  out[n++] = mix(mix(38, word[after] ?? 0), mix(dt, isLeft))
  out[n++] = mix(mix(39, tag[head + 1] ?? 0), pair)
  out[n++] = mix(mix(40, head > 0 ? (tag[head - 1] ?? 0) : 0), pair)
  out[n++] = mix(mix(41, labelOf(s, or(s.left1[head]), none)), pair)
  out[n++] = mix(mix(42, labelOf(s, or(s.right1[head]), none)), pair)
  out[n++] = mix(mix(43, word[or(s.right1[head])] ?? 0), mix(dt, hw))
  out[n++] = mix(mix(44, word[or(s.left1[head])] ?? 0), mix(dt, ht))
  out[n++] = mix(mix(45, tag[l1] ?? 0), mix(mix(dt, tag[r1] ?? 0), ht))
  out[n++] = mix(mix(46, dependent === 0 ? 1 : 0), mix(dw, ht))
  out[n++] = mix(mix(47, tag[before] ?? 0), mix(tag[after] ?? 0, mix(dt, isLeft)))
  out[n++] = mix(mix(48, v.tagPair[dependent] ?? 0), ht)
  out[n++] = mix(mix(49, v.tagPair[head] ?? 0), mix(dt, isLeft))
  out[n++] = mix(mix(50, v.possible[dependent] ?? 0), mix(v.possible[head] ?? 0, isLeft))
  return n
}

function labelOf(s: ParserState, i: number, none: number): number {
  return i === none ? -2 : (s.labels[i] ?? -1)
}
