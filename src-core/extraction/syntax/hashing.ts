/**
 * 32-bit hashes of words and of feature tuples. Training and reading must agree on every bit, so a change here needs new weights.
 * Mixing constants are those of MurmurHash3's finalizer (public domain).
 */
const PRIME_A = 0x85ebca6b
const PRIME_B = 0xc2b2ae35
/** 2^32 / golden ratio: spreads template numbers and tag ids, which are small, over all bits before they meet. */
const GOLDEN = 0x9e3779b1

export function mix(hash: number, value: number): number {
  let h = Math.imul(Math.imul(hash, GOLDEN) ^ value, PRIME_A)
  h ^= h >>> 15
  h = Math.imul(h, PRIME_B)
  return h ^ (h >>> 13)
}

/** Lower case for ASCII, one spelling for curly quotes and dashes, every digit as 0: what word features see. */
export function foldedCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  if (code < 128) return code >= 48 && code <= 57 ? 48 : code
  if (code === 0x2018 || code === 0x2019) return 39
  if (code === 0x201c || code === 0x201d) return 34
  if (code >= 0x2010 && code <= 0x2015) return 45
  return code
}

/** Hash of `text[start, end)`, folded. */
export function hashFolded(text: string, start: number, end: number): number {
  let h = end - start
  for (let i = start; i < end; i++) h = Math.imul(h ^ foldedCode(text.charCodeAt(i)), 0x01000193)
  return mix(h, 0)
}
