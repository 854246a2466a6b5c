/** Something the palette can find. */
export interface PaletteEntry {
  readonly id: string
  readonly title: string
  /** Further words by which it is found: aliases, publisher. */
  readonly also?: string
  /** Higher comes first among equals: degree of an entity, links of a report. */
  readonly weight: number
}

const mostShown = 50

/**
 * The best 50 for a query, best first. Every word of the query must occur; the start of the title beats the start of a
 * word, that beats the middle of one, and the title beats what stands in `also`. Linear in the entries.
 */
export function rankEntries<Entry extends PaletteEntry>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const scored: { readonly entry: Entry; readonly score: number }[] = []
  for (const entry of entries) {
    const score = words.length === 0 ? 1 : scoreOf(foldedOf(entry), words)
    if (score > 0) scored.push({ entry, score })
  }
  return scored
    .sort((a, b) => b.score - a.score || b.entry.weight - a.entry.weight)
    .slice(0, mostShown)
    .map(({ entry }) => entry)
}

interface Folded {
  readonly title: string
  readonly also: string
}

/** Folding costs more than searching: each entry is folded once, however many keys are typed. */
const foldedEntries = new WeakMap<PaletteEntry, Folded>()

function foldedOf(entry: PaletteEntry): Folded {
  const known = foldedEntries.get(entry)
  if (known) return known
  const folded = { title: fold(entry.title), also: fold(entry.also ?? '') }
  foldedEntries.set(entry, folded)
  return folded
}

function scoreOf({ title, also }: Folded, words: readonly string[]): number {
  let total = 0
  for (const word of words) {
    const score = Math.max(placeScore(title, word, 8), placeScore(also, word, 3))
    if (score === 0) return 0
    total += score
  }
  return total
}

function placeScore(text: string, word: string, best: number): number {
  const at = text.indexOf(word)
  if (at < 0) return 0
  if (at === 0) return text.length === word.length ? best + 2 : best
  return text.charAt(at - 1) === ' ' ? best / 2 : best / 4
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
