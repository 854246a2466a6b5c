import type { ByteReader } from './byte-reader'
import { mix } from './hashing'
import type { ParserState } from './parser-state'
import type { SentenceView } from './sentence-view'
import type { TokenFeatures } from './token-features'

/**
 * Most decisions are easy: between these four tags the full model nearly always moves the same way, and asking a hundred features for it is
 * waste. A shortcut is a short description of a decision (a key) and the class that the full model has chosen there in at least 99 of
 * 100 cases, counted over the treebank by build/scripts/syntax/fit-shortcuts.ts. Where no key is known, the full model decides.
 */
export interface Shortcuts {
  /** The class of the first key that is known; -1 where none is. */
  find(keys: Int32Array, count: number): number
}

export const MOST_KEYS = 4
export const noShortcuts: Shortcuts = { find: () => -1 }

/** Keys of the next move: tags of the stack's top two and the buffer's first two; whether words lie between; labels so far. */
export function moveKeys(v: SentenceView, s: ParserState, out: Int32Array): number {
  const { tag } = v
  const none = v.length + 2
  const s0 = s.depth > 0 ? (s.stack[s.depth - 1] ?? none) : none
  const s1 = s.depth > 1 ? (s.stack[s.depth - 2] ?? none) : none
  const b0 = s.front
  const s0t = tag[s0] ?? 0
  const s1t = tag[s1] ?? 0
  const ahead = mix(tag[b0] ?? 0, tag[Math.min(b0 + 1, none)] ?? 0)
  const gap = b0 - s0 > 1 ? 2 : 1
  out[0] = mix(mix(mix(201, s0t), s1t), ahead)
  out[1] = mix(mix(mix(202, s0t), gap), ahead)
  const sets = mix(s.labelSet[s0] ?? 0, s.labelSet[s1] ?? 0)
  out[2] = mix(mix(mix(203, s0t), s1t), mix(tag[b0] ?? 0, sets))
  return 3
}

/** Keys of an arc's label: both tags and the direction, with the dependent's first word, the labels on both, or the word itself. */
export function labelKeys(
  v: SentenceView,
  s: ParserState,
  dependent: number,
  head: number,
  out: Int32Array,
): number {
  const tags = mix(mix(mix(204, v.tag[dependent] ?? 0), v.tag[head] ?? 0), dependent < head ? 1 : 0)
  const first = s.left1[dependent] ?? -1
  out[0] = mix(mix(tags, 1), first < 0 ? 0 : (v.word[first] ?? 0))
  out[1] = mix(mix(tags, s.labelSet[dependent] ?? 0), s.labelSet[head] ?? 0)
  out[2] = mix(mix(tags, 2), v.word[dependent] ?? 0)
  return 3
}

/** Keys of a word's tag: the word with the tag before it or the tags that the next word can have; its ending and kind instead of the word. */
export function tagKeys(t: TokenFeatures, tags: Int32Array, at: number, out: Int32Array): number {
  const word = t.word[at] ?? 0
  const before = tags[at - 1] ?? 0
  out[0] = mix(mix(205, word), before)
  out[1] = mix(mix(206, word), t.ambiguity[at + 1] ?? 0)
  const kind = mix(mix(t.possible[at] ?? 0, t.suffix3[at] ?? 0), t.shape[at] ?? 0)
  out[2] = mix(mix(207, kind), before)
  return 3
}

/** Pairs of a key and its class; keys sorted, as differences. */
export function readShortcuts(reader: ByteReader): Shortcuts {
  const count = reader.varint()
  const keys = new Int32Array(count)
  let key = -0x80000000
  for (let i = 0; i < count; i++) {
    key += reader.varint()
    keys[i] = key
  }
  return makeShortcuts(keys, reader.take(count))
}

export function makeShortcuts(keys: Int32Array, classes: Uint8Array): Shortcuts {
  let size = 16
  while (size < keys.length * 1.6) size *= 2
  const mask = size - 1
  // Pairs of key and class + 1; 0 marks a free slot.
  const table = new Int32Array(size * 2)
  keys.forEach((key, i) => {
    let slot = key & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = key
    table[slot * 2 + 1] = (classes[i] ?? 0) + 1
  })
  return {
    find(wanted, count) {
      for (let k = 0; k < count; k++) {
        const key = wanted[k] ?? 0
        let slot = key & mask
        let found = table[slot * 2 + 1] ?? 0
        while (found !== 0 && table[slot * 2] !== key) {
          slot = (slot + 1) & mask
          found = table[slot * 2 + 1] ?? 0
        }
        if (found !== 0) return found - 1
      }
      return -1
    },
  }
}
