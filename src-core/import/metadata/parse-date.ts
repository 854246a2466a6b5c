const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'

/** Sources of date patterns with a full day, for use inside longer patterns; `parseDate` reads what they match. */
export const datePattern = `${weekday}(?:${[
  `${month}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
  `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+\\d{4}`,
  '\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}',
  '\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日',
].join('|')})`

/** The first day that a text names, as `YYYY-MM-DD`. Only unambiguous forms: "06/07/2024" could be June or July. */
export function parseDate(text: string): string | undefined {
  const english = new RegExp(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i').exec(text)
  if (english) return isoDate(english[3], monthNumber(english[1]), english[2])
  const british = new RegExp(
    `(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month},?\\s+(\\d{4})`,
    'i',
  ).exec(text)
  if (british) return isoDate(british[3], monthNumber(british[2]), british[1])
  const numeric = /(?<!\d)(\d{4})(?:[-./]|年\s?)(\d{1,2})(?:[-./]|月\s?)(\d{1,2})(?!\d)/.exec(text)
  return numeric ? isoDate(numeric[1], Number(numeric[2]), numeric[3]) : undefined
}

/** ISO date, or undefined where there is no such day or no report could be that old. */
export function isoDate(
  year: string | undefined,
  monthOfYear: number,
  day: string | undefined,
): string | undefined {
  const y = Number(year)
  const d = Number(day)
  if (!(y >= 1980 && y <= 2100) || !(monthOfYear >= 1 && monthOfYear <= 12)) return undefined
  if (!(d >= 1 && d <= daysIn(y, monthOfYear))) return undefined
  return `${y}-${String(monthOfYear).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function monthNumber(name = ''): number {
  return monthNames.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3))) + 1
}

function daysIn(year: number, monthOfYear: number): number {
  if (monthOfYear === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(monthOfYear) ? 30 : 31
}
