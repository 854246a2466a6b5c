import { foldTables, unit } from './fold-text'

/** One word of a name: a run of letters, a run of digits, or one ideograph. */
export interface NameToken {
  /** Folded: lower case, no diacritics. */
  readonly text: string
  /** What parts it from the word before: see `gap`. */
  readonly gap: number
}

export interface TokenizedName {
  /** Signs before the first and behind the last word, which the text must show too: `$ucyLocker`. */
  readonly lead: string
  readonly tail: string
  readonly tokens: readonly NameToken[]
}

/**
 * How the space between two words counts. Nothing (APT|28), a space, a hyphen and a line break are all `soft`; up to two signs of
 * punctuation must agree; more, an empty line or a dash between spaces never match.
 */
export const gap = {
  soft: 0,
  never: -1,
} as const

/** Accumulates the units between two words; the scanner and the names go through the same rules. */
export class GapReader {
  #spaces = 0
  #newlines = 0
  #hyphens = 0
  #signs = 0
  #packed = 0

  reset(): void {
    this.#spaces = this.#newlines = this.#hyphens = this.#signs = this.#packed = 0
  }

  add(kind: number, folded: number): void {
    if (kind === unit.space) this.#spaces += 1
    else if (kind === unit.newline) this.#newlines += 1
    else if (kind === unit.hyphen) this.#hyphens += 1
    else if (kind === unit.other) {
      this.#signs += 1
      this.#packed = this.#packed * 0x10000 + folded
    }
  }

  value(): number {
    if (this.#newlines > 1 || this.#signs > 2 || this.#hyphens > 1) return gap.never
    // A hyphen with a space before it is a dash; one before a line break only parts a word.
    if (this.#hyphens === 1 && this.#spaces > 0 && this.#newlines === 0) return gap.never
    return this.#packed
  }
}

/** Takes a published name apart; undefined where it has no word or too many signs in a row to be found again. */
export function tokenizeName(name: string): TokenizedName | undefined {
  const { classes, folded } = foldTables()
  const tokens: NameToken[] = []
  const gaps = new GapReader()
  let first = -1
  let last = 0
  for (let i = 0; i < name.length;) {
    const kind = classes[name.charCodeAt(i)] ?? unit.other
    if (!isWord(kind)) {
      if (first >= 0) gaps.add(kind, folded[name.charCodeAt(i)] ?? 0)
      i += 1
      continue
    }
    if (first < 0) first = i
    const end = wordEnd(name, i, kind)
    const between = tokens.length === 0 ? gap.soft : gaps.value()
    if (between === gap.never) return undefined
    tokens.push({ text: foldWord(name, i, end), gap: between })
    gaps.reset()
    i = last = end
  }
  if (first < 0) return undefined
  return { lead: name.slice(0, first).trim(), tail: name.slice(last).trim(), tokens }
}

export const isWord = (kind: number) =>
  kind === unit.letter || kind === unit.digit || kind === unit.ideograph

/** End of the word of class `kind` that begins at `start`, marks inside and behind it included. */
export function wordEnd(text: string, start: number, kind: number): number {
  const { classes } = foldTables()
  let i = start + 1
  if (kind === unit.ideograph) return i
  for (; i < text.length; i += 1) {
    const next = classes[text.charCodeAt(i)]
    if (next !== kind && next !== unit.ignored) break
  }
  return i
}

function foldWord(text: string, start: number, end: number): string {
  const { classes, folded } = foldTables()
  let word = ''
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i)
    if (classes[code] !== unit.ignored) word += String.fromCharCode(folded[code] ?? code)
  }
  return word
}
