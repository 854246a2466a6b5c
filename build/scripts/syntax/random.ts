/** Seeded random source (mulberry32, public domain, Tommy Ettinger): training must give the same weights every time. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const a = copy[i]
    const b = copy[j]
    if (a === undefined || b === undefined) continue
    copy[i] = b
    copy[j] = a
  }
  return copy
}

/**
 * Drops each feature with chance `share`: learning must then not lean on a few of them, which helps on words and topics that training
 * lacks (Søgaard 2013). Returns how many are left.
 */
export function dropOut(
  features: Int32Array,
  count: number,
  share: number,
  random: () => number,
): number {
  if (share <= 0) return count
  let kept = 0
  for (let i = 0; i < count; i++) if (random() >= share) features[kept++] = features[i] ?? 0
  return kept
}
