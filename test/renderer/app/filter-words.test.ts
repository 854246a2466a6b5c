import { describe, expect, it } from 'vitest'
import {
  confidenceWords,
  kindsWords,
  originsWords,
  outcomesWords,
  sinceWords,
} from '../../../src-renderer/app/filter-words'

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
    expect(originsWords(undefined)).toBe('from any number of origins')
    expect(originsWords(2)).toBe('from 2 origins or more')
    expect(confidenceWords(undefined)).toBe('any confidence')
    expect(confidenceWords(0.7)).toBe('confidence 0.7 or more')
  })
})
