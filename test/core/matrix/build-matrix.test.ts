import { buildMatrix } from '@core/matrix/build-matrix'
import { matrixFigure } from '@core/matrix/figure'
import { describe, expect, it } from 'vitest'
import { severalActors } from '../graph/sample-cases'
import { expectGolden, expectSelfContained, expectWellFormed } from '../graph/svg-checks'

describe('buildMatrix', () => {
  const model = buildMatrix(severalActors)
  const at = (actor: string, victim: string, from = model) => {
    const row = from.rows.findIndex(({ label }) => label === actor)
    const column = from.columns.findIndex(({ label }) => label === victim)
    return from.cells[row]?.get(column)
  }

  it('says in a cell how far the actor got, and on whose word', () => {
    expect(at('Jade Heron', 'Taiwan')).toMatchObject({
      outcome: 'compromised',
      origins: 5,
      hedged: false,
    })
    expect(at('Salt Egret', 'Taiwan')).toMatchObject({ outcome: 'targeted', hedged: true })
    expect(at('Frost Adder', 'Malta')).toMatchObject({ denied: true })
    expect(at('Jade Heron', 'Ukraine')).toBeUndefined()
  })

  it('counts a seated organisation for its country and a region for itself', () => {
    expect(at('Operation Winter Lamp', 'Ukraine')).toMatchObject({ outcome: 'compromised' })
    expect(at('Chinese hackers', 'Southeast Asia')).toBeDefined()
  })

  it('sums what is filled and leaves denials out of the sum', () => {
    const adder = model.rows.find(({ label }) => label === 'Frost Adder')
    expect(adder).toMatchObject({ filled: 3, compromised: 1 })
    const cells = model.cells.reduce((sum, row) => sum + row.size, 0)
    expect(model.columns.reduce((sum, { links }) => sum + links, 0)).toBe(cells)
  })

  it('gathers by sector, and by sector in a country', () => {
    expect(
      buildMatrix(severalActors, { grouping: 'sector' })
        .columns.map(({ label }) => label)
        .sort(),
    ).toEqual(['Energy', 'Telecommunications'])
    const cells = buildMatrix(severalActors, { grouping: 'cell' })
    expect(cells.columns.map(({ label }) => label)).toEqual(['Telecommunications in Singapore'])
    expect(at('Salt Egret', 'Telecommunications in Singapore', cells)?.links).toHaveLength(2)
  })

  it('orders by size and by name on request', () => {
    expect(buildMatrix(severalActors, { order: 'size' }).rows[0]?.label).toBe('Frost Adder')
    const names = buildMatrix(severalActors, { order: 'name' }).rows.map(({ label }) => label)
    expect(names).toEqual(names.toSorted())
  })

  it('is empty for an empty case', () => {
    const empty = buildMatrix({ ...severalActors, links: new Map() })
    expect([empty.rows, empty.columns, empty.cells]).toEqual([[], [], []])
  })
})

describe('matrixFigure', () => {
  it('draws the same picture every time, in marks that need nothing from outside', () => {
    const figure = matrixFigure(buildMatrix(severalActors))
    expectWellFormed(figure)
    expectSelfContained(figure)
    expectGolden('matrix', figure)
  })
})
