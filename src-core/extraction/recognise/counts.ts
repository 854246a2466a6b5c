import type { Recognition, Token } from '../stages'
import { shape } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import { smallNumbers } from './dates/date-words'
import type { Recogniser } from './recogniser'

const vague: ReadonlyMap<string, number> = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['several', 3],
  ['dozen', 12],
  ['couple', 2],
  ['handful', 3],
  ['both', 2],
  ['half-dozen', 6],
])
const scale: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['dozen', 12],
  ['lakh', 100_000],
])
const atLeast =
  /^(?:at least|more than|over|upwards of|no fewer than|not fewer than|no less than|above)$/
const atMost = /^(?:up to|at most|fewer than|less than|under|no more than|as many as)$/
const around = /^(?:about|around|some|roughly|nearly|almost|approximately|close to|an estimated)$/
/** What can be counted as victims; a number before anything else (addresses, dollars, years) is none. */
const countable =
  /^(?:organi[sz]ations?|compan(?:y|ies)|firms?|entit(?:y|ies)|victims?|institutions?|agenc(?:y|ies)|ministr(?:y|ies)|universit(?:y|ies)|banks?|hospitals?|schools?|networks?|governments?|countries|nations?|states|bod(?:y|ies)|targets?|customers|users|individuals?|people|persons|journalists?|activists?|diplomats?|officials?|operators?|providers?|carriers?|utilities|municipalit(?:y|ies)|councils?|parliamentarians?|lawmakers?|mps|contractors?|manufacturers?|plants?|facilit(?:y|ies)|embass(?:y|ies)|sites?|websites?|servers?|systems?|devices?|computers?|machines?|accounts?|mailboxes|subsidiar(?:y|ies)|tanks?|ngos?|newspapers?|broadcasters?|airports?|ports|airlines?|businesses|enterprises|offices|departments|units|groups?|houses?|clinics|farms|laboratories|labs|institutes?|factories|suppliers?|dealers|retailers?|stores|hotels?|casinos|exchanges?|insurers?|cases|attacks|incidents|intrusions|phones|routers|names)$/

/** "24 organisations", "at least 30", "more than 70", "dozens of companies": how many victims. */
export const counts: Recogniser = {
  id: 'counts',
  reason: 'a number, or a word like "dozens", before something that can be a victim',
  recognise({ text, words }) {
    const found: Recognition[] = []
    for (let i = 0; i < words.tokens.length; i++) {
      const token = words.tokens[i]
      if (!token || !opensNumber(token)) continue
      const number = readNumber(words.tokens, i)
      if (!number) continue
      const sentence = words.sentenceOf[i] ?? 0
      const limit = words.firstOf[sentence + 1] ?? 0
      const noun = nounAfter(words.tokens, number.end, limit)
      const bound = boundBefore(words.tokens, i, words.firstOf[sentence] ?? 0)
      if (noun === undefined && bound?.kind !== 'least') continue
      if (noun === undefined && !endsPhrase(words.tokens[number.end]?.lower)) continue
      const first = words.tokens[bound?.from ?? i]
      const last = words.tokens[number.end - 1]
      if (!first || !last) continue
      const surface = text.slice(first.start, last.end)
      const count = boundOf(number, bound?.kind)
      found.push({
        start: first.start,
        end: last.end,
        kind: 'count',
        key: `${count.min}..${count.max ?? ''}`,
        name: `${count.min}..${count.max ?? ''}`,
        surface,
        rule: 'count',
        strength: 0.8,
        sentence,
        count,
      })
      i = number.end - 1
    }
    return found
  },
}

type Bound = 'least' | 'most' | 'around'

const numberWords = wordClass(
  [...[...smallNumbers.keys()].filter((word) => word.length > 2), ...vague.keys()].join(' '),
)

const opensNumber = (token: Token): boolean =>
  (token.shape & shape.digitFirst) !== 0 || numberWords.has(token)

interface ReadNumber {
  readonly value: number
  readonly end: number
  readonly vague: boolean
}

type Words = readonly { readonly lower: string }[]

function readNumber(tokens: Words, at: number): ReadNumber | undefined {
  const lower = tokens[at]?.lower ?? ''
  const digits = /^\d{1,3}(?:,\d{3})+$|^\d{1,7}$/.test(lower)
    ? Number(lower.replaceAll(',', ''))
    : undefined
  // A year is none; other uses of four digits are told by what follows.
  if (digits !== undefined && digits >= 1990 && digits <= 2035 && !lower.includes(','))
    return undefined
  const approximate = vague.get(lower)
  if (approximate !== undefined) {
    const end = lower === 'dozen' && tokens[at + 1]?.lower === 'or' ? at + 3 : at + 1
    return { value: approximate, end, vague: lower !== 'both' }
  }
  const value = digits ?? smallNumbers.get(lower)
  if (value === undefined) return undefined
  const factor = scale.get(tokens[at + 1]?.lower ?? '')
  return factor
    ? { value: value * factor, end: at + 2, vague: false }
    : { value, end: at + 1, vague: false }
}

/** The counted noun within four words: "24 government, academic and technology organisations". */
function nounAfter(tokens: Words, at: number, limit: number): number | undefined {
  for (let i = at; i < Math.min(limit, at + 7); i++) {
    const lower = tokens[i]?.lower ?? ''
    if (countable.test(lower)) return i
    if (
      !/^[\p{L}][\p{L}’'-]*$|^,$|^%$/u.test(lower) ||
      /^(?:is|are|was|were|had|has|have|in|on|by|with|from|at|which|that|who|per|years?|months?|days?|weeks?|hours?|minutes?|dollars|euros|%|million|percent)$/.test(
        lower,
      )
    )
      return undefined
  }
  return undefined
}

const endsPhrase = (lower: string | undefined): boolean =>
  lower === undefined ||
  /^(?:[.,;:)]|in|across|from|of|and|were|had|have|there|worldwide|more|since|on|by|abroad|elsewhere)$/.test(
    lower,
  )

function boundBefore(
  tokens: Words,
  at: number,
  first: number,
): { kind: Bound; from: number } | undefined {
  for (const length of [3, 2, 1]) {
    if (at - length < first) continue
    const phrase = tokens
      .slice(at - length, at)
      .map((token) => token.lower)
      .join(' ')
    if (atLeast.test(phrase)) return { kind: 'least', from: at - length }
    if (atMost.test(phrase)) return { kind: 'most', from: at - length }
    if (around.test(phrase)) return { kind: 'around', from: at - length }
  }
  return undefined
}

function boundOf(number: ReadNumber, bound: Bound | undefined): { min: number; max?: number } {
  if (bound === 'least' || number.vague) return { min: number.value }
  if (bound === 'most') return { min: 1, max: number.value }
  return { min: number.value, max: number.value }
}
