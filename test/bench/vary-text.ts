/** Numbers and long lower-case-free names are changed by a seed, so that no cache of words or pages can help. */
export function vary(text: string, seed: number): string {
  let state = seed * 2654435761 + 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return text
    .replace(/\b\d{2,}\b/g, (number) =>
      /^(?:19|20)\d\d$/.test(number) ? number : String(next(10 ** Math.min(number.length, 6))),
    )
    .replace(/\b[A-Z][a-z]{6,}\b/g, (word) =>
      next(8) === 0 ? word.slice(0, -2) + (syllables[next(syllables.length)] ?? '') : word,
    )
}

const syllables = ['ra', 'lo', 'mi', 'ten', 'gar', 'vos', 'lin', 'ock']
