import { edgeDate, timeHistogram } from '@core/timeline/time-histogram'
import { describe, expect, it } from 'vitest'
import { timelineCase } from './a-timeline-case'

describe('timeHistogram', () => {
  const histogram = timeHistogram(timelineCase, {})

  it('adds up to the links that it places, and counts the others', () => {
    const sum = histogram.bins.reduce((total, { links }) => total + links, 0)
    expect(sum).toBeCloseTo(histogram.dated)
    expect([histogram.dated, histogram.undated]).toEqual([6, 1])
  })

  it('has bins without gaps, named as a filter takes them', () => {
    expect(histogram.unit).toBe('month')
    histogram.bins.slice(1).forEach((bin, i) => expect(bin.from).toBe(histogram.bins[i]!.to))
    expect(histogram.bins[0]?.date).toBe('2022-01')
  })

  it('does not change with the time range that it is there to choose', () => {
    expect(timeHistogram(timelineCase, { since: '2024', until: '2024-03' })).toEqual(histogram)
  })

  it('ends a range of quarters with the last month of the last one', () => {
    const quarter = { from: 0, to: 90, date: '1970-01', links: 0, compromised: 0 }
    expect(edgeDate(quarter, 'until', 'quarter')).toBe('1970-03')
  })

  it('stands empty for an empty case', () => {
    expect(timeHistogram({ ...timelineCase, links: new Map() }, {}).bins).toEqual([])
  })
})
