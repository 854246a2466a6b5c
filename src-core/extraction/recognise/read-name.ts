import type { Recognition, Token } from '../stages'
import { shape } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import { isCapital } from './capital-runs'
import { months, weekdays } from './dates/date-words'
import { entityKey } from './entity-key'
import type { RecogniseContext } from './recogniser'

/** A name as it stands in the text: tokens and span without the quotation marks around it. */
export interface ReadName {
  readonly from: number
  /** One past its last token. */
  readonly to: number
  /** One past the closing quotation mark, if it stands in quotes. */
  readonly next: number
  readonly start: number
  readonly end: number
  readonly surface: string
  readonly quoted: boolean
}

const opening = wordClass('" “ ‘ « „ \'')
const closing = wordClass('" ” ’ » “ \'')
const inner = wordClass('of the de del & for el al du da des who do dos das di la le les van von')
const longestName = 6

/** Reads a name that begins at a token: a run of capitalised words, or whatever stands in quotes. */
export function readName(context: RecogniseContext, at: number): ReadName | undefined {
  const { words } = context
  const sentence = words.sentenceOf[at]
  if (sentence === undefined) return undefined
  const limit = words.firstOf[sentence + 1] ?? at
  const first = words.tokens[at]
  if (!first || at >= limit) return undefined
  if (opening.has(first)) return quotedName(context, at, limit)
  if (!startsName(first)) return undefined
  let to = at + 1
  for (let i = to; i < Math.min(limit, at + longestName); i++) {
    const token = words.tokens[i]
    if (!token) break
    if (isCapital(token) || isNumeral(token)) to = i + 1
    else if (!inner.has(token) || !isCapital(words.tokens[i + 1])) break
  }
  return nameOf(context, at, to, to, false)
}

const mixed = shape.hasUpper | shape.hasDigit

function startsName({ text, shape: bits }: Token): boolean {
  if ((bits & shape.upperFirst) !== 0) return true
  if ((bits & mixed) === 0) return false
  return /^\p{Ll}{1,2}-\p{Lu}|^\p{Ll}+\p{Lu}|^\d+\p{Lu}[\p{L}\d]+$|^\p{Ll}+\d+\p{Ll}/u.test(text)
}

/** "5", "2.0", "iv" in a name. */
function isNumeral({ text, shape: bits }: Token): boolean {
  if ((bits & shape.digitFirst) !== 0) return /^\d{1,5}$|^\d+\.\d+$/.test(text)
  const first = text.charCodeAt(0)
  return (first === 105 || first === 118 || first === 120) && /^[ivxIVX]+$/.test(text)
}

function quotedName(context: RecogniseContext, at: number, limit: number): ReadName | undefined {
  for (let i = at + 1; i <= Math.min(limit - 1, at + longestName); i++)
    if (closing.has(context.words.tokens[i]))
      return i > at + 1 ? nameOf(context, at + 1, i, i + 1, true) : undefined
  return undefined
}

function nameOf(
  context: RecogniseContext,
  from: number,
  to: number,
  next: number,
  quoted: boolean,
): ReadName | undefined {
  const { words, text } = context
  let last = to
  // A comma inside the quotes belongs to the sentence.
  while (quoted && last > from && /^[,.;:!?]$/.test(words.tokens[last - 1]?.text ?? '')) last--
  const first = words.tokens[from]
  const end = words.tokens[last - 1]
  if (!first || !end || last <= from) return undefined
  return {
    from,
    to: last,
    next,
    start: first.start,
    end: end.end,
    surface: text.slice(first.start, end.end),
    quoted,
  }
}

const small = wordClass(
  "the a an in on at by when while as but and that meanwhile also to of its their from for with after before if not no only even then this these those his her our my your last since over under between against among both all some most many here there what who why how where which according is was are were has did does do it he she they we you i so yet now one two three four five six seven eight nine ten first second third or , 's ’s behind sometimes like via unlike because until than inside near during",
)

/** The names in a run of capitals, small words and "and" between them left out: "the FBI and Europol" holds two. */
export function namesInRun(
  context: RecogniseContext,
  from: number,
  to: number,
): readonly ReadName[] {
  const known = context.runNames.get(from)
  if (known) return known
  const names = readRun(context, from, to)
  context.runNames.set(from, names)
  return names
}

function readRun(context: RecogniseContext, from: number, to: number): ReadName[] {
  const names: ReadName[] = []
  let i = from
  while (i < to) {
    if (small.has(context.words.tokens[i])) {
      i++
      continue
    }
    const name = readName(context, i)
    if (name) names.push(name)
    i = Math.max(i + 1, name?.next ?? 0)
  }
  return names
}

const neverNames = new Set([
  ...'the a an this that these those it its he she they we i you his her their our who which what when where while after before since in on at by for from with as but and or not no yes all some many most more one two three both each other another such new last next first second us u.s. according following meanwhile however although though if because so then there here than once recently security cyber internet web windows linux android ios macos mr mrs ms dr chief president minister prime government state national police army ministry department researchers analysts hackers group attackers several additionally furthermore moreover finally interestingly notably unfortunately similarly specifically typically similar figure table appendix section chapter part page annex source note rust python java golang javascript powershell perl ruby php kotlin swift bash html5 vba vbs c++ remote access privacy tools analysis send mentioned campaign details christmas easter ramadan diwali thanksgiving halloween god updated english arabic tv pc id it ip ceo ok vpn dns url usb pdf html xml api sql ddos'.split(
    ' ',
  ),
  ...months.keys(),
  ...weekdays.keys(),
])

const knownAs = (context: RecogniseContext, name: ReadName) => context.knownAt(name.start, name.end)

/** Whether the words can be a new name at all: not a date, a state, a people, a function word or a body that the tables know. */
export function canBeNew(
  context: RecogniseContext,
  name: ReadName,
  allow: readonly string[] = [],
): boolean {
  const { surface } = name
  if (surface.length < 2 || surface.length > 60) return false
  const lower = surface.toLowerCase()
  if (neverNames.has(lower)) return false
  const first = lower.charCodeAt(0)
  if (first >= 48 && first <= 57 && /^\d+$/.test(lower)) return false
  if (first === 99 && lower.startsWith('cve-')) return false
  if (name.quoted && !/\p{Lu}|\d/u.test(surface)) return false
  if (mayBeDate.test(lower) && isDateLike(lower)) return false
  if (allow.length > 0 && (isSpokenFor(lower) || isHeading(surface, lower))) return false
  const known = knownAs(context, name)
  return (
    known.length === 0 ||
    known.every((one) => allow.includes(one.kind) || !blocking(one.kind, one.class))
  )
}

const mayBeDate =
  /\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/

/** Large companies, and what describes somebody's side. */
const isSpokenFor = (lower: string): boolean =>
  giants.has(lower) || (lower.includes('-') && (stateTied.test(lower) || lower.startsWith('pro-')))

const headingEnds = 'twsyre'

/** "Table 3", "GUIDE TO X", "Threat Report": headings of a text, not names in it. */
function isHeading(surface: string, lower: string): boolean {
  const second = surface.charCodeAt(1)
  const mayHead =
    headingEnds.includes(lower.charAt(lower.length - 1)) || second > 127 || second < 97
  return (
    (mayHead &&
      /(?:^\p{Lu}{2,} (?:BY|OF|AND|IN|FOR|TO) \p{Lu})|\b(?:Reports?|Update|Newsletter|Summary|Overview|Analysis)$/u.test(
        surface,
      )) ||
    /^(?:figure|table|appendix|section|image) [\da-z]{1,3}$/.test(lower)
  )
}

const stateTied =
  /-(?:linked|backed|nexus|aligned|sponsored|affiliated|based|speaking|controlled|associated)$/

/** Never a group or program, whoever says what beside them. */
export const giants = new Set(
  'google microsoft apple meta amazon facebook twitter telegram whatsapp signal linkedin github oracle cisco fortinet samsung tiktok youtube instagram yahoo mozilla huawei yandex solarwinds paypal dropbox discord slack spotify netflix uber airbnb intel nvidia sony toyota boeing airbus ibm dell hp adobe salesforce vodafone visa mastercard dhl fedex ups reuters afp ap europol interpol nato eu un'.split(
    ' ',
  ),
)

/** "Jul 2025", "June 2", "18 May": words of a date. */
const isDateLike = (lower: string): boolean =>
  lower
    .split(/[\s,]+/)
    .every(
      (word) => /^\d{1,4}(?:st|nd|rd|th)?$/.test(word) || months.has(word) || weekdays.has(word),
    )

function blocking(kind: string, nameClass: string): boolean {
  if (kind === 'country' || kind === 'region' || kind === 'vendor')
    return nameClass === 'distinctive' || nameClass === 'short'
  if (kind === 'product' || kind === 'organization') return true
  return kind === 'sector' || (kind === 'place' && nameClass === 'distinctive')
}

const toldOutright = new Set(['apposition'])

/** A recognition of a name that no table has; the key is made from the name. A name that a table has keeps the table's key. */
export function make(
  context: RecogniseContext,
  name: ReadName,
  kind: Recognition['kind'],
  rule: string,
  strength: number,
): Recognition {
  const table = knownAs(context, name)
  const known = table.find((one) => one.kind === kind)
  // The text's own word for what a name is weighs more than a table that has the name for something else.
  const told =
    (kind === 'actor' || kind === 'malware' || kind === 'tool') &&
    toldOutright.has(rule) &&
    !known &&
    table.some((one) => one.kind === 'malware' || one.kind === 'tool' || one.kind === 'actor')
  return {
    start: name.start,
    end: name.end,
    kind,
    key: known?.key ?? entityKey(name.surface),
    name: known ? (canonical(context, kind, known.key) ?? name.surface) : name.surface,
    surface: name.surface,
    rule: `context/${rule}`,
    strength: told ? Math.max(strength, 0.95) : strength,
    sentence: sentenceOf(context, name),
  }
}

function sentenceOf({ words, sentenceAt }: RecogniseContext, name: ReadName): number {
  const known =
    words.tokens[name.from]?.start === name.start ? words.sentenceOf[name.from] : undefined
  return known ?? sentenceAt(name.start)
}

function canonical(
  { knowledge }: RecogniseContext,
  kind: Recognition['kind'],
  key: string,
): string | undefined {
  if (kind === 'actor') return knowledge.actors.get(key)?.name
  return kind === 'malware' || kind === 'tool' ? knowledge.software.get(key)?.name : undefined
}
