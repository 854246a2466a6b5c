import { textWidth } from '@core/graph/text-width'
import { dayRange } from '@core/timeline/days'
import { axisTicks } from '@core/timeline/time-axis'
import { shiftedWindow, zoomedWindow } from '@core/timeline/time-window'
import { describe, expect, it } from 'vitest'

const start = dayRange('2010')!.from

describe('axisTicks', () => {
  it.each([12, 60, 300, 900, 3000, 9000, 40_000])(
    'never lets labels touch over %i days',
    (days) => {
      const ticks = axisTicks(start, start + days, 700)
      expect(ticks.length).toBeGreaterThan(1)
      ticks.slice(1).forEach((tick, i) => {
        const before = ticks[i]!
        const room = ((tick.day - before.day) / days) * 700
        expect(room).toBeGreaterThan(textWidth(before.label, 11.5) * 0.75)
      })
    },
  )

  it('names years from afar and days from near', () => {
    expect(axisTicks(start, start + 3650, 700)[0]?.label).toBe('2010')
    expect(axisTicks(start, start + 14, 700).map(({ label }) => label)).toContain('5')
  })
})

describe('zoomedWindow', () => {
  it('keeps the day under the pointer where it is', () => {
    const window = zoomedWindow({ from: 0, to: 1000 }, 2, 250)
    expect(window).toEqual({ from: 125, to: 625 })
  })

  it('ends at ten days', () => {
    const window = zoomedWindow({ from: 0, to: 12 }, 100, 6)
    expect(window.to - window.from).toBeCloseTo(10)
  })
})

describe('shiftedWindow', () => {
  it('moves by a share of its width', () => {
    expect(shiftedWindow({ from: 100, to: 200 }, -0.2)).toEqual({ from: 80, to: 180 })
  })
})
