import { datePattern, parseDate } from './parse-date'

const label =
  '(?:(?:first\\s+|originally?\\s+)?(?:published|posted|released?|issued|dated?|date of (?:issue|publication)|(?:release|publication|publish|issue)\\s+date)(?:\\s+on)?\\s*:?\\s*)'
const revised = '(?:last\\s+)?(?:updated?|revised|edited|modified)(?:\\s+on)?\\s*:?\\s*'

/** "Published: June 25, 2024", "by Jane Doe | 25 June 2024", "(2024-06-25)", "LONDON, June 25, 2024 –". */
const labelled = new RegExp(`(?:^|[\\s|(·•])${label}(${datePattern})`, 'i')
const alone = new RegExp(
  `^[\\s|(·•–—-]*(${datePattern})(?:\\s*[|)·•–—,;-]|\\s+\\d{1,2}:\\d{2}|\\s*$)`,
  'i',
)
const endsLine = new RegExp(`[|(·•–—,/]\\s*(${datePattern})\\s*\\)?\\.?$`, 'i')
const place = new RegExp(`^[\\p{Lu}][\\p{L} .'’,/-]{2,40}[,(]\\s*(${datePattern})\\b`, 'iu')
const updated = new RegExp(`(?:^|[\\s|(·•])${revised}(${datePattern})`, 'i')

/**
 * The day of publication as the head of a text gives it. `lines` are its first blocks. A date inside a sentence is what the report is
 * about, not when it came out, so it does not count.
 */
export function findDateline(lines: readonly string[]): string | undefined {
  for (const pattern of [labelled, alone, endsLine, place, updated]) {
    for (const line of lines) {
      const isShort = line.length <= 160
      if (!isShort && pattern === endsLine) continue
      const match = pattern.exec(isShort ? line : line.slice(0, 120))
      const date = match?.[1] ? parseDate(match[1]) : undefined
      if (date) return date
    }
  }
  return undefined
}
