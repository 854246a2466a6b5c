import { SnapshotMap } from '@core/case/snapshot-map'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const arbitrarySteps = fc.array(
  fc.record({
    type: fc.constantFrom('set' as const, 'delete' as const, 'snapshot' as const),
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    value: fc.nat(9),
  }),
  { maxLength: 60 },
)

describe('SnapshotMap', () => {
  it('gives at any time what a plain map holds, in the order of the keys, and keeps giving it', () => {
    fc.assert(
      fc.property(arbitrarySteps, (steps) => {
        const map = new SnapshotMap<string, number>()
        const plain = new Map<string, number>()
        const given: (readonly [ReadonlyMap<string, number>, readonly unknown[]])[] = []
        for (const { type, key, value } of steps) {
          if (type === 'set') {
            map.set(key, value)
            plain.set(key, value)
          } else if (type === 'delete') {
            map.delete(key)
            plain.delete(key)
          } else {
            given.push([map.snapshot(), [...plain].sort()])
          }
        }
        for (const [snapshot, expected] of given) expect([...snapshot]).toEqual(expected)
      }),
    )
  })

  it('holds together when many changes go into the base', () => {
    const map = new SnapshotMap<string, number>()
    for (let n = 0; n < 5000; n += 1) map.set(`key ${(n * 7919) % 5000}`, n)
    const first = map.snapshot()
    map.delete('key 17')
    const second = map.snapshot()
    expect([first.size, first.has('key 17')]).toEqual([5000, true])
    expect([second.size, second.has('key 17')]).toEqual([4999, false])
    expect([...second.keys()]).toEqual([...second.keys()].sort())
  })

  it('reads like any map', () => {
    const map = new SnapshotMap<string, number>()
    map.set('b', 2)
    map.set('a', 1)
    const snapshot = map.snapshot()
    const seen: unknown[] = []
    snapshot.forEach((value, key) => seen.push([key, value]))
    expect(seen).toEqual([...snapshot.entries()])
    expect([...snapshot.values()]).toEqual([1, 2])
    expect(new Map(snapshot)).toEqual(new Map(Object.entries({ a: 1, b: 2 })))
    expect(map.snapshot()).toBe(snapshot)
  })
})
