import { buildTimeline } from '@core/timeline/build-timeline'
import { timelineFigure } from '@core/timeline/figure'
import { describe, expect, it } from 'vitest'
import { expectGolden, expectSelfContained, expectWellFormed } from '../graph/svg-checks'
import { timelineCase } from './a-timeline-case'

describe('buildTimeline', () => {
  const model = buildTimeline(timelineCase)
  const lane = (name: string) => model.lanes.find((one) => one.name === name)!

  it('gives each actor a lane, the earliest activity first and the undated last', () => {
    expect(model.lanes.map(({ name }) => name)).toEqual([
      'Jade Heron',
      'Frost Adder',
      'Chinese hackers',
    ])
  })

  it('makes one bar of links that state the same period and outcome', () => {
    const bar = lane('Jade Heron').bars.find(({ outcome }) => outcome === 'compromised')
    expect(bar).toMatchObject({
      label: 'Laos and Taiwan',
      documents: 2,
      when: 'from 2023-11 to 2024-04',
    })
    expect(bar?.links).toHaveLength(2)
  })

  it('puts bars that overlap into rows of their own', () => {
    for (const { bars } of model.lanes)
      for (const a of bars)
        for (const b of bars)
          if (a !== b && a.row === b.row)
            expect(
              a.activity.possible.to <= b.activity.possible.from ||
                b.activity.possible.to <= a.activity.possible.from,
            ).toBe(true)
  })

  it('counts what has no period and marks the days of its reports', () => {
    expect(lane('Chinese hackers')).toMatchObject({ bars: [], reports: [] })
    expect(lane('Chinese hackers').undated).toHaveLength(1)
    expect(lane('Jade Heron').reports.map(({ reports }) => reports.length)).toEqual([1, 1])
  })

  it('follows the filters', () => {
    const filtered = buildTimeline(timelineCase, {
      filters: { outcomes: ['attempted'], predicates: ['targets'] },
    })
    expect(filtered.lanes.map(({ name }) => name)).toEqual(['Frost Adder'])
  })
})

describe('timelineFigure', () => {
  it('draws the same picture every time, in marks that need nothing from outside', () => {
    const figure = timelineFigure(buildTimeline(timelineCase))
    expectWellFormed(figure)
    expectSelfContained(figure)
    expectGolden('timeline', figure)
  })
})
