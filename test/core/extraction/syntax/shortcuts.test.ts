import { describe, expect, it } from 'vitest'
import { makeParser } from '@core/extraction/syntax/parser'
import { RIGHT } from '@core/extraction/syntax/parser-state'
import { makeShortcuts } from '@core/extraction/syntax/shortcuts'

const shortcuts = makeShortcuts(Int32Array.from([-7, 5, 900]), Uint8Array.from([2, 0, 41]))
const find = (...keys: number[]): number => shortcuts.find(Int32Array.from(keys), keys.length)

describe('shortcuts', () => {
  it('give the class of the first key that is known', () => {
    expect(find(1, 900, -7)).toBe(41)
    expect(find(5)).toBe(0)
  })

  it('give none where no key is known', () => {
    expect(find(1, 2, 3)).toBe(-1)
    expect(find()).toBe(-1)
  })

  it('cannot make the parser take a move that its state forbids', () => {
    const alwaysRight = { find: () => RIGHT }
    const noScores = { classes: 2, score: () => undefined }
    const length = 4
    const entries = length + 4
    const zeros = (): Int32Array => new Int32Array(entries)
    const view = {
      length,
      word: zeros(),
      tag: zeros(),
      tagPair: zeros(),
      coarseTag: zeros(),
      possible: zeros(),
      coarse: zeros(),
      fine: zeros(),
      nounAfter: zeros(),
      verbAfter: zeros(),
      commas: new Int16Array(entries),
      verbs: new Int16Array(entries),
      conjunctions: new Int16Array(entries),
    }
    const { heads } = makeParser(noScores, noScores, 1, alwaysRight).parse(view)
    expect([...heads.subarray(0, length)].filter((head) => head === length)).toHaveLength(1)
  })
})
