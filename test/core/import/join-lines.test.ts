import { joinLines, vocabularyOf } from '@core/import/pdf/join-lines'
import { describe, expect, it } from 'vitest'

const vocabulary = vocabularyOf([
  'information and state-sponsored groups ',
  'ransomware related to it, re-used once.',
])

describe('joinLines', () => {
  it.each([
    ['stole infor-', 'mation there', 'stole information there'],
    ['a state-', 'sponsored group', 'a state-sponsored group'],
    ['a ransomware-', 'related case', 'a ransomware-related case'],
    ['an unheard-', 'of thing', 'an unheardof thing'],
    ['one two', 'three', 'one two three'],
    ['soft\u00ad', 'ware', 'software'],
    ['version 12-', 'character names', 'version 12-character names'],
    ['CVE-2024-', '12345 was used', 'CVE-2024-12345 was used'],
    ['at hxxps://evil[.]example/a/', 'b/c.php was', 'at hxxps://evil[.]example/a/b/c.php was'],
    ['at https://a.example/path.', 'Then it went', 'at https://a.example/path. Then it went'],
    ['5d41402abc4b2a76b9719d91', '1017c592', '5d41402abc4b2a76b9719d911017c592'],
    [
      'd41d8cd98f00b204e9800998ecf8427e',
      '9e107d9d372bb6826bd81d3542a419d6',
      'd41d8cd98f00b204e9800998ecf8427e 9e107d9d372bb6826bd81d3542a419d6',
    ],
    ['台灣總統', '賴清德', '台灣總統賴清德'],
    ['', 'first', 'first'],
  ])('joins %j and %j', (before, line, joined) => {
    expect(joinLines(before, line, vocabulary)).toBe(joined)
  })
})
