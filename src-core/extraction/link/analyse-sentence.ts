import type { Sentence } from '../stages'
import type { AttackLexicon, AttackStrength, AttackWord } from './lexicon/attack-lexicon'
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
  const words = sentence.tokens.map((token) => token.lower)
  const bits = classBits(words, lexicons.words)
  const clause = clauses(words)
  // Most sentences name no attack: only those that do are worth a tree.
  const syntax = hasAttackWord(words, lexicons.attacks) ? parse?.(sentence) : undefined
  const hits = attackHits(words, bits, lexicons.attacks, syntax)
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

function hasAttackWord(words: readonly string[], lexicon: AttackLexicon): boolean {
  return words.some((word) =>
    lexicon.byForm.get(word)?.some((w) => w.outcome !== 'weak' && w.rest.length === 0),
  )
}

function classBits(words: readonly string[], classes: WordClasses): Int32Array {
  const bits = new Int32Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    bits[i] = (bits[i] ?? 0) | (classes.bitsOf.get(word) ?? 0)
    for (const phrase of classes.phrases.get(word) ?? [])
      if (phrase.words.every((part, k) => words[i + k] === part))
        for (let k = 0; k < phrase.words.length; k++) bits[i + k] = (bits[i + k] ?? 0) | phrase.bits
  }
  return bits
}

const breaks = new Set([
  ',',
  ';',
  ':',
  '—',
  '–',
  '(',
  ')',
  '-',
  '|',
  '/',
  '"',
  '“',
  '”',
  'but',
  'while',
  'whereas',
  'although',
  'though',
])

function clauses(words: readonly string[]): Int16Array {
  const ids = new Int16Array(words.length)
  let id = 0
  for (let i = 0; i < words.length; i++) {
    if (breaks.has(words[i] ?? '')) id++
    ids[i] = id
  }
  return ids
}

function attackHits(
  words: readonly string[],
  bits: Int32Array,
  lexicon: AttackLexicon,
  syntax: SentenceSyntax | undefined,
): AttackHit[] {
  const hits: AttackHit[] = []
  let free = 0
  for (let i = 0; i < words.length; i++) {
    if (i < free) continue
    let best: AttackHit | undefined
    for (const word of lexicon.byForm.get(words[i] ?? '') ?? []) {
      const last = matchRest(words, i, word.rest)
      if (last < 0) continue
      if (syntax && word.rest.length === 0 && !agrees(word, syntax.upos[i])) continue
      if (best && best.last > last) continue
      if (best?.last === last && (best.word.part === 'noun') === isNounHere(syntax, words, i))
        continue
      best = {
        word,
        head: i,
        last,
        negated: isNegated(bits, words, i),
        passive: word.part === 'verb' && isPassive(words, i),
        outcome: word.outcome === 'weak' || !isOnlyTried(words, i) ? word.outcome : 'attempted',
      }
    }
    if (best) {
      hits.push(best)
      free = best.word.rest.includes('*') ? i + 1 : best.last + 1
    }
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

function isNounHere(
  syntax: SentenceSyntax | undefined,
  words: readonly string[],
  i: number,
): boolean {
  const upos = syntax?.upos[i]
  if (upos !== undefined) return upos === 'NOUN' || upos === 'PROPN'
  return /^(?:the|a|an|its|their|this|that|of|cyber|no|any|new|recent|ransomware|phishing|several|many)$/.test(
    words[i - 1] ?? '',
  )
}

function matchRest(words: readonly string[], at: number, rest: readonly string[]): number {
  let i = at
  for (let k = 0; k < rest.length; k++) {
    const part = rest[k] ?? ''
    if (part === '*') {
      const next = rest[k + 1] ?? ''
      let j = i + 1
      while (j <= i + 4 && words[j] !== next) j++
      if (j > i + 4) return -1
      i = j
      k++
    } else {
      if (words[i + 1] !== part) return -1
      i++
    }
  }
  return i
}

function isNegated(bits: Int32Array, words: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (/^[,;:.()—–]$/.test(words[i] ?? '')) return false
    if (((bits[i] ?? 0) & negationBit) !== 0) return true
  }
  return false
}

const trying =
  /^(?:try|tries|tried|trying|attempt|attempts|attempted|attempting|seek|seeks|sought|seeking|fail|fails|failed|failing|want|wants|wanted|aim|aims|aimed|plan|plans|planned|planning|intend|intends|intended|unable|effort|efforts|bid|hope|hoped|hoping|order)$/

/** "Tried to break into", "attempts at breaking into", "failed to enter". */
function isOnlyTried(words: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = words[i] ?? ''
    if (trying.test(word)) return i < at - 1 || /ing$/.test(words[at] ?? '')
    if (/^[,;:.()—–]$/.test(word)) return false
  }
  return false
}

const auxiliaries = new Set([
  'was',
  'were',
  'been',
  'being',
  'is',
  'are',
  'be',
  'got',
  'get',
  'gets',
])

function isPassive(words: readonly string[], at: number): boolean {
  if (!/(?:ed|en|t|n|ne|ght|ung|od|ad|de|ck|ut|ft|ld)$/.test(words[at] ?? '')) return false
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = words[i] ?? ''
    if (auxiliaries.has(word)) return true
    if (
      !/ly$|^(?:not|n't|also|then|now|itself|themselves|never|been|already|still|even|first|once)$/.test(
        word,
      )
    )
      return false
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
