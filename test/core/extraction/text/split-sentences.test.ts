import { describe, expect, it } from 'vitest'
import { splitSentences } from '@core/extraction/text/split-sentences'
import { tokenise } from '@core/extraction/text/tokenise'

const split = (text: string) =>
  splitSentences(tokenise(text)).map((tokens) => text.slice(tokens[0]!.start, tokens.at(-1)!.end))

describe('splitSentences', () => {
  it.each([
    ['It fell. It rose.', ['It fell.', 'It rose.']],
    ['The U.S. Treasury was hit. Nobody knew.', ['The U.S. Treasury was hit.', 'Nobody knew.']],
    ['They moved to the U.S. The rest stayed.', ['They moved to the U.S.', 'The rest stayed.']],
    ['Mr. J. R. Smith of Acme Inc. said so.', ['Mr. J. R. Smith of Acme Inc. said so.']],
    ['"We know." He left.', ['"We know."', 'He left.']],
    ['"Who did it?" asked the judge.', ['"Who did it?" asked the judge.']],
    ['It rose 1.5 per cent. Then it fell.', ['It rose 1.5 per cent.', 'Then it fell.']],
    ['It beaconed to evil[.]com. Then it slept.', ['It beaconed to evil[.]com.', 'Then it slept.']],
    ['See Fig. 2 and No. 5 there. Done.', ['See Fig. 2 and No. 5 there.', 'Done.']],
    ['At 5 p.m. on Monday it broke.', ['At 5 p.m. on Monday it broke.']],
    ['Why? Because. Yes!', ['Why?', 'Because.', 'Yes!']],
    ['(It was closed.) Then opened.', ['(It was closed.)', 'Then opened.']],
  ])('splits %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  it.each(['.'.repeat(200_000), '. '.repeat(100_000), '!)'.repeat(100_000)])(
    'walks a run of closing marks once',
    (text) => {
      const tokens = tokenise(text)
      expect(splitSentences(tokens).flat()).toHaveLength(tokens.length)
    },
  )

  it('puts every token into one sentence', () => {
    const tokens = tokenise('One. Two! "Three?" (Four.) five... Six U.S. seven')
    expect(splitSentences(tokens).flat()).toEqual(tokens)
  })
})
