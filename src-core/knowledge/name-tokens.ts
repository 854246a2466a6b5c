import { unit } from './fold-text'

/**
 * How the space between two words counts. Nothing (APT|28), a space, a hyphen and a line break are all `soft`; up to two signs of
 * punctuation must agree; more, an empty line or a dash between spaces never match.
 */
export const gap = {
  soft: 0,
  never: -1,
} as const

/** Accumulates the units between two words; texts and names go through the same rules. */
export class GapReader {
  #spaces = 0
  #newlines = 0
  #hyphens = 0
  #signs = 0
  #packed = 0

  reset(): void {
    this.#spaces = 0
    this.#newlines = 0
    this.#hyphens = 0
    this.#signs = 0
    this.#packed = 0
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

export const isWord = (kind: number) =>
  kind === unit.letter || kind === unit.digit || kind === unit.ideograph
