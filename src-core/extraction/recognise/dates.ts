import type { Recognition, Token } from '../stages'
import { parseIsoDay, toPeriod, type Interval } from './dates/calendar'
import type { DateAnchor } from './dates/parse-date'
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
        if (!token || !mayOpen(token)) {
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

const openers = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ...seasons.keys(),
  ...smallNumbers.keys(),
  ...ordinals.keys(),
  ...units.keys(),
  ...'the in since as up from between until till by before through starting beginning early mid mid- late last this that past previous next over during within for these end start middle yesterday today tonight tomorrow same following q1 q2 q3 q4 h1 h2'.split(
    ' ',
  ),
])

function mayOpen(token: Token): boolean {
  const code = token.text.charCodeAt(0)
  if (code >= 48 && code <= 57) return true
  return openers.has(token.lower) || /^(?:early|mid|late)-/.test(token.lower)
}
