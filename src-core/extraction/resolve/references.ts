import type { Sentence, Token } from '../stages'
import { startsUpper } from '../text/make-token'
import { wordClass } from '../text/vocabulary'

/** Words that stand for an actor named elsewhere. */
export interface Reference {
  readonly firstToken: number
  readonly lastToken: number
  readonly form: 'definite' | 'pronoun'
  readonly plural: boolean
  /** "the latter": the last named of two; "the former": the one before it. */
  readonly order?: 'former' | 'latter'
}

const singularNouns = wordClass(
  `group gang crew team outfit collective cluster actor adversary attacker intruder hacker unit operator culprit perpetrator
  syndicate cartel persona band extortionist thief burglar visitor invader spy newcomer apt mob trio`,
)
const pluralNouns = wordClass(
  `hackers attackers intruders operators actors spies criminals extortionists hacktivists activists culprits perpetrators burglars
  cybercriminals adversaries thieves defendants visitors invaders blackmailers fraudsters cyberspies affiliates`,
)
const determiners = wordClass('the this that these those said')
const otherness = wordClass(
  'other another different second third separate unrelated rival of a an no any every most some',
)
/** A noun phrase ends before these: its noun was no actor. */
const phraseBreak = wordClass(
  'the this that these those its their by in on at to for from with and or but as is was were are had has have who which it they',
)
const singularPronouns = wordClass('it its itself')
const pluralPronouns = wordClass('they their them themselves')

/** Definite descriptions and pronouns that may stand for an actor, left to right. `taken(i)`: the token belongs to a name. */
export function findReferences(sentence: Sentence, taken: (token: number) => boolean): Reference[] {
  const found: Reference[] = []
  const words = sentence.tokens
  for (let i = 0; i < words.length; i++) {
    const token = words[i]
    if (!token || token.word === 0) continue
    const plural = pluralPronouns.has(token)
    if (plural || singularPronouns.has(token)) {
      if (!taken(i) && !isExpletive(words, i) && !isSayers(words, i))
        found.push({ firstToken: i, lastToken: i, form: 'pronoun', plural })
      continue
    }
    if (!determiners.has(token) || taken(i)) continue
    const order = words[i + 1]?.lower
    if (order === 'former' || order === 'latter') {
      if (isNominal(words[i + 2]?.lower ?? '') || startsUpper(words[i + 2])) continue
      found.push({ firstToken: i, lastToken: i + 1, form: 'definite', plural: false, order })
      continue
    }
    const noun = nounAfter(words, i + 1, taken)
    if (noun < 0) continue
    found.push({
      firstToken: i,
      lastToken: noun,
      form: 'definite',
      plural: pluralNouns.has(words[noun]),
    })
    i = noun
  }
  return found
}

/** "it rained", "it is unclear", "it was Google that": no thing is meant. */
function isExpletive(words: readonly Token[], i: number): boolean {
  if (words[i]?.lower !== 'it' || !expletiveVerbs.has(words[i + 1])) return false
  const rest = words
    .slice(i + 1, i + 5)
    .map((word) => word.lower)
    .join(' ')
  return /^(?:is|was|has been|remains|seems|appears|became|took|takes|may be|turned out)(?: not| still| now)? (?:un\w+|clear|likely|possible|said|not|no|the|a|hard|too|true|known|believed|thought|reported|long|only|that|here|there|early)\b/.test(
    rest,
  )
}

const expletiveVerbs = wordClass('is was has remains seems appears became took takes may turned')

/** "they said", "it added": whoever reports speaks, not the actor. */
const isSayers = (words: readonly Token[], i: number): boolean =>
  saying.has(words[i + 1]) && (words[i]?.lower === 'they' || words[i]?.lower === 'it')

const saying = wordClass('said added say wrote noted warned concluded believe assess')

function isNominal(word: string): boolean {
  return /^(?:head|chief|minister|president|employee|member|ambassador|official|us|soviet)/.test(
    word,
  )
}

function nounAfter(
  words: readonly Token[],
  from: number,
  taken: (token: number) => boolean,
): number {
  for (let j = from; j < Math.min(words.length, from + 4); j++) {
    const word = words[j]
    if (!word || otherness.has(word) || phraseBreak.has(word)) return -1
    if (isActorNoun(word)) {
      if (taken(j)) continue
      const next = words[j + 1]
      if (isActorNoun(next)) continue
      return afterOther.has(next) ? -1 : j
    }
    if (!/^[\p{L}-]+$/u.test(word.lower)) return -1
  }
  return -1
}

const isActorNoun = (token: Token | undefined): boolean =>
  singularNouns.has(token) || pluralNouns.has(token)
const afterOther = wordClass('of policy chat member s')
