import { orderBySimilarity } from '@core/matrix/order-by-similarity'
import type { Incidence } from '@core/matrix/order-by-similarity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('orderBySimilarity', () => {
  it('brings rows with the same columns together', () => {
    const cells: Incidence[] = [
      [0, 0, 1],
      [0, 1, 1],
      [2, 0, 1],
      [2, 1, 1],
      [2, 2, 1],
      [1, 3, 1],
      [1, 4, 1],
      [3, 3, 1],
      [3, 4, 1],
      [3, 2, 1],
    ]
    const { rows, columns } = orderBySimilarity(4, 5, cells)
    expect(Math.abs(rows.indexOf(0) - rows.indexOf(2))).toBe(1)
    expect(Math.abs(rows.indexOf(1) - rows.indexOf(3))).toBe(1)
    expect(columns.indexOf(2)).toBe(2)
  })

  it('puts parts that share nothing one after the other, the heaviest first', () => {
    const { rows, columns } = orderBySimilarity(4, 4, [
      [0, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
      [2, 2, 1],
    ])
    expect([...rows.slice(0, 2)].sort()).toEqual([1, 2])
    expect(rows.slice(2)).toEqual([0, 3])
    expect(columns.at(-1)).toBe(3)
  })

  const cells = fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom(1, 2, 5)), {
    selector: ([row, column]) => row * 10 + column,
    maxLength: 30,
  })

  it('keeps every row and column exactly once, in the same order each time', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const order = orderBySimilarity(8, 8, some)
        const all = [0, 1, 2, 3, 4, 5, 6, 7]
        expect(order.rows.toSorted()).toEqual(all)
        expect(order.columns.toSorted()).toEqual(all)
        expect(orderBySimilarity(8, 8, some)).toEqual(order)
      }),
    )
  })
})
