/** Edits that a misspelt word of a length may be away. */
export function allowedEdits(term: string): number {
  return term.length < 4 ? 0 : term.length < 8 ? 1 : 2
}

/** The letters of a word as bits: an edit changes at most two of them. Far cheaper to compare than the words. */
export function letterBits(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/** False where the letters alone tell that two words are more than some edits apart. */
export function mayBeNear(a: number, b: number, most: number): boolean {
  let apart = a ^ b
  let count = 0
  for (; apart !== 0; apart &= apart - 1) {
    count += 1
    if (count > 2 * most) return false
  }
  return true
}

/** Whether two words are at most some edits apart: insertions, deletions, changes and swapped neighbours (Damerau). */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let older: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return false
    older = before
    before = row
  }
  return (before[b.length] ?? Infinity) <= most
}
