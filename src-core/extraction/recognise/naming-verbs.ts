import type { Recognition } from '../stages'
import type { NamedKind } from './class-nouns'
import { actorNouns, campaignNouns, malwareNouns, toolNouns } from './cue-words'
import { furtherNames, isClause } from './name-lists'
import { canBeNew, make, readName } from './read-name'
import type { RecogniseContext } from './recogniser'

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
export function afterNamingVerb(context: RecogniseContext, verb: number): Recognition[] {
  const { words } = context
  const sentence = words.sentenceOf[verb] ?? 0
  const limit = words.firstOf[sentence + 1] ?? verb
  const lower = words.tokens[verb]?.lower ?? ''
  let i = verb + 1
  while (i < limit && i - verb < 6 && namingLinks.has(words.tokens[i]?.lower ?? '')) i++
  const name = readName(context, i)
  if (!name) return []
  if (
    /^(?:known|tracks?|tracked|tracking|follows?|referred|refers|identified|designated)$/.test(
      lower,
    ) &&
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
  for (const one of context.known(name.surface))
    if (one.kind === 'actor' || one.kind === 'malware' || one.kind === 'tool') return one.kind
  return undefined
}
