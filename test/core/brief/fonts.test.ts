import { fontFaces, slicesFor, type FontSlice } from '@core/brief/fonts'
import { describe, expect, it } from 'vitest'
import { fontSlices } from '../../../resources/fonts/index'

describe('slicesFor', () => {
  it('takes no CJK file for Latin text', () => {
    const families = new Set(
      slicesFor('Flax Typhoon – “Ångström”', fontSlices).map(({ family }) => family),
    )
    expect([...families].sort()).toEqual(['Inter', 'Source Serif 4'])
  })

  it.each([
    ['賴清德', 'Noto Sans TC'],
    ['国家安全', 'Noto Sans TC'],
    ['サイバー', 'Noto Sans TC'],
    ['김수키', 'Noto Sans KR'],
    ['الإمارات', 'Noto Sans Arabic'],
  ])('finds faces for every character of %s', (text, family) => {
    const slices = slicesFor(text, fontSlices)
    expect(slices.some((slice) => slice.family === family)).toBe(true)
    for (const character of text) expect(slices.some((slice) => holds(slice, character))).toBe(true)
  })

  it('sets a Chinese name with few files', () => {
    expect(slicesFor('賴清德', fontSlices).length).toBeLessThanOrEqual(3)
  })
})

describe('fontFaces', () => {
  it('writes a rule with the data inside and the ranges that it holds', () => {
    const slice: FontSlice = {
      id: 'x',
      family: 'Noto Sans TC',
      weight: 400,
      ranges: [0x4e00, 0x4e10, 0x5000, 0x5000],
    }
    expect(fontFaces([{ slice, base64: 'QUJD' }])).toBe(
      '@font-face{font-family:"Noto Sans TC";font-weight:400;font-style:normal;src:url(data:font/woff2;base64,QUJD) format("woff2");unicode-range:U+4e00-4e10,U+5000}\n',
    )
  })
})

function holds({ ranges }: FontSlice, character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return ranges.some((from, i) => i % 2 === 0 && code >= from && code <= (ranges[i + 1] ?? from))
}
