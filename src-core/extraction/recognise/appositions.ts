import type { Recognition } from '../stages'
import { wordClass } from '../text/vocabulary'
import { actorHead, kindOfNoun, looksCorporate } from './class-nouns'
import { canBeNew, make, readName } from './read-name'
import type { RecogniseContext } from './recogniser'

const closingQuote = wordClass('" ” ’ »')
const openers = wordClass(', ( is was are – — -')

/** "X, a China-linked group", "X is a ransomware gang", "X (a RAT)", "X, hackers who …". */
export function byApposition(context: RecogniseContext, from: number, to: number): Recognition[] {
  const { words } = context
  const sentence = words.sentenceOf[from] ?? 0
  const limit = words.firstOf[sentence + 1] ?? to
  let i = to
  if (closingQuote.has(words.tokens[i])) i++
  if (!openers.has(words.tokens[i])) return []
  const opener = words.tokens[i]?.lower ?? ''
  i++
  const article = words.tokens[i]?.lower ?? ''
  const hasArticle = /^(?:a|an|another|one|the|its|their|this|also)$/.test(article)
  if (!hasArticle && opener !== ',' && opener !== '(') return []
  for (let k = hasArticle ? i + 1 : i; k < Math.min(limit, i + 9); k++) {
    const token = words.tokens[k]
    const lower = token?.lower ?? ''
    if (
      !token ||
      /^[.;:)]$|^(?:which|who|that|said|says|and|of|in|from|for|by|is|was|has|at|with)$/.test(lower)
    )
      return []
    if (lower === ',' && !/^\p{L}/u.test(words.tokens[k + 1]?.text ?? '')) return []
    const kind = kindOfNoun(lower)
    if (!kind) continue
    // "X, the Snatch gang's …" names the other one; a plural noun needs no article, a singular does.
    if (!hasArticle && !lower.endsWith('s')) return []
    if (kind === 'actor' && !actorHead(context, i, k)) return []
    if (
      /^(?:of|behind|against|member|leader)$/.test(words.tokens[k + 1]?.lower ?? '') &&
      lower !== 'group' &&
      lower !== 'gang' &&
      lower !== 'crew'
    )
      return []
    const name = readName(context, nameStart(context, from, to))
    if (!name || name.to !== to || !canBeNew(context, name, [kind]) || looksCorporate(name.surface))
      return []
    return [make(context, name, kind, 'apposition', 0.76)]
  }
  return []
}

function nameStart(context: RecogniseContext, from: number, to: number): number {
  let first = from
  while (
    first < to - 1 &&
    /^(?:the|a|an|in|on|at|by|when|while|as|but|and|that|meanwhile|also|to|of)$/.test(
      context.words.tokens[first]?.lower ?? '',
    )
  )
    first++
  return first
}

/** "… the gentlemen of Amber Fox. The group, which …": two capitalised words end a sentence and the next goes on with the band. */
export function bandFollows(context: RecogniseContext, from: number, to: number): Recognition[] {
  const { words, speaksOf } = context
  const sentence = words.sentenceOf[from] ?? 0
  const next = words.firstOf[sentence + 1] ?? 0
  const isEnd = next === to + 1 && words.tokens[to]?.text === '.'
  if (!isEnd || to - from < 2 || words.tokens[next]?.text !== 'The') return []
  const noun = words.tokens[next + 1]?.lower ?? ''
  if (!/^(?:group|gang|crew|collective|hackers|hacktivists)$/.test(noun)) return []
  if (speaksOf.attack[sentence] !== 1 && speaksOf.attack[sentence + 1] !== 1) return []
  const name = readName(context, from)
  if (!name || name.to !== to || !canBeNew(context, name, ['actor'])) return []
  return looksCorporate(name.surface) ? [] : [make(context, name, 'actor', 'band-follows', 0.7)]
}

const people = new Set(
  'hackers hacktivists extortionists blackmailers cybercriminals gangsters'.split(' '),
)
const labels = new Set('actor attacker attackers culprit gang group perpetrator'.split(' '))
/** Words that `ofHackers` asks for. */
export const hackersWords: readonly string[] = [...people, ...labels]

/** "the hackers of CyberTeam", "Actor: Z-Pentest": whose hackers, or what stands behind a label. */
export function ofHackers(context: RecogniseContext, at: number): Recognition[] {
  const { words } = context
  const lower = words.tokens[at]?.lower ?? ''
  const next = words.tokens[at + 1]?.text ?? ''
  const isLabel =
    labels.has(lower) && next === ':' && at - (words.firstOf[words.sentenceOf[at] ?? 0] ?? 0) <= 2
  if (!isLabel && !(people.has(lower) && next === 'of')) return []
  const name = readName(context, at + 2)
  if (!name || !canBeNew(context, name, ['actor']) || looksCorporate(name.surface)) return []
  return [make(context, name, 'actor', isLabel ? 'label' : 'hackers-of', 0.74)]
}
