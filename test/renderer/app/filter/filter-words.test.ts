import { describe, expect, it } from 'vitest'
import {
  actorsWords,
  confidenceWords,
  kindsWords,
  originsWords,
  outcomesWords,
  reviewWords,
  sinceWords,
  victimsWords,
} from '../../../../src-renderer/app/filter/filter-words'

describe('the filter sentence', () => {
  it.each([
    [undefined, 'everything'],
    [[], 'no kind'],
    [['actor', 'country'] as const, 'actors, countries'],
    [['actor', 'country', 'sector', 'malware'] as const, 'actors, countries and 2 more kinds'],
  ])('says of the kinds %j: %s', (kinds, words) => {
    expect(kindsWords(kinds)).toBe(words)
  })

  it.each([
    [{}, 'at any time'],
    [{ since: '2023' }, 'since 2023'],
    [{ until: '2024-05' }, 'until 2024-05'],
    [{ since: '2023', until: '2024' }, 'from 2023 to 2024'],
  ])('says of the time %j: %s', (range, words) => {
    expect(sinceWords(range)).toBe(words)
  })

  it('says what holds nothing back and what does', () => {
    expect(outcomesWords(undefined)).toBe('any outcome')
    expect(outcomesWords(['compromised', 'targeted'])).toBe('compromised or targeted')
    expect(originsWords(undefined)).toBe('any origins')
    expect(originsWords(2)).toBe('at least 2 origins')
    expect(confidenceWords(undefined)).toBe('any confidence')
    expect(confidenceWords(0.7)).toBe('confidence 0.7 or more')
  })

  it.each([
    [[], [], 'any actor'],
    [[], ['China'], 'actors from China'],
    [['Flax Typhoon'], [], 'by Flax Typhoon'],
    [['Flax Typhoon'], ['China', 'Russia'], 'by Flax Typhoon, or from China and Russia'],
  ])('says of actors %j from %j: %s', (names, origins, words) => {
    expect(actorsWords(names, origins)).toBe(words)
  })

  it.each([
    [[], [], 'any victim'],
    [['Telecommunications'], [], 'victims in Telecommunications'],
    [['Energy'], ['Ukraine', 'Poland'], 'victims in Energy, in Ukraine and Poland'],
  ])('says of victims in %j and %j: %s', (others, areas, words) => {
    expect(victimsWords(others, areas)).toBe(words)
  })

  it('reads as the analysts say it', () => {
    expect(outcomesWords(['compromised'])).toBe('compromised only')
    expect(reviewWords({})).toBe('not rejected')
    expect(reviewWords({ acceptedOnly: true, showDenied: false })).toBe(
      'accepted only, without denials',
    )
  })
})
