import { describe, expect, it } from 'vitest'
import { tokenise } from '@core/extraction/text/tokenise'

const words = (text: string) => tokenise(text).map((token) => token.text)

describe('tokenise', () => {
  it.each([
    ["Russia's hackers didn't stop", ['Russia', "'s", 'hackers', 'did', "n't", 'stop']],
    ['They cannot, he said.', ['They', 'can', 'not', ',', 'he', 'said', '.']],
    ['China-linked, state-backed', ['China-linked', ',', 'state-backed']],
    ['evil[.]com fell', ['evil[.]com', 'fell']],
    ['at hxxps://a[.]b/c?d=1, too', ['at', 'hxxps://a[.]b/c?d=1', ',', 'too']],
    ['CVE-2024-3400 and v2.0.1', ['CVE-2024-3400', 'and', 'v2.0.1']],
    ['NoName057(16) and Safe{Wallet}.', ['NoName057(16)', 'and', 'Safe{Wallet}', '.']],
    ['the U.S. Treasury', ['the', 'U.S.', 'Treasury']],
    ['AT&T paid $1.5bn (75%)', ['AT&T', 'paid', '$', '1.5bn', '(', '75', '%', ')']],
    ['banks/insurers—all 10,000', ['banks', '/', 'insurers', '—', 'all', '10,000']],
    ['"No. Somebody did."', ['"', 'No', '.', 'Somebody', 'did', '.', '"']],
    ['No. 5 won', ['No.', '5', 'won']],
    ['wait...', ['wait', '...']],
  ])('cuts %j into words', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('gives spans of the text as it stands', () => {
    const text = 'Säpo’s (Swedish) report: “DDoS” on 10.5.2024…  and\n“more”'
    for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
  })

  it('loses no character but white space', () => {
    const text = 'a.b[.]c ((x)) --- $$5,0:3 "\'q\'" .hidden .. /path/x \\\\srv\\a a/b'
    expect(words(text).join('')).toBe(text.replace(/\s/g, ''))
  })

  it.each([
    'a'.repeat(200_000),
    'a.'.repeat(100_000),
    '['.repeat(200_000),
    'A '.repeat(100_000),
    "'s".repeat(50_000),
  ])('reads hostile text', (text) => {
    expect(words(text).join('').length).toBe(text.replace(/\s/g, '').length)
  })
})
