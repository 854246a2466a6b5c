import type { Sentence } from '../stages'

/** Words that stand for an actor named elsewhere. */
export interface Reference {
  readonly firstToken: number
  readonly lastToken: number
  readonly form: 'definite' | 'pronoun'
  readonly plural: boolean
  /** "the latter": the last named of two; "the former": the one before it. */
  readonly order?: 'former' | 'latter'
}

const singularNouns = new Set(
  `group gang crew team outfit collective cluster actor adversary attacker intruder hacker unit operator culprit perpetrator
  syndicate cartel persona band extortionist thief burglar visitor invader spy newcomer apt mob trio`.split(
    /\s+/,
  ),
)
const pluralNouns = new Set(
  `hackers attackers intruders operators actors spies criminals extortionists hacktivists activists culprits perpetrators burglars
  cybercriminals adversaries thieves defendants visitors invaders blackmailers fraudsters cyberspies affiliates`.split(
    /\s+/,
  ),
)
const determiners = new Set(['the', 'this', 'that', 'these', 'those', 'said'])
const otherness = new Set([
  'other',
  'another',
  'different',
  'second',
  'third',
  'separate',
  'unrelated',
  'rival',
  'of',
  'a',
  'an',
  'no',
  'any',
  'every',
  'most',
  'some',
])
/** A noun phrase ends before these: its noun was no actor. */
const phraseBreak = new Set(
  'the this that these those its their by in on at to for from with and or but as is was were are had has have who which it they'.split(
    ' ',
  ),
)
const pronouns = new Map<string, boolean>([
  ['it', false],
  ['its', false],
  ['itself', false],
  ['they', true],
  ['their', true],
  ['them', true],
  ['themselves', true],
])

/** Definite descriptions and pronouns that may stand for an actor, left to right. `taken(i)`: the token belongs to a name. */
export function findReferences(sentence: Sentence, taken: (token: number) => boolean): Reference[] {
  const found: Reference[] = []
  const words = sentence.tokens.map((token) => token.lower)
  for (let i = 0; i < words.length; i++) {
    if (taken(i)) continue
    const word = words[i] ?? ''
    const plural = pronouns.get(word)
    if (plural !== undefined) {
      if (!isExpletive(words, i) && !isSayers(words, i))
        found.push({ firstToken: i, lastToken: i, form: 'pronoun', plural })
      continue
    }
    if (!determiners.has(word)) continue
    const order = words[i + 1]
    if (order === 'former' || order === 'latter') {
      const next = sentence.tokens[i + 2]?.text ?? ''
      if (isNominal(words[i + 2] ?? '') || /^\p{Lu}/u.test(next)) continue
      found.push({ firstToken: i, lastToken: i + 1, form: 'definite', plural: false, order })
      continue
    }
    const noun = nounAfter(words, i + 1, taken)
    if (noun < 0) continue
    found.push({
      firstToken: i,
      lastToken: noun,
      form: 'definite',
      plural: pluralNouns.has(words[noun] ?? ''),
    })
    i = noun
  }
  return found
}

/** "it rained", "it is unclear", "it was Google that": no thing is meant. */
function isExpletive(words: readonly string[], i: number): boolean {
  if (words[i] !== 'it') return false
  const rest = words.slice(i + 1, i + 5).join(' ')
  return /^(?:is|was|has been|remains|seems|appears|became|took|takes|may be|turned out)(?: not| still| now)? (?:un\w+|clear|likely|possible|said|not|no|the|a|hard|too|true|known|believed|thought|reported|long|only|that|here|there|early)\b/.test(
    rest,
  )
}

/** "they said", "it added": whoever reports speaks, not the actor. */
function isSayers(words: readonly string[], i: number): boolean {
  return (
    /^(?:said|added|say|wrote|noted|warned|concluded|believe|assess)$/.test(words[i + 1] ?? '') &&
    (words[i] === 'they' || words[i] === 'it')
  )
}

function isNominal(word: string): boolean {
  return /^(?:head|chief|minister|president|employee|member|ambassador|official|us|soviet)/.test(
    word,
  )
}

function nounAfter(
  words: readonly string[],
  from: number,
  taken: (token: number) => boolean,
): number {
  for (let j = from; j < Math.min(words.length, from + 4); j++) {
    const word = words[j] ?? ''
    if (otherness.has(word) || phraseBreak.has(word) || !/^[\p{L}-]+$/u.test(word)) return -1
    if ((singularNouns.has(word) || pluralNouns.has(word)) && !taken(j)) {
      const next = words[j + 1] ?? ''
      if (singularNouns.has(next) || pluralNouns.has(next)) continue
      return /^(?:of|policy|chat|member|s)$/.test(next) ? -1 : j
    }
  }
  return -1
}
