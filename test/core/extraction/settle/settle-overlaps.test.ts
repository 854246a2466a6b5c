import { describe, expect, it } from 'vitest'
import { settleOverlaps } from '@core/extraction/settle/settle-overlaps'
import type { Recognition } from '@core/extraction/stages'

const text = 'the Danish Ministry of Defence of May'
function one(
  surface: string,
  kind: Recognition['kind'],
  more: Partial<Recognition> = {},
): Recognition {
  const start = text.indexOf(surface)
  return {
    start,
    end: start + surface.length,
    kind,
    key: surface.toLowerCase(),
    name: surface,
    surface,
    rule: 'test',
    strength: 0.8,
    sentence: 0,
    ...more,
  }
}
const kept = (list: readonly Recognition[]) =>
  settleOverlaps(list).map((r) => `${r.nested ? '(in) ' : ''}${r.kind} ${r.surface}`)

describe('settleOverlaps', () => {
  const body = one('Danish Ministry of Defence', 'organization')
  const demonym = one('Danish', 'country', { country: 'DK', strength: 0.9 })
  const trade = one('Defence', 'sector', { sectors: ['defense'], strength: 0.85 })

  it('prefers a body to the words in its name, and keeps them as nested facts', () => {
    expect(kept([demonym, trade, body])).toEqual([
      'organization Danish Ministry of Defence',
      '(in) country Danish',
      '(in) sector Defence',
    ])
  })

  it('gives the body the country and sectors of its words', () => {
    expect(settleOverlaps([demonym, trade, body])[0]).toMatchObject({
      country: 'DK',
      sectors: ['defense'],
    })
  })

  it('keeps a government body out of the trade that it governs', () => {
    const ministry = { ...body, sectors: ['government'] }
    expect(settleOverlaps([trade, ministry])[0]?.sectors).toEqual(['government'])
  })

  it('prefers the surer of two readings of the same words', () => {
    const sure = one('Ministry', 'malware', { strength: 0.9 })
    expect(kept([one('Ministry', 'tool', { strength: 0.6 }), sure])).toEqual(['malware Ministry'])
  })

  it('does not let a weak candidate beat what is known', () => {
    const weak = one('Danish Ministry', 'organization', { strength: 0.35 })
    expect(kept([weak, demonym])).toContain('country Danish')
  })

  it('leaves dates beside everything, the longest of those that overlap', () => {
    const date = one('May', 'date')
    const longer = one('of May', 'date')
    expect(kept([body, date, longer])).toEqual([
      'organization Danish Ministry of Defence',
      'date of May',
    ])
  })
})
