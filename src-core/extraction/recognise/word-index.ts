import type { Sentence, Token } from '../stages'

/** The words of all sentences in one row, findable by their lower-case form: cue words are looked up, never searched for. */
export interface WordIndex {
  readonly tokens: readonly Token[]
  /** Sentence of each token. */
  readonly sentenceOf: Int32Array
  /** First token of each sentence, and one past the last sentence's last token. */
  readonly firstOf: Int32Array
  /** Tokens written like this (lower case), in text order. */
  at(lower: string): readonly number[]
}

const none: readonly number[] = []

export function indexWords(sentences: readonly Sentence[]): WordIndex {
  let total = 0
  for (const sentence of sentences) total += sentence.tokens.length
  const tokens: Token[] = []
  const sentenceOf = new Int32Array(total)
  const firstOf = new Int32Array(sentences.length + 1)
  const places = new Map<string, number[]>()
  sentences.forEach((sentence, s) => {
    firstOf[s] = tokens.length
    for (const token of sentence.tokens) {
      const i = tokens.length
      sentenceOf[i] = s
      tokens.push(token)
      const known = places.get(token.lower)
      if (known) known.push(i)
      else places.set(token.lower, [i])
    }
  })
  firstOf[sentences.length] = total
  return { tokens, sentenceOf, firstOf, at: (lower) => places.get(lower) ?? none }
}
