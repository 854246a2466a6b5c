import type { KnownName, NameHit } from '../../knowledge/knowledge'
import { kindsMask } from '../../knowledge/kinds-mask'
import { agreesInCase } from '../../knowledge/written-case'
import type { Recognition } from '../stages'
import { judgePlace } from './judge-place'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Countries, regions and places by name, demonym, capital or seat of government. */
export const knownPlaces: Recogniser = {
  id: 'known-places',
  reason:
    'countries, regions and places of the gazetteer; shared and common-word names want evidence',
  recognise(context) {
    const nations = nationsNamed(context)
    const found: Recognition[] = []
    for (const hit of context.hits) {
      if ((hit.kinds & geographic) === 0) continue
      const written = context.text.slice(hit.start, hit.end)
      const names = hit.names.filter((name) => isGeographic(name) && agreesInCase(written, name))
      if (names.length === 0) continue
      const places =
        countryOf(context, hit, names) ??
        regionOf(context, hit, names) ??
        judgePlace(context, hit, names, nations)
      for (const place of places) found.push(place)
    }
    return found
  },
}

const geographic = kindsMask(['country', 'region', 'place'])
const nation = kindsMask(['country'])

const isGeographic = (name: KnownName): boolean =>
  name.kind === 'country' || name.kind === 'region' || name.kind === 'place'

/** Countries that the text names outright: they decide between namesakes of towns. */
function nationsNamed({ hits, text }: RecogniseContext): ReadonlySet<string> {
  const nations = new Set<string>()
  for (const hit of hits) {
    if ((hit.kinds & nation) === 0) continue
    for (const name of hit.names)
      if (
        name.kind === 'country' &&
        name.role !== 'capital' &&
        !nations.has(name.key) &&
        agreesInCase(text.slice(hit.start, hit.end), name)
      )
        nations.add(name.key)
  }
  return nations
}

function countryOf(
  context: RecogniseContext,
  hit: NameHit,
  names: readonly KnownName[],
): Recognition[] | undefined {
  const countries = names.filter((name) => name.kind === 'country')
  const name = pick(countries)
  if (!name) return undefined
  if (insideLongerWord(context, hit) || (name.role === 'capital' && isGivenName(context, hit)))
    return []
  const language = name.role === 'demonym' && isLanguage(context, hit)
  const capital = name.role === 'capital' || name.role === 'metonym'
  const iso2 = name.key
  return [
    {
      start: hit.start,
      end: hit.end,
      kind: capital && name.role === 'capital' ? 'place' : 'country',
      key: capital && name.role === 'capital' ? `${iso2}/${name.surface}` : iso2,
      name:
        capital && name.role === 'capital'
          ? name.surface
          : (context.knowledge.countries.get(iso2)?.name ?? name.surface),
      surface: context.text.slice(hit.start, hit.end),
      rule: language ? 'country/language' : `country/${name.role}`,
      strength: language
        ? 0.5
        : name.ambiguous === 'contested'
          ? 0.6
          : name.role === 'capital'
            ? 0.85
            : 0.9,
      sentence: context.sentenceAt(hit.start),
      form: name.role === 'demonym' ? 'demonym' : 'name',
      ref: iso2,
      country: iso2,
      ...(language && { subtype: 'language' }),
      ...(name.role === 'metonym' && { subtype: 'metonym' }),
      ...(name.role === 'capital' && { subtype: 'capital' }),
    },
  ]
}

/** "translated from Spanish", "English version", "Russian-speaking": a language alone is no country. */
function isLanguage({ text }: RecogniseContext, hit: NameHit): boolean {
  const before = text.slice(Math.max(0, hit.start - 40), hit.start)
  const after = text.slice(hit.end, hit.end + 30)
  if (
    /^[- ]speak|^[- ]language|^(?:, \p{Lu}\p{L}+)*(?:,? and \p{Lu}\p{L}+)? (?:versions?|editions?|translations?|text|keyboards?|comments|strings)\b/u.test(
      after,
    )
  )
    return true
  if (
    /^(?:[.,;:)]|$| (?:by|on|and|that|from|with|who|\())/.test(after) &&
    /(?:translat\w{1,4}(?: \w+)? (?:from|into)|(?:written|speaks?|spoken|fluent|published|available|read|advertises|posted|comments|messages?) in|(?:fluent|broken|good|bad|perfect|poor|native|in|into)(?: the)?) $/i.test(
      before,
    )
  )
    return true
  return (
    text.slice(hit.start, hit.end) === 'English' &&
    !/^ (?:hospital|council|school|football|city|town|court|patients)/.test(after)
  )
}

/** "Victoria Nuland", "Sofia Coppola": capitals that people are called after. */
function isGivenName({ text }: RecogniseContext, hit: NameHit): boolean {
  return (
    /^(?:Victoria|Sofia|Santiago|Kingston|George|Nelson|Praia)$/.test(
      text.slice(hit.start, hit.end),
    ) && /^ \p{Lu}\p{Ll}/u.test(text.slice(hit.end, hit.end + 3))
  )
}

/** Several countries share "Congo", "Korean", "Guinea": the one that the text names elsewhere, else the uncontested, else the first. */
function pick(countries: readonly KnownName[]): KnownName | undefined {
  if (countries.length < 2) return countries[0]
  const plain = countries.find((name) => name.ambiguous !== 'contested' && name.role !== 'capital')
  return plain ?? countries.find((name) => name.role === 'name') ?? countries[0]
}

/** "Turkey-like" is fine, "US1" and "@Iran" are not. */
function insideLongerWord({ text }: RecogniseContext, hit: NameHit): boolean {
  const before = text[hit.start - 1] ?? ' '
  const after = text.slice(hit.end, hit.end + 2)
  return before === '@' || before === '_' || before === '#' || /^[_@]|^\.[a-z]/.test(after)
}

/** Regions that are bodies: they meet, decide and are broken into. */
const blocName =
  /\b(?:Union|Alliance|Commonwealth|Association|Organi[sz]ation|Council|NATO|ASEAN|BRICS|CIS|EU)\b/

function regionOf(
  context: RecogniseContext,
  hit: NameHit,
  names: readonly KnownName[],
): Recognition[] | undefined {
  const name = names.find((one) => one.kind === 'region')
  if (!name) return undefined
  const title = context.knowledge.regions.get(name.key)?.name ?? name.surface
  const bloc = name.role !== 'demonym' && blocName.test(title)
  return [
    {
      start: hit.start,
      end: hit.end,
      kind: bloc ? 'organization' : 'region',
      key: name.key,
      name: context.knowledge.regions.get(name.key)?.name ?? name.surface,
      surface: context.text.slice(hit.start, hit.end),
      rule: `${bloc ? 'bloc' : 'region'}/${name.role}`,
      strength: 0.88,
      sentence: context.sentenceAt(hit.start),
      form: name.role === 'demonym' ? 'demonym' : 'name',
    },
  ]
}
