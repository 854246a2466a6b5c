import type { Sentence, Token } from '../stages'
import { numberOf, vocabularySize } from '../text/vocabulary'

/** The words of all sentences in one row, findable by their lower-case form: cue words are looked up, never searched for. */
export interface WordIndex {
  readonly tokens: readonly Token[]
  /** Sentence of each token. */
  readonly sentenceOf: Int32Array
  /** First token of each sentence, and one past the last sentence's last token. */
  readonly firstOf: Int32Array
  /** Tokens written like this (lower case), in text order. Quick for words of the vocabulary (`wordNumber`). */
  at(lower: string): readonly number[]
}

const none: readonly number[] = []

export function indexWords(sentences: readonly Sentence[]): WordIndex {
  let total = 0
  for (const sentence of sentences) total += sentence.tokens.length
  const tokens: Token[] = []
  const sentenceOf = new Int32Array(total)
  const firstOf = new Int32Array(sentences.length + 1)
  for (let s = 0; s < sentences.length; s++) {
    firstOf[s] = tokens.length
    for (const token of sentences[s]?.tokens ?? []) {
      sentenceOf[tokens.length] = s
      tokens.push(token)
    }
  }
  firstOf[sentences.length] = total
  const places = chainPlaces(tokens)
  let others: ReadonlyMap<string, readonly number[]> | undefined
  const at = (lower: string): readonly number[] => {
    const word = numberOf(lower)
    if (word !== 0 && word < places.first.length) return placesOf(places, word)
    others ??= placesOfOthers(tokens)
    return others.get(lower) ?? none
  }
  return { tokens, sentenceOf, firstOf, at }
}

/** For each word of the vocabulary the first token of it, and from each token the next of its word: 1 more than the index, 0 for none. */
interface Places {
  readonly first: Int32Array
  readonly next: Int32Array
}

function chainPlaces(tokens: readonly Token[]): Places {
  const first = new Int32Array(vocabularySize())
  const next = new Int32Array(tokens.length)
  for (let i = tokens.length - 1; i >= 0; i--) {
    const word = tokens[i]?.word ?? 0
    if (word === 0) continue
    next[i] = first[word] ?? 0
    first[word] = i + 1
  }
  return { first, next }
}

function placesOf({ first, next }: Places, word: number): readonly number[] {
  let at = first[word] ?? 0
  if (at === 0) return none
  const found: number[] = []
  for (; at !== 0; at = next[at - 1] ?? 0) found.push(at - 1)
  return found
}

/** Words outside the vocabulary: few ask for one, so that their map is made only then. */
function placesOfOthers(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  tokens.forEach((token, i) => {
    if (token.word !== 0) return
    const known = places.get(token.lower)
    if (known) known.push(i)
    else places.set(token.lower, [i])
  })
  return places
}
