import { dateOf, dayRange } from '@core/timeline/days'
import { describe, expect, it } from 'vitest'

describe('dayRange', () => {
  it.each([
    ['2023', '2023-01-01', '2024-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2023-12', '2023-12-01', '2024-01-01'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
  ])('reads %s as all the days that it may mean', (date, from, to) => {
    const range = dayRange(date)
    expect([dateOf(range!.from), dateOf(range!.to)]).toEqual([from, to])
  })

  it.each(['', 'May 2023', '2023-13', '2023-02-30', '2023-1'])(
    'does not take %j for a date',
    (text) => {
      expect(dayRange(text)).toBeUndefined()
    },
  )
})
