import type { Recognition } from '../stages'
import {
  actorNouns,
  campaignNouns,
  malwareNouns,
  namingVerbs,
  strongActorNouns,
  toolNouns,
} from './cue-words'
import { canBeNew, make, readName, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Names that no list has, told by the words around them: "a group it calls X", "the X gang", "X, a China-linked crew", "backdoor named X". */
export const namesFromContext: Recogniser = {
  id: 'names-from-context',
  reason: 'a class word, a naming verb or an apposition beside a capitalised or quoted name',
  recognise(context) {
    const found: Recognition[] = []
    const { tokens } = context.words
    for (let i = 0; i < tokens.length; i++) {
      const lower = tokens[i]?.lower ?? ''
      const kind = kindOfNoun(lower)
      if (kind) found.push(...afterNoun(context, i, kind), ...beforeNoun(context, i, kind))
      if (namingVerbs.has(lower)) found.push(...afterNamingVerb(context, i))
    }
    for (const run of context.runs)
      if (!run.loud) found.push(...byApposition(context, run.from, run.to))
    return found
  },
}

export type NamedKind = 'actor' | 'malware' | 'tool' | 'campaign'

export function kindOfNoun(lower: string): NamedKind | undefined {
  if (strongActorNouns.has(lower)) return 'actor'
  if (malwareNouns.has(lower) && !vagueSoftware.has(lower)) return 'malware'
  if (
    lower === 'tool' ||
    lower === 'framework' ||
    lower === 'utility' ||
    lower === 'scanner' ||
    lower === 'tunnel'
  )
    return 'tool'
  if (lower === 'campaign' || lower === 'operation') return 'campaign'
  return undefined
}

/** Too common beside capitals that are something else's: "Windows shell", "Chrome sample". */
const vagueSoftware = new Set(
  'sample samples family families variant variants strain strains shell shells bot beacon payload payloads miner virus viruses'.split(
    ' ',
  ),
)

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
  if (!cued && lower === 'group' && capitalBefore(context, noun)) return []
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
  /^\p{Lu}/u.test(context.words.tokens[at]?.text ?? '')

/** ", Y and Z" after a name: more of the same. */
function furtherNames(
  context: RecogniseContext,
  from: number,
  kind: NamedKind,
  rule: string,
): Recognition[] {
  const found: Recognition[] = []
  let i = from
  for (let guard = 0; guard < 8; guard++) {
    let k = i
    while (
      /^(?:,|and|or|also|\/|as|well|sometimes|variously|aka|otherwise)$/.test(
        context.words.tokens[k]?.lower ?? '',
      ) &&
      k - i < 4
    )
      k++
    if (k === i || context.words.sentenceOf[k] !== context.words.sentenceOf[from - 1]) break
    const name = readName(context, k)
    if (!name || !canBeNew(context, name, [kind]) || isClause(context, name)) break
    found.push(make(context, name, kind, rule, 0.7))
    i = name.next
  }
  return found
}

/** "…, Microsoft said": the subject of the next clause is no further name. */
function isClause(context: RecogniseContext, name: ReadName): boolean {
  return /^(?:said|says|told|wrote|writes|reported|reports|has|had|is|was|were|are|will|warned|added|found|believes|announced|confirmed|’s|'s)$/.test(
    context.words.tokens[name.next]?.lower ?? '',
  )
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
    /^(?:the|a|an|this|that|these|its|their|our|new|when|while|as|in|of|and|both|other|some|like|one|two|three|another|if|but|via|after|with|from|using|notorious|russian|chinese)$/i.test(
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
const looksCorporate = (surface: string): boolean =>
  /\b(?:Inc|Ltd|Holdings?|Bank|Media|Capital|Energy|Partners|Financial|Insurance|Industries|Telecom|Motor|Hotels?|Foods?|Retail|Health|Steel|Oil|Gas|Airlines?)\b/.test(
    surface,
  )
const isNamePart = (text: string): boolean =>
  /^\p{Lu}|^\d{1,4}$|^\p{Ll}+\p{Lu}|^\p{Ll}+\d/u.test(text)

const namingLinks = new Set([
  'it',
  'them',
  'as',
  'the',
  'group',
  'actor',
  'name',
  'of',
  'by',
  'to',
  'this',
  'cluster',
  'activity',
  'also',
  'that',
  'is',
  'set',
  'under',
  'moniker',
  'names',
  'label',
  'threat',
  'now',
  'variously',
  'itself',
  'themselves',
  'him',
  'internally',
  'collectively',
  'separately',
  'crew',
  'gang',
  'campaign',
  'malware',
  ':',
  'sometimes',
  'simply',
  'others',
  'publicly',
  'widely',
  'commonly',
  'better',
  'best',
  'and',
  'or',
  'previously',
  'formerly',
  'elsewhere',
  'known',
  'tracked',
  'referred',
  'called',
  'dubbed',
])

/** "dubbed X", "tracked as X", "known as X, Y and Z", "which others name X": the kind comes from what is being named. */
function afterNamingVerb(context: RecogniseContext, verb: number): Recognition[] {
  const { words } = context
  const sentence = words.sentenceOf[verb] ?? 0
  const limit = words.firstOf[sentence + 1] ?? verb
  const lower = words.tokens[verb]?.lower ?? ''
  let i = verb + 1
  while (i < limit && i - verb < 6 && namingLinks.has(words.tokens[i]?.lower ?? '')) i++
  const name = readName(context, i)
  if (!name) return []
  if (
    /^(?:known|tracks?|tracked|tracking|referred|refers|identified|designated)$/.test(lower) &&
    !hasWord(context, verb + 1, i, /^(?:as|to|under|by)$/)
  )
    return []
  if (
    /^(?:name|names|label|title|titled|entitled|under|moniker)$/.test(lower) &&
    i === verb + 1 &&
    !name.quoted
  )
    return []
  const kind = kindBeingNamed(context, verb)
  if (!kind || !canBeNew(context, name, [kind])) return []
  if (isClause(context, name)) return []
  return [
    make(context, name, kind, 'naming-verb', 0.84),
    ...furtherNames(context, name.next, kind, 'naming-verb'),
  ]
}

const hasWord = (context: RecogniseContext, from: number, to: number, pattern: RegExp): boolean => {
  for (let i = from; i < to; i++)
    if (pattern.test(context.words.tokens[i]?.lower ?? '')) return true
  return false
}

const people = new Set(
  'man woman director officer hacker teenager student researcher spokesman analyst agent journalist suspect citizen national programmer developer'.split(
    ' ',
  ),
)
const others = new Set(
  'company firm startup start-up agency ministry bank newspaper city town village report bill law programme project vulnerability vulnerabilities flaw flaws bug bugs hole technique system platform app application domain domains site website page portal server file files document folder channel service product plugin account conference festival book film exercise unit fund'.split(
    ' ',
  ),
)

/** The noun before the verb says whether a group, a program or a campaign is being named; a known actor or program does as well. */
function kindBeingNamed(context: RecogniseContext, verb: number): NamedKind | undefined {
  const { words } = context
  const sentence = words.sentenceOf[verb] ?? 0
  const from = Math.max(words.firstOf[sentence] ?? 0, verb - 14)
  for (let i = verb - 1; i >= from; i--) {
    const token = words.tokens[i]
    const lower = token?.lower ?? ''
    if (actorNouns.has(lower) && lower !== 'team' && lower !== 'set') return 'actor'
    if (malwareNouns.has(lower)) return 'malware'
    if (toolNouns.has(lower)) return 'tool'
    if (campaignNouns.has(lower)) return 'campaign'
    if (people.has(lower) || others.has(lower)) return undefined
    if (token && /^\p{Lu}/u.test(token.text)) {
      const known = kindOfKnown(context, i)
      if (known) return known
    }
    if (lower === ';') return undefined
  }
  return undefined
}

function kindOfKnown(context: RecogniseContext, at: number): NamedKind | undefined {
  const name = readName(context, at)
  if (!name) return undefined
  for (const one of context.knowledge.names.lookUp(name.surface))
    if (one.kind === 'actor' || one.kind === 'malware' || one.kind === 'tool') return one.kind
  return undefined
}

/** "X, a China-linked group", "X is a ransomware gang", "X (a RAT)", "X, hackers who …". */
function byApposition(context: RecogniseContext, from: number, to: number): Recognition[] {
  const { words } = context
  const sentence = words.sentenceOf[from] ?? 0
  const limit = words.firstOf[sentence + 1] ?? to
  let i = to
  if (/^["”’»]$/.test(words.tokens[i]?.text ?? '')) i++
  const opener = words.tokens[i]?.lower ?? ''
  if (!/^(?:,|\(|is|was|are|–|—|-)$/.test(opener)) return []
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

/** "group" alone is any company's: hacking, a state's hand or a criminal word must stand before it, or "hackers" itself. */
function actorHead(context: RecogniseContext, from: number, noun: number): boolean {
  const lower = context.words.tokens[noun]?.lower ?? ''
  if (
    !/^(?:group|groups|actor|actors|cluster|operators|operator|outfit|collective|affiliate|affiliates)$/.test(
      lower,
    )
  )
    return true
  for (let i = from; i < noun + 6; i++) {
    const word = context.words.tokens[i]?.lower ?? ''
    if (
      i < noun &&
      /hack|cyber|ransom|extort|espionage|threat|apt|intrusion|spy|crim|activis|-(?:linked|backed|nexus|aligned|sponsored|affiliated|speaking|based|state)$|^pro-/.test(
        word,
      )
    )
      return true
    if (i > noun && /^(?:hack|breach|attack|spies|ransom)/.test(word)) return true
  }
  return false
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
