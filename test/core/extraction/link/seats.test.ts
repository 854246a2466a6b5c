import { describe, expect, it } from 'vitest'
import { readText } from '../support/read-text'

function linksOf(text: string, predicate: string): string[] {
  const reading = readText(text)
  const nameOf = new Map(reading.entities.map((e) => [e.id, e.name]))
  return reading.links
    .filter((link) => link.predicate === predicate && link.polarity === 'asserted')
    .map((link) => `${nameOf.get(link.source) ?? ''} > ${nameOf.get(link.target) ?? ''}`)
}

describe('where actors sit', () => {
  it.each([
    ['APT40, which is based in Haikou, broke into a bank in Fiji.', 'APT40 > Haikou'],
    ['UNC9901, operating out of Minsk, mailed Polish lawyers.', 'UNC9901 > Minsk'],
    ['The Pakistan-based group UNC9901 mailed Indian officers.', 'UNC9901 > Pakistan'],
  ])('reads "%s"', (text, seat) => {
    expect(linksOf(text, 'based-in')).toContain(seat)
  })

  it.each([
    'UNC9901 broke into a company based in Minsk.',
    'APT40 controls servers located in Haikou.',
    'UNC9901 is not based in Minsk, as was written.',
  ])('takes the place in "%s" for nobody’s seat', (text) => {
    expect(linksOf(text, 'based-in')).toEqual([])
  })
})

describe('techniques', () => {
  it('are linked with the actor that a sentence says uses them', () => {
    expect(
      linksOf('APT28 used Spearphishing Attachment (T1566.001) against a Dutch port.', 'uses'),
    ).toContain('APT28 > Spearphishing Attachment')
  })
})
