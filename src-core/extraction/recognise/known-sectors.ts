import type { Knowledge, KnownName, NameHit } from '../../knowledge/knowledge'
import { kindsMask } from '../../knowledge/kinds-mask'
import { agreesInCase } from '../../knowledge/written-case'
import type { Recognition, Token } from '../stages'
import { wordClass } from '../text/vocabulary'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Sector words: fields ("energy"), typed bodies ("three universities") and people ("diplomats"). */
export const knownSectors: Recogniser = {
  id: 'known-sectors',
  reason: 'words of running text that put a victim into a sector: fields, typed bodies, people',
  recognise(context) {
    const found: Recognition[] = []
    for (const hit of context.hits) {
      if ((hit.kinds & sectorKind) === 0) continue
      const written = context.text.slice(hit.start, hit.end)
      const names = hit.names.filter(
        (name) => name.kind === 'sector' && agreesInCase(written, name),
      )
      const first = names[0]
      if (first) found.push(sectorOf(context, hit, names, first))
    }
    return found
  },
}

const sectorKind = kindsMask(['sector'])

const fieldHead = wordClass(
  'sector sectors industry industries companies company firms firm organisations organisation organizations organization entities entity businesses providers provider operators operator suppliers supplier institutions institution bodies body agencies agency makers maker manufacturers manufacturer contractors contractor facilities utilities networks network services service infrastructure enterprises enterprise groups group field fields vertical verticals departments department offices office officials official systems system employees workers staff customers victims targets plants plant sites site',
)

function sectorOf(
  context: RecogniseContext,
  hit: NameHit,
  names: readonly KnownName[],
  first: KnownName,
): Recognition {
  const { knowledge, words } = context
  const keys =
    names.length === 1
      ? [slugOf(knowledge, first.key)]
      : [...new Set(names.map((name) => slugOf(knowledge, name.key)))]
  const token = context.tokenAt(hit.end - 1)
  const sentence = words.sentenceOf[token] ?? 0
  const next = token + 1 < (words.firstOf[sentence + 1] ?? 0) ? words.tokens[token + 1] : undefined
  const form = first.form ?? 'body'
  const headed = form === 'field' && fieldHead.has(next)
  const speaker = form !== 'field' && speaks(context, token, first.plural === true)
  const key = slugOf(knowledge, first.key)
  const vague =
    form === 'field' &&
    !headed &&
    vagueFields.has(first.surface.toLowerCase()) &&
    !isListed(context, hit)
  const security = securityWord.has(words.tokens[context.tokenAt(hit.start) - 1])
  return {
    start: hit.start,
    end: hit.end,
    kind: 'sector',
    key,
    name: knowledge.sectors.get(first.key)?.label ?? key,
    surface: context.text.slice(hit.start, hit.end),
    rule: `sector/${speaker ? 'speaker' : form}${headed ? '-headed' : ''}`,
    strength: strengthOf(context, hit, first, { headed, doubtful: speaker || vague || security }),
    sentence: context.sentenceAt(hit.start),
    form: form === 'field' ? 'name' : 'descriptor',
    ref: key,
    subtype: speaker ? 'speaker' : first.plural ? `${form}-plural` : form,
    sectors: keys,
  }
}

const securityWord = wordClass('security cybersecurity cyber')

/** Below 0.5: to be believed only in a victim's place. */
function strengthOf(
  context: RecogniseContext,
  hit: NameHit,
  name: KnownName,
  { headed, doubtful }: { readonly headed: boolean; readonly doubtful: boolean },
): number {
  if (doubtful || technicalBody.has(name.surface.toLowerCase())) return 0.42
  if (name.form !== 'field') return name.plural ? 0.85 : 0.7
  if (headed) return 0.85
  return isListed(context, hit) || meantAsField(context, hit) ? 0.6 : 0.46
}

/** Words of computing that are trades elsewhere. */
const technicalBody = new Set(
  'port ports library libraries miner miners utility developer developers host merchant'.split(' '),
)

/** "targeting healthcare", "in the energy": a field where a victim or a trade is expected. */
function meantAsField(context: RecogniseContext, hit: NameHit): boolean {
  const { words, cues } = context
  const first = context.tokenAt(hit.start) - 1
  const before = words.tokens[first]
  return (
    cues.attack[first] === 1 ||
    cues.attack[first - 1] === 1 ||
    beforeField.has(before) ||
    (fieldArticle.has(before) && beforeArticle.has(words.tokens[first - 1]))
  )
}

const beforeField = wordClass(
  'against in across sector sectors industries including like as especially mainly from : — – -',
)
const fieldArticle = wordClass('the in')
const beforeArticle = wordClass('in against across from of')

/** Everyday words that are fields only where one speaks of fields. */
const vagueFields = new Set(
  'space news food power water trade mines arts culture music film sport sports games research editor political administration payment payments aid union business commerce property commercial art travel security digital gas oil metals law medicine publishing science computers computer hosting software engineering environment press communications blockchain cybersecurity law enforcement official weapons advertising'.split(
    ' ',
  ),
)

/** "energy, water and transport": beside another field. */
function isListed(context: RecogniseContext, hit: NameHit): boolean {
  const { words } = context
  const first = context.tokenAt(hit.start)
  const last = context.tokenAt(hit.end - 1)
  const joins = (at: number): boolean => joiner.has(words.tokens[at])
  const isSector = (at: number): boolean =>
    context.known(words.tokens[at]?.text ?? '').some((name) => name.kind === 'sector')
  return (
    (joins(first - 1) && isSector(first - 2)) ||
    (joins(last + 1) && isSector(last + 2)) ||
    (joins(first - 1) && joins(first - 2) && isSector(first - 3))
  )
}

const joiner = wordClass(', and or / & as')
const speechVerbs = wordClass(
  'said says say told tells confirmed added denied declined declares declare declared warned wrote announced acknowledged explained stated commented believes believe insisted replied argued claimed noted speaking',
)
const isSpeech = (token: Token | undefined): boolean =>
  speechVerbs.has(token) || (token !== undefined && /^spokes\w+$/.test(token.lower))

/** "Minister Edi Rama", "officials said", "the journalist told": who speaks is no victim. */
function speaks({ words, text }: RecogniseContext, at: number, plural: boolean): boolean {
  const next = words.tokens[at + 1]
  if (!next || words.sentenceOf[at] !== words.sentenceOf[at + 1]) return false
  if (isSpeech(next)) return true
  if (beforeSpeech.has(next) && isSpeech(words.tokens[at + 2])) return true
  return (
    !plural &&
    officeHolder.has(words.tokens[at]) &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    text.slice(next.start - 1, next.start) === ' '
  )
}

const beforeSpeech = wordClass('also has have had later then on in at')
const officeHolder = wordClass(
  'minister president ambassador spokesman senator commissioner mayor governor judge general admiral colonel prosecutor chancellor premier lawmaker diplomat journalist editor professor lawyer secretary director envoy official officer',
)

/** The contract's slug; sectors that it has none for keep their own key. */
export function slugOf(knowledge: Knowledge, key: string): string {
  const slug = knowledge.sectors.get(key)?.slug
  return slug === undefined || slug === '' ? key : slug
}
