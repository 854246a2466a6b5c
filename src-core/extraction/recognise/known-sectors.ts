import type { Knowledge, KnownName, NameHit } from '../../knowledge/knowledge'
import { agreesInCase } from '../../knowledge/written-case'
import type { Recognition } from '../stages'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Sector words: fields ("energy"), typed bodies ("three universities") and people ("diplomats"). */
export const knownSectors: Recogniser = {
  id: 'known-sectors',
  reason: 'words of running text that put a victim into a sector: fields, typed bodies, people',
  recognise(context) {
    return context.hits.flatMap((hit) => {
      const written = context.text.slice(hit.start, hit.end)
      const names = hit.names.filter(
        (name) => name.kind === 'sector' && agreesInCase(written, name),
      )
      const first = names[0]
      return first ? [sectorOf(context, hit, names, first)] : []
    })
  },
}

const fieldHead =
  /^(?:sector|sectors|industry|industries|companies|company|firms|firm|organi[sz]ations?|entities|entity|businesses|providers?|operators?|suppliers?|institutions?|bodies|body|agencies|agency|makers?|manufacturers?|contractors?|facilities|utilities|networks?|services?|infrastructure|enterprises?|groups?|field|fields|vertical|verticals|departments?|offices?|officials?|systems?|employees|workers|staff|customers|victims|targets|plants?|sites?)$/

function sectorOf(
  context: RecogniseContext,
  hit: NameHit,
  names: readonly KnownName[],
  first: KnownName,
): Recognition {
  const { knowledge, words } = context
  const keys = [...new Set(names.map((name) => slugOf(knowledge, name.key)))]
  const token = context.tokenAt(hit.end - 1)
  const sentence = words.sentenceOf[token] ?? 0
  const next =
    token + 1 < (words.firstOf[sentence + 1] ?? 0) ? (words.tokens[token + 1]?.lower ?? '') : ''
  const form = first.form ?? 'body'
  const headed = form === 'field' && fieldHead.test(next)
  const speaker = form !== 'field' && speaks(context, token, first.plural === true)
  const key = slugOf(knowledge, first.key)
  const vague =
    form === 'field' &&
    !headed &&
    vagueFields.has(first.surface.toLowerCase()) &&
    !isListed(context, hit)
  const security = /^(?:cyber)?security$|^cyber$/.test(
    words.tokens[context.tokenAt(hit.start) - 1]?.lower ?? '',
  )
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
  const before = words.tokens[first]?.lower ?? ''
  const earlier = words.tokens[first - 1]?.lower ?? ''
  return (
    cues.attack[first] === 1 ||
    cues.attack[first - 1] === 1 ||
    /^(?:against|in|across|sectors?|industries|including|like|as|especially|mainly|from|:|—|–|-)$/.test(
      before,
    ) ||
    (/^(?:the|in)$/.test(before) && /^(?:in|against|across|from|of)$/.test(earlier))
  )
}

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
  const joins = (at: number): boolean =>
    /^(?:,|and|or|\/|&|as)$/.test(words.tokens[at]?.lower ?? '')
  const isSector = (at: number): boolean =>
    context.known(words.tokens[at]?.text ?? '').some((name) => name.kind === 'sector')
  return (
    (joins(first - 1) && isSector(first - 2)) ||
    (joins(last + 1) && isSector(last + 2)) ||
    (joins(first - 1) && joins(first - 2) && isSector(first - 3))
  )
}

const speech =
  /^(?:said|says|say|told|tells|confirmed|added|denied|declined|declares?|declared|warned|wrote|announced|acknowledged|explained|stated|commented|spokes\w+|believes?|insisted|replied|argued|claimed|noted|speaking)$/

/** "Minister Edi Rama", "officials said", "the journalist told": who speaks is no victim. */
function speaks({ words, text }: RecogniseContext, at: number, plural: boolean): boolean {
  const next = words.tokens[at + 1]
  if (!next || words.sentenceOf[at] !== words.sentenceOf[at + 1]) return false
  if (speech.test(next.lower)) return true
  if (
    /^(?:also|has|have|had|later|then|on|in|at)$/.test(next.lower) &&
    speech.test(words.tokens[at + 2]?.lower ?? '')
  )
    return true
  const own = words.tokens[at]?.lower ?? ''
  return (
    !plural &&
    /^\p{Lu}\p{Ll}/u.test(next.text) &&
    /^(?:minister|president|ambassador|spokesman|senator|commissioner|mayor|governor|judge|general|admiral|colonel|prosecutor|chancellor|premier|lawmaker|diplomat|journalist|editor|professor|lawyer|secretary|director|envoy|official|officer)$/.test(
      own,
    ) &&
    text.slice(next.start - 1, next.start) === ' '
  )
}

/** The contract's slug; sectors that it has none for keep their own key. */
export function slugOf(knowledge: Knowledge, key: string): string {
  const slug = knowledge.sectors.get(key)?.slug
  return slug === undefined || slug === '' ? key : slug
}
