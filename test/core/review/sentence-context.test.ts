import { sentenceContext } from '@core/review/sentence-context'
import { describe, expect, it } from 'vitest'

const text = 'A title\n\nFirst things first. The group struck Taiwan. It left later that year.'
const source = {
  text,
  pages: [],
  blocks: [
    { kind: 'title' as const, start: 0, end: 7 },
    { kind: 'paragraph' as const, start: 9, end: text.length },
  ],
}
const start = text.indexOf('The group')
const sentence = { start, end: text.indexOf(' It left') }
const words = ({ start: from, end }: { start: number; end: number }) => text.slice(from, end)

describe('sentenceContext', () => {
  it('gives what stands around a sentence in its own block', () => {
    const { before, after } = sentenceContext(source, sentence)
    expect(words(before)).toBe('First things first. ')
    expect(words(after)).toBe(' It left later that year.')
  })

  it('cuts at words where there is more than fits', () => {
    const { before, after } = sentenceContext(source, sentence, 10)
    expect(words(before)).toBe(' first. ')
    expect(words(after)).toBe(' It left')
  })
})
