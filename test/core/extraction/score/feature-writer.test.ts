import { describe, expect, it } from 'vitest'
import { knownFeatures, openFeatures, type FeatureIds } from '@core/extraction/score/feature-ids'
import { featureWriter, type FeatureWriter } from '@core/extraction/score/feature-writer'

const known = ['bare name', 'prep in', 'prep in country', 'slot a b c', 'before the', 'between ']

function written(ids: FeatureIds, write: (writer: FeatureWriter) => void): string[] {
  const writer = featureWriter(ids)
  write(writer)
  return writer.take().ids.map((id) => ids.nameOf(id))
}

describe('a feature writer', () => {
  it('puts names together from up to three values', () => {
    const names = written(knownFeatures(known), ({ say }) => {
      say`bare name`
      say`prep ${'in'}`
      say`prep ${'in'} ${'country'}`
      say`slot ${'a'} ${'b'} ${'c'}`
    })
    expect(names).toEqual(['bare name', 'prep in', 'prep in country', 'slot a b c'])
  })

  it('tells values of one line apart, again and again', () => {
    const say = (writer: FeatureWriter, preposition: string, kind: string): void => {
      writer.say`prep ${preposition} ${kind}`
    }
    const names = written(openFeatures(), (writer) => {
      for (const kind of ['country', 'sector', 'country']) say(writer, 'in', kind)
      say(writer, 'of', 'country')
    })
    expect(names).toEqual(['prep in country', 'prep in sector', 'prep of country'])
  })

  it('leaves out what no scorer knows, and keeps it while fitting', () => {
    const write = ({ say, quote, name }: FeatureWriter): void => {
      say`prep ${'beside'}`
      quote`before ${'bygone'}`
      quote`before ${'the'}`
      name('own obj conj')
    }
    expect(written(knownFeatures(known), write)).toEqual(['before the'])
    expect(written(openFeatures(), write)).toEqual([
      'prep beside',
      'before bygone',
      'before the',
      'own obj conj',
    ])
  })

  it('finds a name that quotes nothing', () => {
    expect(
      written(knownFeatures(known), ({ quote }) => {
        quote`between ${''}`
      }),
    ).toEqual(['between '])
  })

  it('writes a feature once, and anew after it was taken', () => {
    const writer = featureWriter(knownFeatures(known))
    const sayTwice = (): void => {
      for (let i = 0; i < 2; i++) writer.say`bare name`
    }
    sayTwice()
    expect(writer.take().ids).toHaveLength(1)
    sayTwice()
    expect(writer.take().ids).toHaveLength(1)
    expect(writer.take().ids).toHaveLength(0)
  })
})
