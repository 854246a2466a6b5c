import type { Sentence, Token } from '../stages'
import { wordClass } from '../text/vocabulary'
import {
  gap,
  type AttackLexicon,
  type AttackStrength,
  type AttackWord,
} from './lexicon/attack-lexicon'
import { wordClassNames, type WordClass, type WordClasses } from './lexicon/word-classes'

/** What the parser says about a sentence; `heads[i]` is -1 for the root. */
export interface SentenceSyntax {
  readonly upos: readonly string[]
  readonly heads: ArrayLike<number>
  readonly labels: readonly string[]
}
export type ParseSentence = (sentence: Sentence) => SentenceSyntax | undefined

/** An attack word found in a sentence. */
export interface AttackHit {
  readonly word: AttackWord
  /** Token that carries the grammar: the verb, or the noun phrase's head. */
  readonly head: number
  readonly last: number
  readonly negated: boolean
  readonly passive: boolean
  /** What the word says in its place: "tried to break into" is an attempt. */
  readonly outcome: AttackStrength
}

export interface SentenceAnalysis {
  readonly sentence: Sentence
  /** Its tokens in lower case. */
  readonly words: readonly string[]
  /** Per token: bit i set: the word is of class i of `wordClassNames`. */
  readonly bits: Int32Array
  /** Per token: number of its stretch between commas, dashes, brackets and conjunctions. */
  readonly clause: Int16Array
  readonly hits: readonly AttackHit[]
  readonly syntax: SentenceSyntax | undefined
  /** Its words that hedge or claim. */
  readonly hedges: readonly HedgeWord[]
}

export interface HedgeWord {
  readonly kind: 'word' | 'claim'
  readonly word: string
}

export interface Lexicons {
  readonly attacks: AttackLexicon
  readonly words: WordClasses
}

export function classBit(name: WordClass): number {
  return 1 << wordClassNames.indexOf(name)
}
const negationBit = classBit('negation')

/** Finds attack words and cue words; parses only where asked to. */
export function analyseSentence(
  sentence: Sentence,
  lexicons: Lexicons,
  parse: ParseSentence | undefined,
): SentenceAnalysis {
  const { tokens } = sentence
  const words = tokens.map((token) => token.lower)
  const bits = classBits(tokens, lexicons.words)
  // Most sentences name no attack: only those that do are worth a tree.
  const hasAttack = tokens.some(({ word }) => lexicons.attacks.isAttack[word] === 1)
  const syntax = hasAttack ? parse?.(sentence) : undefined
  const hits = attackHits(tokens, bits, lexicons.attacks, syntax)
  const clause = clauses(tokens)
  return { sentence, words, bits, clause, hits, syntax, hedges: hedgesIn(words, bits) }
}

const hedgeBits = classBit('hedge') | classBit('lowConfidence')
const claimBit = classBit('claimSite')

const originWords =
  /^(?:linked|backed|sponsored|affiliated|aligned|nexus|funded|state|state-\p{L}+|\p{L}+-(?:linked|backed|sponsored|aligned|nexus|affiliated)|government|chinese|russian|iranian|korean|north|works?|working|tied|origin|based|belong\p{L}*|run)$/u

/** "Suspected Chinese hackers", "allegedly funded by": a hedge on who the group is does not hedge what it did. */
export function isAboutOrigin(words: readonly string[], at: number): boolean {
  for (let i = at + 1; i <= at + 4; i++) if (originWords.test(words[i] ?? '')) return true
  return false
}

function hedgesIn(words: readonly string[], bits: Int32Array): HedgeWord[] {
  const found: HedgeWord[] = []
  for (let i = 0; i < words.length; i++) {
    const here = bits[i] ?? 0
    if ((here & hedgeBits) !== 0 && !isAboutOrigin(words, i))
      found.push({ kind: 'word', word: words[i] ?? '' })
    if ((here & claimBit) !== 0) found.push({ kind: 'claim', word: words[i] ?? '' })
  }
  return found
}

function classBits(tokens: readonly Token[], classes: WordClasses): Int32Array {
  const bits = new Int32Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.word ?? 0
    if (word === 0) continue
    bits[i] = (bits[i] ?? 0) | (classes.bitsOf[word] ?? 0)
    const phrases = classes.phrases[word]
    if (!phrases) continue
    for (const phrase of phrases)
      if (phrase.words.every((part, k) => tokens[i + k]?.word === part))
        for (let k = 0; k < phrase.words.length; k++) bits[i + k] = (bits[i + k] ?? 0) | phrase.bits
  }
  return bits
}

const breaks = wordClass(', ; : — – ( ) - | / " “ ” but while whereas although though')

function clauses(tokens: readonly Token[]): Int16Array {
  const ids = new Int16Array(tokens.length)
  let id = 0
  for (let i = 0; i < tokens.length; i++) {
    if (breaks.has(tokens[i])) id++
    ids[i] = id
  }
  return ids
}

function attackHits(
  tokens: readonly Token[],
  bits: Int32Array,
  lexicon: AttackLexicon,
  syntax: SentenceSyntax | undefined,
): AttackHit[] {
  const hits: AttackHit[] = []
  let free = 0
  for (let i = 0; i < tokens.length; i++) {
    const candidates = i < free ? undefined : lexicon.byForm[tokens[i]?.word ?? 0]
    if (!candidates) continue
    let best: AttackWord | undefined
    let bestLast = -1
    for (const word of candidates) {
      const last = matchRest(tokens, i, word.rest)
      if (last < 0) continue
      if (syntax && word.rest.length === 0 && !agrees(word, syntax.upos[i])) continue
      if (best && bestLast > last) continue
      if (best && bestLast === last && (best.part === 'noun') === isNounHere(syntax, tokens, i))
        continue
      best = word
      bestLast = last
    }
    if (!best) continue
    hits.push({
      word: best,
      head: i,
      last: bestLast,
      negated: isNegated(bits, tokens, i),
      passive: best.part === 'verb' && isPassive(tokens, i),
      outcome: best.outcome === 'weak' || !isOnlyTried(tokens, i) ? best.outcome : 'attempted',
    })
    free = best.rest.includes(gap) ? i + 1 : bestLast + 1
  }
  return hits
}

function agrees(word: AttackWord, upos: string | undefined): boolean {
  if (upos === undefined) return true
  if (word.part === 'verb')
    return upos === 'VERB' || upos === 'AUX' || upos === 'ADJ' || upos === 'PROPN'
  if (word.part === 'noun') return upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ'
  return upos === 'ADP' || upos === 'ADV' || upos === 'SCONJ'
}

const beforeNouns = wordClass(
  'the a an its their this that of cyber no any new recent ransomware phishing several many',
)

function isNounHere(
  syntax: SentenceSyntax | undefined,
  tokens: readonly Token[],
  i: number,
): boolean {
  const upos = syntax?.upos[i]
  if (upos !== undefined) return upos === 'NOUN' || upos === 'PROPN'
  return beforeNouns.has(tokens[i - 1])
}

/** The last token of a phrase that begins at `at`; -1 where it is not there. */
function matchRest(tokens: readonly Token[], at: number, rest: readonly number[]): number {
  let i = at
  for (let k = 0; k < rest.length; k++) {
    const part = rest[k] ?? 0
    if (part === gap) {
      const next = rest[k + 1] ?? 0
      let j = i + 1
      while (j <= i + 4 && tokens[j]?.word !== next) j++
      if (j > i + 4) return -1
      i = j
      k++
    } else {
      if (tokens[i + 1]?.word !== part) return -1
      i++
    }
  }
  return i
}

const stops = wordClass(', ; : . ( ) — –')

function isNegated(bits: Int32Array, tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (stops.has(tokens[i])) return false
    if (((bits[i] ?? 0) & negationBit) !== 0) return true
  }
  return false
}

const trying = wordClass(
  `try tries tried trying attempt attempts attempted attempting seek seeks sought seeking fail fails failed failing want wants wanted aim aims
  aimed plan plans planned planning intend intends intended unable effort efforts bid hope hoped hoping order`,
)

/** "Tried to break into", "attempts at breaking into", "failed to enter". */
function isOnlyTried(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (trying.has(tokens[i])) return i < at - 1 || (tokens[at]?.lower ?? '').endsWith('ing')
    if (stops.has(tokens[i])) return false
  }
  return false
}

const auxiliaries = wordClass('was were been being is are be got get gets')
const adverbs = wordClass(
  "not n't also then now itself themselves never been already still even first once",
)

function isPassive(tokens: readonly Token[], at: number): boolean {
  if (!/(?:ed|en|t|n|ne|ght|ung|od|ad|de|ck|ut|ft|ld)$/.test(tokens[at]?.lower ?? '')) return false
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (auxiliaries.has(tokens[i])) return true
    if (!adverbs.has(tokens[i]) && !(tokens[i]?.lower ?? '').endsWith('ly')) return false
  }
  return false
}

/** The furthest that any attack word of the sentence goes, `none` where it has none. */
export function strongestOutcome({ hits }: SentenceAnalysis): string {
  let best = 'none'
  for (const { outcome, negated } of hits) {
    if (negated || outcome === 'weak') continue
    if (outcome === 'compromised') return 'compromised'
    if (best !== 'targeted') best = outcome
  }
  return best
}
