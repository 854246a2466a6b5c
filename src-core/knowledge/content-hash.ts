/**
 * 64 bits as 16 hexadecimal digits, for telling contents apart (not for security): FNV-1a over pairs of UTF-16 units beside a rotating
 * sum of the same pairs, each closed by murmur3's finaliser.
 */
export function contentHash(texts: readonly string[]): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 2) {
      // Behind an odd end stands NaN, which counts as no bits.
      const pair = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)
      a = Math.imul(a ^ pair, 0x01000193)
      b = ((b << 5) | (b >>> 27)) ^ (pair + i)
    }
    // Text ends count, so that moving a line from one table to the next shows.
    a = Math.imul(a ^ 0x10000, 0x01000193)
    b = Math.imul(b ^ 0x10000, 0x5bd1e995)
  }
  return hex(a) + hex(b)
}

function hex(value: number): string {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
