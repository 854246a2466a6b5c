import { tradeWords } from './acronyms'
import type { KnownName } from '../../knowledge/knowledge'
import { kindsMask } from '../../knowledge/kinds-mask'
import type { Recognition } from '../stages'
import { shape, startsUpper } from '../text/make-token'
import { cueList, wordClass } from '../text/vocabulary'
import { bodySectors, companySuffix } from './body-heads'
import type { CapitalRun } from './capital-runs'
import { canBeNew, giants, make, namesInRun, type ReadName } from './read-name'
import type { RecogniseContext, Recogniser } from './recogniser'

/** Companies and bodies whose names tell nothing: "the airline Qantas", "Bybit, a crypto exchange", "carmaker Volvo", "customers of Lidl". */
export const companies: Recogniser = {
  id: 'companies',
  reason: 'capitalised names that the words beside them call a company or body, or treat as one',
  recognise(context) {
    const bodyWords = bodySpans(context)
    const voting = electionWords.some((word) => context.words.at(word).length > 0)
    const found: Recognition[] = []
    for (const run of context.runs)
      for (const name of namesInRun(context, run.from, run.to)) {
        const one = companyOf(context, run, name, bodyWords, voting)
        if (one) found.push(one)
      }
    return found
  },
}

const electionWords = cueList('candidate president presidential election')

function companyOf(
  context: RecogniseContext,
  run: CapitalRun,
  name: ReadName,
  bodyWords: BodyWords,
  voting: boolean,
): Recognition | undefined {
  const typed = run.loud ? undefined : withType(context, name, bodyWords.beginningAt, voting)
  if (typed) return typed
  if (!canBeNew(context, name)) return undefined
  if (giants.has(name.surface.toLowerCase()) && /^\p{Lu}/u.test(name.surface))
    return recognition(context, name, {
      sectors: [],
      rule: 'well-known',
      strength: platforms.test(name.surface) ? 0.46 : 0.66,
    })
  if (context.knownAt(name.start, name.end).some((one) => one.kind === 'actor')) return undefined
  const told = calledABody(context, name, bodyWords)
  if (told && !run.loud) return recognition(context, name, told)
  return bare(context, name, run.loud || (run.initial && name.from === run.from))
}

interface BodyWord {
  readonly start: number
  readonly end: number
  readonly sectors: readonly string[]
}

/** Descriptors of typed bodies in the text, singular ones, by the offset at which they end and at which they begin. */
interface BodyWords {
  readonly endingAt: ReadonlyMap<number, BodyWord>
  readonly beginningAt: ReadonlyMap<number, BodyWord>
}

function bodySpans(context: RecogniseContext): BodyWords {
  const endingAt = new Map<number, BodyWord>()
  const beginningAt = new Map<number, BodyWord>()
  for (const hit of context.hits) {
    if ((hit.kinds & sectorKind) === 0 || !hit.names.some(isBody)) continue
    const slugs = hit.names
      .filter(isBody)
      .map((name) => context.knowledge.sectors.get(name.key)?.slug ?? '')
      .filter((slug) => slug !== '')
    const word = { start: hit.start, end: hit.end, sectors: [...new Set(slugs)] }
    endingAt.set(hit.end, word)
    beginningAt.set(hit.start, word)
  }
  return { endingAt, beginningAt }
}

const sectorKind = kindsMask(['sector'])
const isBody = (name: KnownName): boolean => name.kind === 'sector' && name.form === 'body'

const townBodies = wordClass(
  'municipality airport port hospital dam university council refinery prison stadium waterworks cathedral town library museum court clinic college harbour',
)

/** Places where things are posted, far more often than bodies that things happen to. */
const platforms =
  /^(?:Twitter|LinkedIn|Discord|Facebook|YouTube|Instagram|TikTok|WhatsApp|Signal|Slack|Yahoo|Mozilla|Dropbox)$/

/** "Lugano municipality", "Mackay hospital", "the Smith campaign" before an election: the type behind the name is part of it. */
function withType(
  context: RecogniseContext,
  name: ReadName,
  beginningAt: ReadonlyMap<number, BodyWord>,
  voting: boolean,
): Recognition | undefined {
  const { words } = context
  const next = words.tokens[name.next]
  if (!next || name.quoted || words.sentenceOf[name.next] !== words.sentenceOf[name.from])
    return undefined
  const body = townBodies.has(next) ? beginningAt.get(next.start) : undefined
  const town = body !== undefined && body.end === next.end
  const campaign = voting && next.lower === 'campaign'
  if (!town && !campaign) return undefined
  const known = context.knownAt(name.start, name.end)
  if (
    known.some(
      (one) =>
        one.kind === 'country' ||
        one.kind === 'vendor' ||
        one.kind === 'actor' ||
        one.kind === 'malware' ||
        (campaign && one.kind !== 'place') ||
        one.kind === 'sector',
    )
  )
    return undefined
  const whole = {
    ...name,
    to: name.next + 1,
    next: name.next + 1,
    end: next.end,
    surface: context.text.slice(name.start, next.end),
  }
  if (!/^\p{Lu}\p{L}/u.test(name.surface) || !canBeNew(context, whole)) return undefined
  return {
    ...recognition(context, whole, {
      sectors: campaign ? ['government'] : (body?.sectors ?? []),
      rule: 'with-type',
      strength: campaign ? 0.6 : 0.66,
    }),
    aliases: [name.surface],
  }
}

const plainBody = wordClass(
  'company firm group giant maker operator provider supplier organisation organization institute body agency startup start-up subsidiary unit chain brand contractor manufacturer retailer service platform site website portal charity association federation utility broker developer producer distributor carrier publisher exchange house conglomerate business enterprise plant facility mine network outlet registry dealer carmaker airline insurer lender bank newspaper broadcaster hospital university app wallet marketplace brewer brewery cooperative club party channel clinic lab laboratory vendor',
)

interface Told {
  readonly sectors: readonly string[]
  readonly rule: string
  readonly strength: number
  readonly country?: string
}

function calledABody(
  context: RecogniseContext,
  name: ReadName,
  spans: BodyWords,
): Told | undefined {
  return (
    before(context, name, spans.endingAt) ?? after(context, name, spans) ?? suffixed(context, name)
  )
}

/** "mobile operator Kyivstar", "the airline “Pobeda”", "software house of Lucerne, Xplain". */
function before(
  context: RecogniseContext,
  name: ReadName,
  endingAt: ReadonlyMap<number, BodyWord>,
): Told | undefined {
  const { words } = context
  let i = name.from - 1
  if (name.quoted) i--
  if (
    words.tokens[i]?.text === ',' ||
    words.tokens[i]?.lower === 'called' ||
    words.tokens[i]?.lower === 'named'
  )
    i--
  const token = words.tokens[i]
  if (!token || words.sentenceOf[i] !== words.sentenceOf[name.from]) return undefined
  const body = endingAt.get(token.end)
  if (body) return { sectors: body.sectors, rule: 'called', strength: 0.78 }
  if (plainBody.has(token))
    return { sectors: bodySectors(token.lower) ?? [], rule: 'called', strength: 0.7 }
  return undefined
}

const appositionOpener = wordClass(', ( is was – — -')
const appositionEnd = wordClass('. ; : ) said says and or has had were told from in for by at')
const relative = wordClass('which who')
const being = wordClass('is was')
const determiner = wordClass('a an the another one its their country’s itself')
const weakBody = wordClass('group unit network house body party channel lab service')

/** "Bybit, a crypto exchange", "Solway, the operator of a mine", "Synnovis (a laboratory service)", "MGPTT, the mutual fund of …". */
function after(
  context: RecogniseContext,
  name: ReadName,
  { beginningAt }: BodyWords,
): Told | undefined {
  const { words } = context
  let i = name.next
  const sentence = words.sentenceOf[name.from] ?? 0
  const limit = Math.min(words.firstOf[sentence + 1] ?? i, i + 11)
  if (!appositionOpener.has(words.tokens[i])) return undefined
  i++
  if (relative.has(words.tokens[i]) && being.has(words.tokens[i + 1])) i += 2
  if (!determiner.has(words.tokens[i]) && !startsUpper(words.tokens[i])) return undefined
  for (let k = i; k < limit; k++) {
    const token = words.tokens[k]
    if (!token || appositionEnd.has(token)) return undefined
    if (token.text === ',' && k > i + 1) return undefined
    const body = beginningAt.get(token.start)
    if (body && body.sectors.length > 0)
      return { sectors: body.sectors, rule: 'apposition', strength: 0.74 }
    if (plainBody.has(token) && !weakBody.has(token))
      return { sectors: bodySectors(token.lower) ?? [], rule: 'apposition', strength: 0.68 }
  }
  return undefined
}

function suffixed(context: RecogniseContext, name: ReadName): Told | undefined {
  const last = context.words.tokens[name.to - 1]?.lower ?? ''
  const state = name.to - name.from === 2 ? branchState(context, name) : undefined
  if (state !== undefined) return { sectors: [], rule: 'branch', strength: 0.66, country: state }
  return name.to - name.from > 1 && companySuffix.test(last)
    ? { sectors: [], rule: 'suffix', strength: 0.75 }
    : undefined
}

/** "Vodafone Ukraine", "Nissan Oceania": a house with its country or region behind. */
function branchState(context: RecogniseContext, name: ReadName): string | undefined {
  const { words } = context
  const first = words.tokens[name.from]
  const last = words.tokens[name.to - 1]
  if (!first || !last || name.from === (words.firstOf[words.sentenceOf[name.from] ?? 0] ?? 0))
    return undefined
  if (
    context
      .knownAt(first.start, first.end)
      .some((one) => one.kind !== 'vendor' && one.kind !== 'product')
  )
    return undefined
  const place = context
    .knownAt(last.start, last.end)
    .find(
      (one) =>
        (one.kind === 'country' && one.role === 'name') ||
        (one.kind === 'region' && one.role === 'name'),
    )
  if (!place || words.tokens[name.next]?.text.startsWith('-') === true) return undefined
  return place.kind === 'country' ? place.key : ''
}

const victimBefore = wordClass(
  'at against on of from into inside hit hacked breached attacked targeted encrypted by crippled to including namely like victims robbed struck with and over for disrupted compromised infiltrated emptied drained locked stopped penetrated',
)
const victimAfter = wordClass(
  "’s 's was were has had said says confirmed confirms admitted admits reported denied disclosed is told acknowledged now also ? : , conceded and itself lost customers employees servers systems network website",
)

const statement = wordClass("’s 's was were has had said confirmed is ,")

/** A capitalised name that nothing explains, in a sentence about an attack: perhaps a victim, to be believed only in a victim's place. */
function bare(
  context: RecogniseContext,
  name: ReadName,
  weakCase: boolean,
): Recognition | undefined {
  const { words } = context
  if (name.to - name.from > 4 || tradeWords.test(name.surface)) return undefined
  const right = words.tokens[name.next]
  const placed = victimBefore.has(words.tokens[name.from - 1]) || victimAfter.has(right)
  if (weakCase) {
    if (!placed || !statement.has(right)) return undefined
    if (
      name.to - name.from === 1 &&
      !/\p{Lu}.*\p{Lu}|\d/u.test(name.surface) &&
      words.at(name.surface.toLowerCase()).length < 2
    )
      return undefined
  }
  if (isPerson(context, name)) return undefined
  const attack = context.hostile[words.sentenceOf[name.from] ?? 0] === 1
  const strength = 0.3 + (attack ? 0.08 : 0) + (placed ? 0.07 : 0)
  return recognition(context, name, { sectors: [], rule: 'bare-name', strength })
}

const titles =
  'mr ms mrs dr prof minister president general spokesman spokeswoman spokesperson senator judge sir captain colonel admiral king queen secretary director chief head editor reporter correspondent chairman ceo founder co-founder mayor chancellor premier expert analyst researcher officer deputy lawyer writer author coder commissioner lawmaker engineer governor prosecutor ambassador coordinator leader boss'
/** With a full stop or without. */
const personBefore = wordClass(`${titles} ${titles.replaceAll(' ', '. ')}.`)
const personAfter = wordClass(
  'told writes recalled added replied insisted explained laughed joked born aged argued tweeted resigned',
)

/** Two or three plain capitalised words with a title before, an age or a verb of speech after. */
function isPerson(context: RecogniseContext, name: ReadName): boolean {
  const { words } = context
  const after = words.tokens[name.next]
  if (
    personBefore.has(words.tokens[name.from - 1]) ||
    personAfter.has(after) ||
    personBefore.has(words.tokens[name.from])
  )
    return true
  if (after?.lower === ',') {
    const age = words.tokens[name.next + 1]
    if (age && (age.shape & shape.allDigits) !== 0 && age.text.length === 2) return true
    if (ofBody.has(age) && personBefore.has(words.tokens[name.next + 2])) return true
  }
  return (
    speaking.has(after) &&
    /^(?:\p{Lu}\p{Ll}+|\p{Lu}\.) (?:\p{Lu}\. )?\p{Lu}\p{Ll}+$/u.test(name.surface)
  )
}

const ofBody = wordClass('its the his her')
const speaking = wordClass('said says')

function recognition(context: RecogniseContext, name: ReadName, told: Told): Recognition {
  return {
    ...make(context, name, 'organization', told.rule, told.strength),
    rule: `organization/${told.rule}`,
    form: 'name',
    ...(told.sectors.length > 0 && { sectors: told.sectors }),
    ...(told.country && { country: told.country }),
  }
}
