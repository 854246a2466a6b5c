import type { Recognition } from '../stages'
import { wordClass } from '../text/vocabulary'
import { bandFollows, byApposition, hackersWords, ofHackers } from './appositions'
import { civil, kindNouns, kindOfNoun, looksCorporate, type NamedKind } from './class-nouns'
import { namingVerbs } from './cue-words'
import { furtherNames, isClause } from './name-lists'
import { afterNamingVerb } from './naming-verbs'
import { canBeNew, make, readName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Names that no list has, told by the words around them: "a group it calls X", "the X gang", "X, a China-linked crew", "backdoor named X". */
export const namesFromContext: Recogniser = {
  id: 'names-from-context',
  reason: 'a class word, a naming verb or an apposition beside a capitalised or quoted name',
  recognise(context) {
    const found: Recognition[] = []
    const { tokens } = context.words
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (!cueWords.has(token)) continue
      const lower = token?.lower ?? ''
      const kind = kindOfNoun(lower)
      if (kind && sober(context, i))
        found.push(
          ...afterNoun(context, i, kind),
          ...beforeNoun(context, i, kind),
          ...setApart(context, i, kind),
        )
      found.push(...ofHackers(context, i))
      if (namingVerbs.has(lower)) found.push(...afterNamingVerb(context, i))
    }
    for (const run of context.runs)
      if (!run.loud)
        found.push(
          ...byApposition(context, run.from, run.to),
          ...bandFollows(context, run.from, run.to),
        )
    return found
  },
}

/** Nouns with a kind, and naming verbs: at all other words there is nothing to do. */
const cueWords = wordClass([...kindNouns, ...namingVerbs, ...hackersWords].join(' '))

/** Not in a headline or a heading, where capitals say nothing; "APT" in capitals is a word of titles. */
function sober({ loud, shouted, words }: RecogniseContext, at: number): boolean {
  const sentence = words.sentenceOf[at] ?? 0
  return loud[sentence] !== 1 && shouted[sentence] !== 1 && words.tokens[at]?.text !== 'APT'
}

const linkWords = new Set([
  'called',
  'named',
  'dubbed',
  'nicknamed',
  'codenamed',
  'code-named',
  'known',
  'tracked',
  'labelled',
  'labeled',
  'as',
  'by',
  'with',
  'under',
  'the',
  'name',
  'of',
  'names',
  ',',
  'itself',
  'calling',
  'that',
  'which',
  'it',
  'researchers',
  'calls',
  'call',
  'we',
  'they',
  'collectively',
  'so-called',
  '–',
  '-',
  '(',
  'going',
  'styled',
  'presenting',
  'it',
  'goes',
  'now',
  'also',
  'publicly',
  'internally',
  'is',
  'was',
  'were',
  'are',
  'has',
  'been',
  'others',
  'name',
])

/** "the group HomeLand Justice", "ransomware gang CrazyHunter", "a hacker group named …", "the wiper “…”". */
function afterNoun(context: RecogniseContext, noun: number, kind: NamedKind): Recognition[] {
  const sentence = context.words.sentenceOf[noun] ?? 0
  const limit = context.words.firstOf[sentence + 1] ?? noun
  let i = noun + 1
  let cued = false
  while (i < limit && i - noun < 9 && linkWords.has(context.words.tokens[i]?.lower ?? '')) {
    if (namingVerbs.has(context.words.tokens[i]?.lower ?? '')) cued = true
    i++
  }
  const distance = i - noun - 1
  if (distance > 0 && !cued) return []
  // Plurals and weak nouns need the naming verb: "groups Monday", "tool Windows".
  const lower = context.words.tokens[noun]?.lower ?? ''
  const plural = lower.endsWith('s') && !/ss$|us$/.test(lower)
  const name = readName(context, i)
  if (!name || !canBeNew(context, name, [kind])) return []
  if (!cued && plural && !name.quoted) return []
  if (!cued && kind === 'campaign' && lower === 'campaign') return []
  if (!cued && kind === 'tool' && !name.quoted && !/\p{Lu}.*\p{Lu}|\d/u.test(name.surface))
    return []
  if (
    !cued &&
    (lower === 'group' || lower === 'collective' || lower === 'cluster' || lower === 'actor') &&
    (capitalBefore(context, noun - 1) || civil(context, noun))
  )
    return []
  const first = make(
    context,
    name,
    kind,
    cued ? 'noun-named' : 'noun-name',
    cued || name.quoted ? 0.88 : 0.78,
  )
  return [first, ...furtherNames(context, name.next, kind, cued ? 'noun-named' : 'noun-list')]
}

const capitalBefore = (context: RecogniseContext, at: number): boolean =>
  /^\p{Lu}(?!he$|his$)/u.test(context.words.tokens[at]?.text ?? '')

/** "A cluster not reported before, Amber Fox (…)", "another crew from there, Foo, …": the name set apart by commas behind its class word. */
function setApart(context: RecogniseContext, noun: number, kind: NamedKind): Recognition[] {
  const { words } = context
  const lower = words.tokens[noun]?.lower ?? ''
  if (lower.endsWith('s') || kind === 'campaign' || civil(context, noun)) return []
  let article = false
  for (let i = noun - 1; i > noun - 6; i--)
    if (/^(?:a|an|another|one)$/.test(words.tokens[i]?.lower ?? '')) article = true
  if (!article) return []
  const sentence = words.sentenceOf[noun] ?? 0
  const limit = Math.min(words.firstOf[sentence + 1] ?? noun, noun + 8)
  for (let i = noun + 1; i < limit; i++) {
    const text = words.tokens[i]?.text ?? ''
    if (text === ',' || text === ':') {
      const name = readName(context, i + 1)
      if (!name || !canBeNew(context, name, [kind]) || isClause(context, name)) return []
      const close = words.tokens[name.next]?.text ?? '.'
      return /^[,.(;)–—-]$/.test(close) ? [make(context, name, kind, 'set-apart', 0.74)] : []
    }
    if (
      !/^\p{Ll}/u.test(text) ||
      /^(?:and|who|which|that|has|had|is|was|said|says|were)$/.test(text)
    )
      return []
  }
  return []
}

const skippable = new Set([
  '"',
  '”',
  '’',
  '»',
  "'",
  '’s',
  "'s",
  'hacker',
  'hacking',
  'ransomware',
  'extortion',
  'espionage',
  'threat',
  'cyber',
  'hacktivist',
  'apt',
  'cybercrime',
  'criminal',
  'data',
  'cyberespionage',
])
const strongBefore = new Set([
  'gang',
  'crew',
  'hackers',
  'collective',
  'ransomware',
  'malware',
  'backdoor',
  'rat',
  'trojan',
  'botnet',
  'wiper',
  'stealer',
  'infostealer',
  'loader',
  'dropper',
  'implant',
  'spyware',
  'worm',
  'rootkit',
  'group',
  'operators',
  'actors',
  'affiliates',
  'affiliate',
  'cluster',
  'hacktivists',
  'downloader',
  'ransomware-as-a-service',
  'raas',
  'webshell',
  'framework',
  'actor',
  'syndicate',
  'cartel',
  'campaign',
  'operation',
  'locker',
  'outfit',
  'tool',
  'rats',
  'bootkit',
  'clipper',
  'banker',
  'keylogger',
])

/** "the Akira gang", "Maui ransomware", "the INC Ransom group". */
function beforeNoun(context: RecogniseContext, noun: number, kind: NamedKind): Recognition[] {
  const { words } = context
  const lower = words.tokens[noun]?.lower ?? ''
  if (!strongBefore.has(lower)) return []
  const sentence = words.sentenceOf[noun] ?? 0
  const from = words.firstOf[sentence] ?? 0
  let i = noun - 1
  let qualified = false
  while (i >= from && skippable.has(words.tokens[i]?.lower ?? '')) {
    if (/\p{L}{3}/u.test(words.tokens[i]?.text ?? '')) qualified = true
    i--
  }
  const last = i
  while (i >= from && last - i < 4 && isNamePart(words.tokens[i]?.text ?? '')) i--
  let first = i + 1
  while (
    first <= last &&
    /^(?:the|a|an|this|that|these|its|their|our|new|when|while|as|in|of|and|both|other|some|like|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|another|if|but|via|after|with|from|using|notorious|unknown|are|is|was|were|christian|muslim|jewish|western|eastern|northern|southern|islamist|kurdish)$/i.test(
      words.tokens[first]?.text ?? '',
    )
  )
    first++
  if (first > last) return []
  const name = readName(context, first)
  if (!name || name.to !== last + 1 || !canBeNew(context, name, [kind])) return []
  const opensSentence = first === from
  const plainNoun =
    lower === 'group' ||
    lower === 'actors' ||
    lower === 'actor' ||
    lower === 'tool' ||
    lower === 'campaign' ||
    lower === 'operation' ||
    lower === 'framework' ||
    lower === 'cluster' ||
    lower === 'operators' ||
    lower === 'affiliate' ||
    lower === 'affiliates' ||
    lower === 'outfit'
  const article = /^(?:the|a|an|this|that|by)$/.test(words.tokens[first - 1]?.lower ?? '')
  if (plainNoun && !qualified && !article) return []
  if (plainNoun && !qualified && looksCorporate(name.surface)) return []
  if (opensSentence && !/\p{Lu}.*\p{Lu}|\d/u.test(name.surface) && plainNoun) return []
  const real: NamedKind =
    kind === 'actor' &&
    qualifiedBySoftware(words.tokens.slice(last + 1, noun).map((token) => token.lower))
      ? 'actor'
      : kind
  return [make(context, name, real, 'name-noun', plainNoun && !qualified ? 0.62 : 0.82)]
}

const qualifiedBySoftware = (between: readonly string[]): boolean => between.includes('ransomware')
const isNamePart = (text: string): boolean =>
  /^\p{Lu}|^\d{1,4}$|^\p{Ll}+\p{Lu}|^\p{Ll}+\d/u.test(text)
