import type { SourceText } from '@core/model/source-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importHere } from '../../support/import-here'

/** Scraps of which files are made; whatever their order, the result must hold together. */
const scraps = fc.constantFrom(
  ...[
    'APT28 hit Poland.',
    '\n\n',
    '\n',
    '# Head',
    '- item',
    '| a | b |',
    '|--|--|',
    '```',
    '> quoted',
    '\t',
    '\u00a0',
    '\r\n',
    '  ',
  ],
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '<li>',
    '<br>',
    '<h1>',
    '</h1>',
    '<b',
    '&amp;',
    '&#x;',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '"',
    '𝔘𝔫𝔦',
    '賴清德',
  ],
)
const content = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(''))

function expectWhole({ text, blocks, pages }: SourceText): void {
  let end = 0
  for (const block of blocks) {
    expect(text.slice(end, block.start)).toMatch(/^\s*$/)
    expect(block.end).toBeGreaterThan(block.start)
    expect(text.slice(block.start, block.end)).toBe(text.slice(block.start, block.end).trim())
    end = block.end
  }
  expect(text.slice(end)).toMatch(/^\s*$/)
  for (const page of pages) expect(page.end).toBeGreaterThanOrEqual(page.start)
}

describe.each(['a.txt', 'a.md', 'a.html'])('the source text of %s', (name) => {
  it('has blocks in order that leave only white space out', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (made) => {
        const result = await importHere(name, name === 'a.html' ? `<html><body>${made}` : made)
        if (result.ok) expectWhole(result.value.source)
        else expect(['empty-file', 'no-text']).toContain(result.failure.code)
      }),
      { numRuns: 150 },
    )
  })
})

describe('plain text', () => {
  it('is stored character for character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (made) => {
        // Control characters make a file no text.
        const text = `Words ${made.replace(/\p{Cc}|\ufffd/gu, ' ')}`
        const result = await importHere('a.txt', text)
        expect(result.ok && result.value.source.text).toBe(text)
      }),
      { numRuns: 150 },
    )
  })
})
