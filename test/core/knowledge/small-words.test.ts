import { describe, expect, it } from 'vitest'
import { contentHash } from '@core/knowledge/content-hash'
import { pluralOf } from '@core/knowledge/plural-of'
import { spellingVariants } from '@core/knowledge/spelling-variants'
import { agreesInCase } from '@core/knowledge/written-case'
import { aName } from './known-names'

describe('pluralOf', () => {
  it.each([
    ['bank', 'banks'],
    ['refinery', 'refineries'],
    ['railway', 'railways'],
    ['law firm', 'law firms'],
    ['church', 'churches'],
    ['ministry of defence', 'ministries of defence'],
    ['member of parliament', 'members of parliament'],
    ['ISP', 'ISPs'],
    ['businessman', 'businessmen'],
  ])('makes of %s %s', (one, many) => {
    expect(pluralOf(one)).toBe(many)
  })
})

describe('contentHash', () => {
  it('is the same for the same texts', () => {
    expect(contentHash(['a', 'bc'])).toBe(contentHash(['a', 'bc']))
    expect(contentHash(['a', 'bc'])).toMatch(/^[0-9a-f]{16}$/)
  })
  it('shows every change, also where a text ends', () => {
    const texts = [
      ['a', 'bc'],
      ['ab', 'c'],
      ['abc', ''],
      ['', 'abc'],
      ['abd'],
      ['abc'],
      ['bac'],
      [],
    ]
    expect(new Set(texts.map((text) => contentHash(text))).size).toBe(texts.length)
  })
})

describe('agreesInCase', () => {
  const polish = aName('Polish', { written: 'capitalised' })
  const us = aName('US', { written: 'exact' })
  it.each([
    [polish, 'Polish', true],
    [polish, 'POLISH', true],
    [polish, 'polish', false],
    [us, 'US', true],
    [us, 'us', false],
    [us, 'Us', false],
    [aName('U.S.', { written: 'exact' }), 'U.S', true],
    [aName('Flax Typhoon', { written: 'capitalised' }), 'Flax typhoon', false],
    [aName('Bank of Korea', { written: 'capitalised' }), 'Bank of Korea', true],
    [aName('Emotet'), 'emotet', true],
    [aName('Élysée', { written: 'capitalised' }), 'Élysée', true],
    [aName('the Kremlin', { written: 'capitalised' }), 'the kremlin', false],
    [aName('the Kremlin', { written: 'capitalised' }), 'The Kremlin', true],
  ])('%o as %s: %s', (name, written, agrees) => {
    expect(agreesInCase(written, name)).toBe(agrees)
  })
})

describe('spellingVariants', () => {
  it('joins two words and takes a compound apart', () => {
    expect(
      spellingVariants([aName('Cobalt Strike'), aName('GhostEmperor'), aName('Emotet')]).map(
        (name) => [name.surface, name.class],
      ),
    ).toEqual([
      ['CobaltStrike', 'distinctive'],
      ['Ghost Emperor', 'multiword-common'],
    ])
  })
  it('leaves ordinary words alone', () => {
    expect(spellingVariants([aName('Butterfly', { class: 'common-word' })])).toEqual([])
    expect(spellingVariants([aName('SlowPoke', { class: 'common-word' })])).toEqual([])
  })
})
