import type { KnownName, NameHit } from '../../knowledge/knowledge'
import type { Recognition } from '../stages'
import { wordClass } from '../text/vocabulary'
import type { RecogniseContext } from './recogniser'

const placeBefore = wordClass(
  'in from near at of to around outside between across into via northern southern eastern western central downtown and , ( city town province region municipality district state port airport village capital prefecture canton mayor embassy based',
)
const placeAfter = wordClass(
  'city province region district county prefecture oblast state municipality airport port university hospital police court -based metropolitan harbour harbor',
)

const titles =
  'mr ms mrs dr minister president general spokesman spokeswoman sir lord judge senator professor'
/** With a full stop or without. */
const title = wordClass(`${titles} ${titles.replaceAll(' ', '. ')}.`)

/**
 * A town or province, if it is one here: place names are people's names and ordinary words too. Wanted are a place preposition or a comma
 * with its country beside it; big towns need less. Among namesakes the country that the text names wins, then the larger place.
 */
export function judgePlace(
  context: RecogniseContext,
  hit: NameHit,
  names: readonly KnownName[],
  nations: ReadonlySet<string>,
): Recognition[] {
  const places = names.filter((name) => name.kind === 'place' && name.place)
  if (places.length === 0) return []
  const best = choose(places, nations)
  const place = best?.place
  if (!best || !place) return []
  const evidence = evidenceFor(context, hit, place.iso2, nations)
  const big = place.population > 500_000 || place.type === 'admin1'
  const wanted = best.class === 'place-common-word' ? 2 : big ? 0 : 1
  if (evidence < wanted || evidence < 0) return []
  return [
    {
      start: hit.start,
      end: hit.end,
      kind: 'place',
      key: best.key,
      name: best.surface,
      surface: context.text.slice(hit.start, hit.end),
      rule: `place/${place.type}`,
      strength: Math.min(0.85, 0.55 + 0.1 * evidence + (big ? 0.1 : 0)),
      sentence: context.sentenceAt(hit.start),
      form: 'name',
      ref: place.iso2,
      country: place.iso2,
    },
  ]
}

function choose(places: readonly KnownName[], nations: ReadonlySet<string>): KnownName | undefined {
  const score = (name: KnownName): number =>
    (nations.has(name.place?.iso2 ?? '') ? 1e9 : 0) +
    (name.place?.population ?? 0) +
    (name.place?.type === 'admin1' ? 1e5 : 0)
  return places.toSorted((a, b) => score(b) - score(a))[0]
}

/** -1: certainly none; 0: nothing; 1: a place word beside it or its country in the text; 2 and more: both, or ", country". */
function evidenceFor(
  context: RecogniseContext,
  hit: NameHit,
  iso2: string,
  nations: ReadonlySet<string>,
): number {
  const { words } = context
  const first = context.tokenAt(hit.start)
  const last = context.tokenAt(hit.end - 1)
  const sentence = words.sentenceOf[first] ?? 0
  const from = words.firstOf[sentence] ?? 0
  const to = words.firstOf[sentence + 1] ?? from
  const before = first > from ? words.tokens[first - 1] : undefined
  const after = last + 1 < to ? words.tokens[last + 1] : undefined
  // Part of a longer name: "Victoria Nuland", "Bank Austin".
  const capitalAfter =
    after !== undefined && /^\p{Lu}\p{Ll}/u.test(after.text) && after.start - hit.end <= 1
  const capitalBefore =
    before !== undefined && /^\p{Lu}\p{Ll}/u.test(before.text) && first - 1 > from
  if (title.has(before)) return -1
  if (capitalAfter && !placeAfter.has(after)) return -1
  if (capitalBefore && !placeBefore.has(before)) return -1
  let evidence = 0
  if (before && placeBefore.has(before) && before.text !== ',' && before.lower !== 'and') evidence++
  if (after && placeAfter.has(after)) evidence++
  if (nations.has(iso2)) evidence++
  if (after?.text === ',') {
    const next = words.tokens[last + 2]
    const country =
      next && context.known(next.text).some((name) => name.kind === 'country' && name.key === iso2)
    if (country) evidence += 2
  }
  return evidence
}
