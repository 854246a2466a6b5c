/** STIX wants instants to the millisecond; what is no date at all gives undefined. */
export function toInstant(date: string): string | undefined {
  const milliseconds = Date.parse(date.length === 10 ? `${date}T00:00:00Z` : date)
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
}

/** The first millisecond of a year, month or day. */
export function startOf(date: string): string | undefined {
  const [year, month = '01', day = '01'] = date.split('-')
  return year === undefined ? undefined : toInstant(`${year.padStart(4, '0')}-${month}-${day}`)
}

/** The last millisecond of a year, month or day. */
export function endOf(date: string): string | undefined {
  const [year = '', month, day] = date.split('-')
  const next =
    day !== undefined
      ? Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)
      : month !== undefined
        ? Date.UTC(Number(year), Number(month), 1)
        : Date.UTC(Number(year) + 1, 0, 1)
  return Number.isNaN(next) ? undefined : new Date(next - 1).toISOString()
}
