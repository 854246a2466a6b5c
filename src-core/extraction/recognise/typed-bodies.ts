import type { KnownName } from '../../knowledge/knowledge'
import type { Recognition } from '../stages'
import { wordNumber } from '../text/vocabulary'
import { entityKey } from './entity-key'
import type { RecogniseContext, Recogniser } from './recogniser'

/**
 * Bodies that a text names by what they are: "the finance ministry", "Ukraine's border guard", "the Albanian parliament", "the port of
 * Rotterdam". There is one of each in its country or town, so the words are a name.
 */
export const typedBodies: Recogniser = {
  id: 'typed-bodies',
  reason: 'definite bodies of state, and bodies tied to a town by "of"',
  recognise(context) {
    const found: Recognition[] = []
    for (const [head, rule] of heads)
      for (const i of context.words.at(head)) {
        const body = bodyAt(context, i, rule)
        if (body) found.push(body)
      }
    return found
  },
}

interface HeadRule {
  readonly sectors: readonly string[]
  /** Words that may stand before the head and belong to the name. */
  readonly modifiers: RegExp
  /** The head alone is one of a kind in its country. */
  readonly alone: boolean
  /** A town or people must follow with "of": "port of Lisbon". */
  readonly wantsOf: boolean
}

const portfolio =
  /^(?:foreign|defen[cs]e|finance|interior|justice|health|education|economic|economy|energy|agriculture|labou?r|culture|transport|trade|communications|digital|environment|industry|tourism|home|affairs|and|external|treasury|social|internal|science|information|technology|public|security|sports|employment|commerce|development|planning|oil|petroleum|war|infrastructure|police|economics|revenue|treasury)$/
const make = (sectors: string, modifiers: RegExp, alone: boolean, wantsOf = false): HeadRule => ({
  sectors: sectors.split(' '),
  modifiers,
  alone,
  wantsOf,
})

const heads: ReadonlyMap<string, HeadRule> = new Map([
  ['ministry', make('government', portfolio, false)],
  ['department', make('government', portfolio, false)],
  ['parliament', make('government', /^(?:national|federal|regional)$/, true)],
  ['presidency', make('government', /^(?:none)$/, true)],
  ['treasury', make('government', /^(?:none)$/, true)],
  ['congress', make('government', /^(?:national)$/, true)],
  ['senate', make('government', /^(?:none)$/, true)],
  ['bank', make('financial-services', /^(?:central|national|reserve|state)$/, false)],
  ['guard', make('government', /^(?:border|coast|national)$/, false)],
  ['police', make('government', /^(?:federal|national|state|border|military)$/, false)],
  ['army', make('defense', /^(?:none)$/, false)],
  [
    'service',
    make(
      'government',
      /^(?:tax|health|security|intelligence|secret|postal|prison|border|customs|weather|fire|laboratory|social|ambulance|civil|foreign|statistical|meteorological)$/,
      false,
    ),
  ],
  [
    'office',
    make(
      'government',
      /^(?:foreign|tax|statistics|prosecutor|prosecutors|president|prime|minister|statistical|home|legal|presidential|cabinet|patent|land)$/,
      false,
    ),
  ],
  [
    'agency',
    make(
      'government',
      /^(?:space|news|tax|revenue|nuclear|election|intelligence|cartography|energy|cyber|security|road|health|food)$/,
      false,
    ),
  ],
  [
    'commission',
    make(
      'government',
      /^(?:election|electoral|elections|securities|nuclear|atomic|energy|human|rights)$/,
      false,
    ),
  ],
  ['committee', make('government', /^(?:election|electoral|olympic)$/, false)],
  [
    'administration',
    make(
      'government',
      /^(?:tax|court|civil|aviation|port|presidential|prison|space|customs)$/,
      false,
    ),
  ],
  [
    'authority',
    make(
      'government',
      /^(?:tax|port|airport|water|aviation|civil|banking|revenue|railway|energy|electricity|land)$/,
      false,
    ),
  ],
  ['inspectorate', make('government', /^(?:tax|labou?r|health)$/, false)],
  ['fund', make('financial-services', /^(?:pension|social|security|sovereign|wealth)$/, false)],
  ['railways', make('transportation', /^(?:state|national|federal)$/, false)],
  ['airport', make('transportation', /^(?:international|main|regional)$/, false)],
  ['port', make('maritime transportation', /^(?:sea|main)$/, false, true)],
  ['university', make('education', /^(?:technical|state|national|medical)$/, false, true)],
  ['municipality', make('government', /^(?:none)$/, false, true)],
  ['government', make('government', /^(?:none)$/, false, true)],
  ['city', make('government', /^(?:none)$/, false, true)],
])
for (const head of heads.keys()) wordNumber(head)

function bodyAt(context: RecogniseContext, at: number, rule: HeadRule): Recognition | undefined {
  const { words, text } = context
  const head = words.tokens[at]
  if (!head) return undefined
  const sentence = words.sentenceOf[at] ?? 0
  const floor = words.firstOf[sentence] ?? 0
  const limit = words.firstOf[sentence + 1] ?? at
  let from = at
  while (from > floor && rule.modifiers.test(words.tokens[from - 1]?.lower ?? '')) from--
  while (from < at && /^(?:and)$/.test(words.tokens[from]?.lower ?? '')) from++
  const modified = from < at
  const owner = ownerBefore(context, from, floor)
  const of = ofTail(context, at, limit) ?? ofPortfolio(context, at, limit)
  const portfolioOf = of?.portfolio === true
  if (
    rule.wantsOf
      ? !of
      : !modified &&
        !owner &&
        !portfolioOf &&
        !(
          rule.alone &&
          (isDefinite(context, from, floor) || (from > floor && /^\p{Lu}/u.test(head.text)))
        )
  )
    return undefined
  if (
    !rule.wantsOf &&
    !modified &&
    !portfolioOf &&
    !rule.alone &&
    !(owner && /^(?:airport|railways|police|army|navy|presidency)$/.test(head.lower))
  )
    return undefined
  // "a ministry", "two ministries", "any parliament" are types.
  const article = words.tokens[(owner?.from ?? from) - 1]?.lower ?? ''
  if (/^(?:a|an|any|no|each|every|some|another|this|one)$/.test(article) && !of) return undefined
  const first = words.tokens[owner?.from ?? from]
  const last = words.tokens[of?.to ?? at]
  if (!first || !last) return undefined
  const surface = text.slice(first.start, last.end)
  const country = of?.country ?? owner?.country
  const bare = text.slice(words.tokens[from]?.start ?? head.start, head.end)
  const sectors = new Set(rule.sectors)
  if (/foreign|external/i.test(bare)) sectors.add('diplomacy')
  if (/defen[cs]e/i.test(bare)) sectors.add('defense')
  if (/space/i.test(bare)) sectors.add('aerospace')
  if (/health/i.test(bare)) sectors.add('healthcare')
  if (/news/i.test(bare)) sectors.add('media')
  return {
    start: first.start,
    end: last.end,
    kind: 'organization',
    key: entityKey(surface),
    name: surface,
    surface,
    rule: 'organization/typed-body',
    strength: 0.72,
    sentence,
    form: 'descriptor',
    sectors: [...sectors],
    aliases: bare === surface ? [] : [bare],
    ...(country && { country }),
  }
}

const isDefinite = (context: RecogniseContext, from: number, floor: number): boolean => {
  const before = context.words.tokens[from - 1]?.lower ?? ''
  return from > floor && /^(?:the|its|their|our|country’s|'s|’s)$/.test(before)
}

/** "Ukraine's", "the Albanian", "Danish" in front. */
function ownerBefore(
  context: RecogniseContext,
  at: number,
  floor: number,
): { from: number; country: string } | undefined {
  const { words, text } = context
  let i = at - 1
  if (i < floor) return undefined
  const possessive = /^['’]s?$/.test(words.tokens[i]?.lower ?? '')
  if (possessive) i--
  const token = words.tokens[i]
  if (!token || i < floor) return undefined
  for (const length of [3, 2, 1]) {
    const first = words.tokens[i - length + 1]
    if (!first || i - length + 1 < floor) continue
    const country = countryNamed(context, text.slice(first.start, token.end), !possessive)
    if (country) return { from: i - length + 1, country }
  }
  return undefined
}

function countryNamed(
  context: RecogniseContext,
  written: string,
  adjective: boolean,
): string | undefined {
  if (!/^\p{Lu}/u.test(written)) return undefined
  const fits = (name: KnownName): boolean =>
    (name.kind === 'country' && (!adjective || name.role !== 'capital')) ||
    (name.kind === 'place' && name.class === 'distinctive')
  const name = context.known(written).find(fits)
  return name?.kind === 'country' ? name.key : name?.place?.iso2
}

/** "ministry of finance", "department of economic affairs and trade". */
function ofPortfolio(context: RecogniseContext, at: number, limit: number): Of | undefined {
  const { words } = context
  if (
    words.tokens[at + 1]?.lower !== 'of' ||
    !/^(?:ministry|department|office)$/.test(words.tokens[at]?.lower ?? '')
  )
    return undefined
  let to = at + 1
  for (let i = at + 2; i < limit; i++) {
    const lower = words.tokens[i]?.lower ?? ''
    if (!portfolio.test(lower)) break
    if (lower !== 'and') to = i
  }
  return to > at + 1 ? { to, portfolio: true } : undefined
}

interface Of {
  readonly to: number
  readonly country?: string
  readonly portfolio?: true
}

/** "of Paraguay", "of the Australian Capital Territory". */
function ofTail(context: RecogniseContext, at: number, limit: number): Of | undefined {
  const { words, text } = context
  if (words.tokens[at + 1]?.lower !== 'of') return undefined
  let i = at + 2
  if (words.tokens[i]?.lower === 'the') i++
  const first = words.tokens[i]
  if (!first || i >= limit || !/^\p{Lu}/u.test(first.text)) return undefined
  let to = i
  while (to + 1 < limit && /^\p{Lu}/u.test(words.tokens[to + 1]?.text ?? '') && to - i < 4) to++
  const country = countryNamed(
    context,
    text.slice(first.start, words.tokens[to]?.end ?? first.end),
    false,
  )
  return { to, ...(country && { country }) }
}
