import type { Sentence } from '../stages'

/** Words that stand before others with little between: found in a whole sentence first, since most sentences hold none. */
export interface LeadCue {
  readonly anywhere: RegExp
  /** At the end of the words before a mention. */
  readonly before: RegExp
}

/** `cues`: a pattern that begins with a word; `reach`: what may follow up to the mention. */
export function leadCue(cues: string, reach: string): LeadCue {
  return {
    anywhere: new RegExp(`\\b(?:${cues})`, 'u'),
    before: new RegExp(`\\b(?:${cues})${reach}$`, 'u'),
  }
}

/** A sentence as one string of its words in lower case, with what the rules ask of it answered once. */
export class SentenceCues {
  readonly text: string
  private readonly starts: Int32Array
  private readonly answers = new Map<RegExp, boolean>()
  private readonly ends = new Map<RegExp, number>()

  constructor(
    words: readonly string[],
    private readonly sentence: Sentence,
    private readonly next: Sentence | undefined,
  ) {
    this.text = words.join(' ')
    this.starts = new Int32Array(words.length + 1)
    for (let i = 0, at = 0; i < words.length; i++) {
      at += (words[i]?.length ?? 0) + 1
      this.starts[i + 1] = at
    }
  }

  holds(pattern: RegExp): boolean {
    const known = this.answers.get(pattern)
    if (known !== undefined) return known
    const answer = pattern.test(this.text)
    this.answers.set(pattern, answer)
    return answer
  }

  /** Whether a pattern of whole words is found in the words before token `end`. */
  holdsBefore(pattern: RegExp, end: number): boolean {
    let found = this.ends.get(pattern)
    if (found === undefined) {
      const match = pattern.exec(this.text)
      found = match ? match.index + match[0].length : Infinity
      this.ends.set(pattern, found)
    }
    return found < (this.starts[end] ?? 0)
  }

  endsWith(cue: LeadCue, from: number, end: number): boolean {
    return this.holds(cue.anywhere) && cue.before.test(this.slice(from, end))
  }

  /** The words of tokens `[from, end)`. */
  slice(from: number, end: number): string {
    const last = Math.min(end, this.starts.length - 1)
    return last <= from ? '' : this.text.slice(this.starts[from], (this.starts[last] ?? 0) - 1)
  }

  /** The beginning of the sentence behind, as far as it stands in the same paragraph: where a statement is taken back. */
  nextHolds(pattern: RegExp): boolean {
    if (this.next?.paragraph !== this.sentence.paragraph) return false
    this.nextWords ??= this.next.tokens
      .slice(0, 25)
      .map((token) => token.lower)
      .join(' ')
    return pattern.test(this.nextWords)
  }
  private nextWords: string | undefined
}
