import { fitText, textWidth, wrapText } from '@core/graph/text-width'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('textWidth', () => {
  it('counts Chinese characters as full width and combining marks as none', () => {
    expect(textWidth('賴清德', 10)).toBeCloseTo(30)
    expect(textWidth('é', 10)).toBeCloseTo(textWidth('e', 10))
  })

  it('grows with weight', () => {
    expect(textWidth('Jade Heron', 12, 600)).toBeGreaterThan(textWidth('Jade Heron', 12))
  })
})

describe('fitText', () => {
  it('leaves alone what fits', () => {
    expect(fitText('Taiwan', 12, 100)).toBe('Taiwan')
  })

  it('keeps both ends of a long name', () => {
    const short = fitText(`Begin${'x'.repeat(300)}End`, 12, 100)
    expect(short).toMatch(/^Begin.*….*End$/)
  })

  it('never exceeds the width by more than one character, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(textWidth(fitText(text, 12, 80), 12)).toBeLessThanOrEqual(80 + 12)
      }),
    )
  })
})

describe('wrapText', () => {
  it('breaks at a space into two lines of like length', () => {
    expect(wrapText('Ministry of Foreign Affairs', 12, 110)).toEqual([
      'Ministry of',
      'Foreign Affairs',
    ])
  })

  it('shortens a single long word', () => {
    expect(wrapText('x'.repeat(80), 12, 100)).toHaveLength(1)
  })
})
