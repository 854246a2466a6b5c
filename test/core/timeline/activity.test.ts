import { activityOf } from '@core/timeline/activity'
import { dateOf, dayRange } from '@core/timeline/days'
import { describe, expect, it } from 'vitest'

const dates = ({ from, to }: { from: number; to: number }) => [dateOf(from), dateOf(to)]

describe('activityOf', () => {
  it('is sure only of the days between the latest beginning and the earliest end', () => {
    const activity = activityOf({ from: '2023-05', to: '2024-02' }, undefined)!
    expect(dates(activity.possible)).toEqual(['2023-05-01', '2024-03-01'])
    expect(dates(activity.certain!)).toEqual(['2023-05-31', '2024-02-02'])
  })

  it('is sure of no single day where only a year is stated', () => {
    expect(activityOf({ from: '2023', to: '2023' }, undefined)!.certain).toBeUndefined()
  })

  it('is sure of a stated day', () => {
    const activity = activityOf({ from: '2024-12-05', to: '2024-12-05' }, undefined)!
    expect(activity.certain).toEqual(activity.possible)
  })

  it('lets an open end reach to the last report and says that it is open', () => {
    const last = dayRange('2024-06-24')!.to
    expect(activityOf({ from: '2022' }, last)).toMatchObject({
      openEnd: true,
      possible: { to: last },
    })
  })
})
