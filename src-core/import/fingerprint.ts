import type { SourceText } from '../model/source-text'

/** Words of a shingle: shorter ones are the language's, this many in a row are an author's. */
const shingleWords = 8
/** Smallest hashes that are kept. */
const sketchSize = 96
/** Blocks of fewer words are headings, menus and lists of names: everybody has them. */
const leastWords = 12

/**
 * A sketch of what a text says in its own words: the smallest hashes of all runs of eight words, in rising order (bottom-k MinHash; Broder
 * 1997). Two texts share as much of their sketches as they share of their wording, whatever their formats and order. Empty for a text
 * without a whole sentence.
 */
export function fingerprintOf({ text, blocks }: SourceText): readonly number[] {
  const smallest = new Set<number>()
  let limit = Infinity
  for (const { kind, start, end } of blocks) {
    if (kind === 'table-row' || kind === 'title' || kind === 'heading') continue
    const words =
      text
        .slice(start, Math.min(end, start + 20_000))
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    if (words.length < leastWords) continue
    for (const hash of shingles(words)) {
      if (hash >= limit) continue
      smallest.add(hash)
      if (smallest.size > 4 * sketchSize) limit = trim(smallest)
    }
  }
  trim(smallest)
  return [...smallest].sort((a, b) => a - b)
}

/** Keeps the smallest; returns the bound that a further one must be under. */
function trim(smallest: Set<number>): number {
  if (smallest.size <= sketchSize) return Infinity
  const kept = [...smallest].sort((a, b) => a - b).slice(0, sketchSize)
  smallest.clear()
  for (const hash of kept) smallest.add(hash)
  return kept.at(-1) ?? Infinity
}

function* shingles(words: readonly string[]): Generator<number> {
  const hashes = words.map(hashWord)
  for (let i = 0; i + shingleWords <= hashes.length; i++) {
    let hash = 0
    for (let j = i; j < i + shingleWords; j++) hash = Math.imul(hash ^ (hashes[j] ?? 0), 0x01000193)
    yield finish(hash)
  }
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return finish(hash)
}

/** The finaliser of MurmurHash3: spreads what multiplication has left in the high bits. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * How much of the shorter text's wording the other has too, 0..1; 0 where the sketches hold too little to tell. Near-duplicates come near
 * to 1, an article that quotes half of its sentences from a report to a half.
 */
export function sharedWording(a: readonly number[], b: readonly number[]): number {
  const limit = Math.min(boundOf(a), boundOf(b))
  const inB = new Set(b)
  let ofA = 0
  let shared = 0
  for (const hash of a) {
    if (hash > limit) break
    ofA += 1
    if (inB.has(hash)) shared += 1
  }
  let ofB = 0
  for (const hash of b) if (hash <= limit) ofB += 1
  const shorter = Math.min(ofA, ofB)
  // Of whole texts a sentence in common is too little to tell; of a sample each hit stands for many.
  const least = limit === Infinity ? 16 : 4
  return shorter < 6 || shared < least ? 0 : shared / shorter
}

/** Up to where a sketch is complete: a short text's is complete altogether. */
function boundOf(sketch: readonly number[]): number {
  return sketch.length < sketchSize ? Infinity : (sketch.at(-1) ?? Infinity)
}
