import type { Recognition, Token } from '../stages'
import { shape } from '../text/make-token'
import { wordClass } from '../text/vocabulary'
import { parseIsoDay, toPeriod, type Interval } from './dates/calendar'
import type { DateAnchor } from './dates/date-cursor'
import { months, ordinals, seasons, smallNumbers, units, weekdays } from './dates/date-words'
import { parsePeriod } from './dates/parse-period'
import type { Recogniser } from './recogniser'

/** Dates and periods in words or figures, resolved against the report's date. */
export const dates: Recogniser = {
  id: 'dates',
  reason:
    'absolute and relative dates and ranges; what relative words mean depends on the date of publication',
  recognise({ segmented, text, words }) {
    const published = parseIsoDay(segmented.metadata.published)
    const found: Recognition[] = []
    let previous: Interval | undefined
    segmented.sentences.forEach((_, s) => {
      const limit = words.firstOf[s + 1] ?? 0
      let i = words.firstOf[s] ?? 0
      while (i < limit) {
        const token = words.tokens[i]
        if (!token || !mayOpen(words.tokens, i, limit)) {
          i++
          continue
        }
        const anchor: DateAnchor = {
          ...(published && { published }),
          ...(previous && { previous }),
        }
        const period = parsePeriod(words.tokens, i, limit, anchor)
        const first = words.tokens[period?.start ?? 0]
        const last = words.tokens[(period?.end ?? 0) - 1]
        if (!period || !first || !last) {
          i++
          continue
        }
        const value = period.interval && toPeriod(period.interval)
        found.push({
          start: first.start,
          end: last.end,
          kind: 'date',
          key: `${value?.from ?? ''}..${value?.to ?? ''}`,
          name: `${value?.from ?? ''}..${value?.to ?? ''}`,
          surface: text.slice(first.start, last.end),
          rule: `date/${period.rule}`,
          strength: 0.9,
          sentence: s,
          ...(value && { period: value }),
        })
        if (period.interval?.from) previous = period.interval
        i = period.end
      }
    })
    return found
  },
}

/** Words that are about time by themselves. */
const strong = wordClass(
  [
    ...months.keys(),
    ...weekdays.keys(),
    ...seasons.keys(),
    'yesterday',
    'today',
    'tonight',
    'tomorrow',
    'q1 q2 q3 q4 h1 h2',
  ].join(' '),
)
/** Words that may open an expression of time if one that is about time follows soon. */
const weak = wordClass(
  [
    ...smallNumbers.keys(),
    ...ordinals.keys(),
    'the in since as up from between until till by before through starting beginning early mid mid- late last this that past next previous over during within for these end start middle same following',
  ].join(' '),
)
const follow = wordClass([...units.keys(), 'half', 'year'].join(' '))
const reach = 5

function mayOpen(tokens: readonly Token[], at: number, limit: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (isFigure(token) || strong.has(token)) return true
  if (!weak.has(token)) return isJoined(token.lower)
  for (let i = at + 1; i < Math.min(limit, at + reach); i++) {
    const next = tokens[i]
    if (!next) break
    if (isFigure(next) || strong.has(next) || follow.has(next) || next.lower.startsWith('mid-'))
      return true
  }
  return false
}

/** "early-2021", "mid-March" */
function isJoined(lower: string): boolean {
  const first = lower.charCodeAt(0)
  return (first === 101 || first === 108 || first === 109) && /^(?:early|mid|late)-/.test(lower)
}

const isFigure = (token: Token): boolean => (token.shape & shape.digitFirst) !== 0
