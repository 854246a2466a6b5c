import { bodySectors } from './body-heads'
import { malwareNouns, strongActorNouns } from './cue-words'
import type { RecogniseContext } from './recogniser'

/** Kinds of thing that a class word beside a name makes of it. */
export type NamedKind = 'actor' | 'malware' | 'tool' | 'campaign'

/** All words that may have a kind (`kindOfNoun`). */
export const kindNouns: readonly string[] = [
  ...strongActorNouns,
  ...malwareNouns,
  ...'tool framework utility scanner tunnel campaign operation'.split(' '),
]

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

/** "software group", "rights group", "hospital operator": a word for a trade before it makes it a business. */
export function civil(context: RecogniseContext, noun: number): boolean {
  const before = context.words.tokens[noun - 1]?.lower ?? ''
  if (bodySectors(before) !== undefined && before !== 'security') return true
  if (
    /^(?:opposition|rights|lobby|advocacy|political|rebel|militant|armed|working|consumer|industry|parent|holding|media|insurance|hotel|retail|hospital|consulting|analysis|pressure|trade|religious|ethnic|parliamentary|aid|activist|lobbying|banking|food|car|steel|chemical|travel|beverage|luxury|publishing|news|drinks|minority)$/.test(
      before,
    )
  )
    return true
  return false
}

export const looksCorporate = (surface: string): boolean =>
  /\b(?:Inc|Ltd|Holdings?|Bank|Media|Capital|Energy|Partners|Financial|Insurance|Industries|Telecom|Motor|Hotels?|Foods?|Retail|Health|Steel|Oil|Gas|Airlines?)\b/.test(
    surface,
  )

/** "group" alone is any company's: hacking, a state's hand or a criminal word must stand before it, or "hackers" itself. */
export function actorHead(context: RecogniseContext, from: number, noun: number): boolean {
  if (civil(context, noun)) return false
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
  return plainBand(context, noun)
}

/** "Foo, a group about which nothing is known": only where its sentence, or one beside it, tells of an attack. */
function plainBand({ words, speaksOf }: RecogniseContext, noun: number): boolean {
  const lower = words.tokens[noun]?.lower ?? ''
  if (!/^(?:group|outfit|collective|cluster|actor)$/.test(lower)) return false
  const sentence = words.sentenceOf[noun] ?? 0
  for (let s = sentence - 1; s <= sentence + 1; s++) if (speaksOf.attack[s] === 1) return true
  return /^(?:cluster|actor)$/.test(lower)
}
