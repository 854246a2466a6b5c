import type { Recognition } from '../stages'
import { wordClass } from '../text/vocabulary'
import { bodySectors } from './body-heads'
import type { CapitalRun } from './capital-runs'
import { months } from './dates/date-words'
import { entityKey } from './entity-key'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Bodies by the shape of their name: "Ministry of Labor", "Beas Polytechnic", "Corvane Holdings, Inc.", "Overseas Workers Welfare Administration". */
export const organisations: Recogniser = {
  id: 'organisations',
  reason: 'capitalised names that hold the head word of a body',
  recognise(context) {
    const found: Recognition[] = []
    for (const run of context.runs) {
      // One word alone is no body's name: most runs are.
      if (run.to - run.from < 2 || (run.loud && !isHeadlineOfOne(run))) continue
      for (const body of bodiesIn(context, run)) found.push(body)
    }
    return found
  },
}

const isHeadlineOfOne = (run: CapitalRun): boolean => run.to - run.from <= 8

/** Words with which the "of" phrase of a ministry, department or institute begins. */
const ofHeads = new Set(
  'ministry department institute office bureau agency commission committee council university bank court house board centre center directorate secretariat academy organisation organization federation chamber association service fund authority institution company college school association society port municipality government city embassy parliament union assembly republic kingdom states administration prosecutor confederation archives library institution command joint chiefs group league embassy faculty'.split(
    ' ',
  ),
)
const connectors = wordClass(
  'of for the and & de del da do la y e des du in on et og und van von al el dos das di della',
)

function bodiesIn(context: RecogniseContext, run: CapitalRun): Recognition[] {
  return pieces(context, run).flatMap(([from, to]) => {
    const body = bodyOf(context, run, from, to)
    return body ? [body] : []
  })
}

/** A run falls apart at possessives, at "and" between full names, and at small words that no body's name goes on with. */
function pieces(context: RecogniseContext, run: CapitalRun): (readonly [number, number])[] {
  const { tokens } = context.words
  const cut: (readonly [number, number])[] = []
  let from = run.from
  for (let i = run.from; i < run.to; i++) {
    const lower = tokens[i]?.lower ?? ''
    const possessive = lower === "'s" || lower === '’s'
    const joins = (lower === 'and' || lower === '&') && !andInside(context, from, i, run.to)
    const preposition = (lower === 'in' || lower === 'on') && i > from
    if (!possessive && !joins && !preposition) continue
    if (i > from) cut.push([from, i])
    from = i + 1
  }
  if (run.to > from) cut.push([from, run.to])
  return cut
}

const portfolioHead =
  /^(?:ministry|department|office|secretariat|committee|commission|directorate|agency|bureau|institute|cent(?:er|re)|service|administration|board|chamber|organi[sz]ation|authority|society|association|federation|inspectorate|union)$/

/** "Ministry of Economic Affairs and Communications" goes on, "the FBI and Microsoft" does not. */
function andInside(context: RecogniseContext, from: number, and: number, to: number): boolean {
  const { tokens } = context.words
  const first = tokens[from]?.lower ?? ''
  const article = first === 'the' ? (tokens[from + 1]?.lower ?? '') : first
  const headed =
    portfolioHead.test(article) ||
    (hasWord(context, from, and, /^(?:of|for)$/) && hasWord(context, from, and, portfolioHead))
  const after = tokens.slice(and + 1, to)
  const rest = after.map((token) => token.lower)
  if (rest.length === 0 || /^(?:the)$/.test(rest[0] ?? '')) return false
  const tail = rest.length <= 3 && !rest.some((word) => ofHeads.has(word) && word !== 'service')
  if (headed && tail)
    return !known(context, and + 1, to) && !(rest.length > 1 && seatWord.test(rest.at(-1) ?? ''))
  // "Foreign, Commonwealth & Development Office", "Electric Light and Water Departments"
  const last = rest.at(-1) ?? ''
  const joint =
    tokens[and]?.lower === '&' || (jointHead.test(last) && jointPart.test(rest[0] ?? ''))
  return (
    joint &&
    bodySectors(last) !== undefined &&
    rest.length <= 3 &&
    and - from <= 4 &&
    !rest.includes('of')
  )
}

const jointHead =
  /^(?:departments?|company|authority|board|office|ministry|works|commission|agency|service|council|committee|union|corporation|administration)$/
const jointPart =
  /^(?:water|power|gas|light|sewer|health|communications?|electricity|sanitation|development|energy|trade|industry|tourism|technology|culture|labou?r|transport|security|education|exchange|family|welfare|social|media|tax|customs|public)$/
const seatWord =
  /^(?:bank|university|ministry|airport|seaports|ports|hospital|group|inc|ltd|parliament|police)$/

function known(context: RecogniseContext, from: number, to: number): boolean {
  const first = context.words.tokens[from]
  const last = context.words.tokens[to - 1]
  if (!first || !last) return false
  return context
    .known(context.text.slice(first.start, last.end))
    .some(
      (name) => name.kind === 'vendor' || name.kind === 'country' || name.kind === 'organization',
    )
}

const hasWord = (
  context: RecogniseContext,
  from: number,
  to: number,
  pattern: { test(word: string): boolean },
): boolean => {
  for (let i = from; i < to; i++)
    if (pattern.test(context.words.tokens[i]?.lower ?? '')) return true
  return false
}

const leading = wordClass(
  'the a an its their this that in on at by to from for with and but as when while after before since also both only then if of see new said former against under over meanwhile according no our not all some last because where why how what does did is are was has even every whether until',
)

function bodyOf(
  context: RecogniseContext,
  run: CapitalRun,
  rawFrom: number,
  rawTo: number,
): Recognition | undefined {
  const { words, text } = context
  let from = rawFrom
  let to = rawTo
  from = afterForeignOf(context, from, to)
  while (from < to && leading.has(words.tokens[from])) from++
  while (
    to > from &&
    (connectors.has(words.tokens[to - 1]) || words.tokens[to - 1]?.lower === "'s")
  )
    to--
  if (to - from < 1 || to - from > 12) return undefined
  const head = headOf(context, from, to)
  if (head < 0) return undefined
  // A head word alone is a type, not a name: "Parliament", "Congress" are left to their own rule.
  if (to - from === 1) return undefined
  if (onlyCountryAndHead(context, from, to, head)) return undefined
  const first = words.tokens[from]
  const last = words.tokens[to - 1]
  if (!first || !last || isPerson(context, from, to, head)) return undefined
  if (context.knownAt(first.start, last.end).some((name) => name.kind === 'technique'))
    return undefined
  const surface = text.slice(first.start, last.end)
  const sectors = new Set<string>()
  for (let i = from; i < to; i++)
    for (const sector of bodySectors(words.tokens[i]?.lower ?? '') ?? []) sectors.add(sector)
  if (
    /^(?:\S+ )?(?:Ministry|Department|Secretariat|Treasury|Parliament|Cabinet|Presidency|Senate|Congress|State)\b/.test(
      surface,
    ) &&
    !/Health Service/.test(surface)
  ) {
    sectors.clear()
    sectors.add('government')
    if (/Defen[cs]e/.test(surface)) sectors.add('defense')
  }
  if (/\b(?:foreign|external affairs|diplomacy)\b/i.test(surface) && sectors.has('government'))
    sectors.add('diplomacy')
  return {
    start: first.start,
    end: last.end,
    kind: 'organization',
    key: entityKey(surface),
    name: surface,
    surface,
    rule: 'organization/head',
    strength: run.loud ? 0.6 : 0.78,
    sentence: run.sentence,
    form: 'name',
    ...(sectors.size > 0 && { sectors: [...sectors] }),
    ...plainName(context, from, to),
  }
}

/** "the Wi-Fi of the Organisation for …": what stands before "of" and heads no body is not part of the name; dates neither. */
function afterForeignOf(context: RecogniseContext, from: number, to: number): number {
  const { tokens } = context.words
  let start = from
  for (let i = from; i < to; i++) {
    const lower = tokens[i]?.lower ?? ''
    if ((months.has(lower) || /^\d{1,4}$/.test(lower)) && i - start <= 1) start = i + 1
    if (lower !== 'of' && lower !== 'for') continue
    if (hasWord(context, start, i, headWord)) break
    start = i + 1
  }
  return start < to ? start : from
}

const headWord = {
  test: (lower: string): boolean =>
    ofHeads.has(lower) ||
    (bodySectors(lower) !== undefined && !weakAlone.has(lower)) ||
    lower === 'campaign' ||
    lower === 'free',
}

/** "Danish Ministry of Defence", "Ministry of Justice of Estonia": the name without the state, which it tells, is the name as well. */
function plainName(
  context: RecogniseContext,
  from: number,
  to: number,
): { aliases?: readonly string[]; country?: string } {
  const { words, text } = context
  const first = words.tokens[from]
  const last = words.tokens[to - 1]
  if (!first || !last) return {}
  const second = words.tokens[from + 1]
  const lead = stateAt(context, first.start, first.end)
  if (lead && second && to - from > 2)
    return { country: lead, aliases: [text.slice(second.start, last.end)] }
  for (let i = to - 2; i > from; i--) {
    if (words.tokens[i]?.lower !== 'of') continue
    const tail = words.tokens[words.tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1]
    const state = tail && stateAt(context, tail.start, last.end)
    const before = words.tokens[i - 1]
    if (state && before && i - from > 1)
      return { country: state, aliases: [text.slice(first.start, before.end)] }
    break
  }
  return {}
}

const stateAt = (context: RecogniseContext, start: number, end: number): string | undefined =>
  context.knownAt(start, end).find((name) => name.kind === 'country' && name.role !== 'capital')
    ?.key

/** The last head word, or the first where an "of" phrase follows it. */
function headOf(context: RecogniseContext, from: number, to: number): number {
  const { tokens } = context.words
  for (let i = from; i < to - 1; i++)
    if (
      ofHeads.has(tokens[i]?.lower ?? '') &&
      /^(?:of|for|de|da|del)$/.test(tokens[i + 1]?.lower ?? '')
    )
      return i
  for (let i = to - 1; i >= from; i--) {
    const lower = tokens[i]?.lower ?? ''
    if (bodySectors(lower) !== undefined && !weakAlone.has(lower)) return i
    if (connectors.has(tokens[i])) break
  }
  const last = tokens[to - 1]?.lower ?? ''
  return bodySectors(last) !== undefined && to - from >= 2 ? to - 1 : -1
}

/** Heads that are everyday words in front of other things: only the last word of a name. */
const weakAlone = new Set(
  'power data health news post times daily water media oil gas energy digital it tech mobile press research works radio asset capital election elections force corps command tv group service services systems system network networks'.split(
    ' ',
  ),
)

/** "Chinese Government", "Russian Military": a people and a type are no proper name. */
function onlyCountryAndHead(
  context: RecogniseContext,
  from: number,
  to: number,
  head: number,
): boolean {
  const lower = context.words.tokens[head]?.lower ?? ''
  return (
    to - from === 2 &&
    head === to - 1 &&
    /^(?:government|military|army|police|forces|embassy|parliament|government’s|intelligence|power|media|officials)$/.test(
      lower,
    )
  )
}

const titles =
  /^(?:mr|ms|mrs|dr|prof|minister|president|general|spokesman|spokeswoman|spokesperson|senator|judge|sir|captain|colonel|admiral|king|queen|secretary|director|chief|head|editor|reporter|correspondent|chairman|ceo)\.?$/

function isPerson(context: RecogniseContext, from: number, to: number, head: number): boolean {
  return (
    titles.test(context.words.tokens[from]?.lower ?? '') &&
    head !== from &&
    to - from <= 4 &&
    !hasWord(context, from, to, /^(?:of|for)$/)
  )
}
