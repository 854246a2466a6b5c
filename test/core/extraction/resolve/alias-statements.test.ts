import { describe, expect, it } from 'vitest'
import { readText } from '../support/read-text'

/** Groups of names that the reader holds to be one actor. */
function actorsOf(text: string): string[][] {
  return readText(text)
    .entities.filter((e) => e.kind === 'actor')
    .map((e) => [...new Set(e.mentions.map((m) => m.surface))])
}

describe('stated aliases', () => {
  it.each([
    ['APT29, also known as UNC9901, sent mails.', 'APT29', 'UNC9901'],
    ['UNC9901 (UNC9902) got into a bank.', 'UNC9901', 'UNC9902'],
    ['UNC9901, which Microsoft calls UNC9902, got into a bank.', 'UNC9901', 'UNC9902'],
    ['UNC9901 = UNC9902', 'UNC9901', 'UNC9902'],
    ['A group tracked as UNC9901 and as UNC9902 hit a port.', 'UNC9901', 'UNC9902'],
  ])('joins the names in "%s"', (text, first, second) => {
    expect(actorsOf(text).some((names) => names.includes(first) && names.includes(second))).toBe(
      true,
    )
  })

  it.each([
    ['UNC9901 overlaps with UNC9902.', 'UNC9901', 'UNC9902'],
    ['UNC9901 has been linked to UNC9902.', 'UNC9901', 'UNC9902'],
    ['The methods of UNC9901 are similar to those of UNC9902.', 'UNC9901', 'UNC9902'],
    ['Unlike UNC9901, UNC9902 is after banks in Ghana.', 'UNC9901', 'UNC9902'],
  ])('keeps apart the names in "%s"', (text, first, second) => {
    expect(actorsOf(text).some((names) => names.includes(first) && names.includes(second))).toBe(
      false,
    )
  })
})
