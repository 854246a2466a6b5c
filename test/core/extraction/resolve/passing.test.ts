import { describe, expect, it } from 'vitest'
import { isPassing } from '@core/extraction/resolve/passing'
import { segmentProse } from '../support'

function passes(text: string, name: string): boolean {
  const sentence = segmentProse(text).sentences.find((s) => s.tokens.some((t) => t.text === name))
  if (!sentence) throw new Error(`no sentence names ${name}`)
  return isPassing(sentence, { firstToken: sentence.tokens.findIndex((t) => t.text === name) })
}

describe('isPassing', () => {
  it.each([
    ['The activity overlaps with UNC9902 in two places.', 'UNC9902'],
    ['It came with a loader previously used by UNC9902.', 'UNC9902'],
    ['Unlike UNC9902, the group writes good English.', 'UNC9902'],
    ['The server was once attributed to UNC9902.', 'UNC9902'],
  ])('takes "%s" for a comparison', (text, name) => {
    expect(passes(text, name)).toBe(true)
  })

  it.each([
    ['UNC9902 broke into a bank.', 'UNC9902'],
    ['A bank in Oman was robbed by UNC9902.', 'UNC9902'],
    ['In May the group UNC9902 came back.', 'UNC9902'],
  ])('takes "%s" for talk about the actor itself', (text, name) => {
    expect(passes(text, name)).toBe(false)
  })
})
