import { lineStyle, lineWidth, markKindOf, markKinds, markPath, marks } from '@core/graph/marks'
import { entityKinds } from '@core/model/entity'
import { describe, expect, it } from 'vitest'

describe('the marks', () => {
  it('cover every kind of entity, an unnamed actor and a victim cell, each once', () => {
    expect([...markKinds].sort()).toEqual([...entityKinds, 'unnamed-actor', 'victim-cell'].sort())
    expect(Object.keys(marks).sort()).toEqual([...markKinds].sort())
  })

  it('have a letter of their own each', () => {
    const letters = markKinds.map((kind) => marks[kind].letter)
    expect(new Set(letters).size).toBe(letters.length)
  })

  it('differ by shape or fill, not by colour alone', () => {
    const shapes = markKinds.map(
      (kind) =>
        `${marks[kind].path} ${marks[kind].fill} ${marks[kind].dashed} ${marks[kind].inner ?? ''}`,
    )
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('leave orange and yellow to the selection', () => {
    for (const kind of markKinds)
      expect(['#e69f00', '#f0e442']).not.toContain(marks[kind].colour.toLowerCase())
  })

  it.each(markKinds)('scale with the radius: %s', (kind) => {
    const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
    const [unit, large] = [numbers(marks[kind].path), numbers(markPath(kind, 10))]
    expect(large).toHaveLength(unit.length)
    for (const [index, value] of unit.entries()) expect(large[index]).toBeCloseTo(value * 10, 1)
    expect(Math.max(...unit.map(Math.abs))).toBeLessThanOrEqual(1.2)
  })

  it('tell an actor without a name from one with', () => {
    expect(markKindOf({ kind: 'actor', unnamed: true })).toBe('unnamed-actor')
    expect(markKindOf({ kind: 'actor' })).toBe('actor')
  })
})

describe('lineStyle', () => {
  const attack = { predicate: 'targets', hedged: false, polarity: 'asserted' } as const

  it.each([
    ['compromised', [], 'filled'],
    ['targeted', [5, 3], 'open'],
    ['attempted', [0.1, 2.6], 'half'],
  ] as const)('draws %s as desk.md says', (outcome, dash, arrowhead) => {
    expect(lineStyle({ ...attack, outcome })).toMatchObject({ dash, arrowhead, label: outcome })
  })

  it('claims no more than is known where no outcome is stated', () => {
    expect(lineStyle(attack).kind).toBe('targeted')
  })

  it('draws hedged hollow with a tilde, denied with a bar', () => {
    expect(lineStyle({ ...attack, outcome: 'compromised', hedged: true })).toMatchObject({
      hollow: true,
      label: '~ compromised',
    })
    expect(lineStyle({ ...attack, outcome: 'targeted', polarity: 'denied' })).toMatchObject({
      barred: true,
      label: 'denied: targeted',
    })
  })

  it('gives other relations no arrowhead of an attack', () => {
    expect(lineStyle({ ...attack, predicate: 'uses' })).toMatchObject({
      kind: 'relation',
      arrowhead: 'none',
      label: 'uses',
    })
  })
})

describe('lineWidth', () => {
  it('steps at 1, 2, 3 and 5 independent origins', () => {
    const widths = [0, 1, 2, 3, 4, 5, 90].map(lineWidth)
    expect(widths[0]).toBe(widths[1])
    expect(widths[3]).toBe(widths[4])
    expect(widths[5]).toBe(widths[6])
    expect(new Set(widths).size).toBe(4)
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
  })
})
