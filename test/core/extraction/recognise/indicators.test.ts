import { describe, expect, it } from 'vitest'
import { recogniseProse } from '../support'

const indicators = (text: string) =>
  recogniseProse(text)
    .filter((one) => one.kind === 'indicator')
    .map((one) => `${one.subtype ?? ''} ${one.name}`)

describe('indicators', () => {
  it.each([
    ['beaconing to 45.66.217[.]106 daily', ['ipv4 45.66.217.106']],
    ['beaconing to 45[.]66[.]217[.]106 daily', ['ipv4 45.66.217.106']],
    ['beaconing to 45.66.217.106, then', ['ipv4 45.66.217.106']],
    ['the range 45.66.217.0/24 was', ['cidr 45.66.217.0/24']],
    ['from evil-host[.]com and bad(.)net', ['domain evil-host.com', 'domain bad.net']],
    ['from evil[dot]co[dot]uk today', ['domain evil.co.uk']],
    ['from evil [.] com today', ['domain evil.com']],
    ['at hxxps://evil[.]com/a.php?x=1.', ['url https://evil.com/a.php?x=1']],
    ['at hxxp[:]//evil[.]com/a, then', ['url http://evil.com/a']],
    ['at http[:]//1.2.3[.]4:8080/x (see)', ['url http://1.2.3.4:8080/x']],
    ['at evil[.]com/gate.php it', ['url evil.com/gate.php']],
    ['(https://evil-example.ru/x)', ['url https://evil-example.ru/x']],
    ['mail from joe[@]evil[.]com came', ['email joe@evil.com']],
    ['mail from joe.doe@evil-corp.ru came', ['email joe.doe@evil-corp.ru']],
    ['mail from joe (at) evil (dot) com came', ['email joe@evil.com']],
    ['hash d41d8cd98f00b204e9800998ecf8427e found', ['md5 d41d8cd98f00b204e9800998ecf8427e']],
    [
      'hash 28978E987BC59E75CA22562924EAB93355CF679E found',
      ['sha1 28978e987bc59e75ca22562924eab93355cf679e'],
    ],
    ['at 2001:db8:85a3::8a2e:370:7334 there', ['ipv6 2001:db8:85a3::8a2e:370:7334']],
    [
      'at vu4fleh3yd4ehpfpciinnwbnh4b77rdeypubhqr2dgfibjtvxpdxozid[.]onion now',
      ['domain vu4fleh3yd4ehpfpciinnwbnh4b77rdeypubhqr2dgfibjtvxpdxozid.onion'],
    ],
    [
      'coins to bc1q8n7jjgdepuym825zwwftr3qpem3tnjx3m50ku0 went',
      ['cryptocurrency-wallet bc1q8n7jjgdepuym825zwwftr3qpem3tnjx3m50ku0'],
    ],
  ])('reads %j', (text, expected) => {
    expect(indicators(text)).toEqual(expected)
  })

  it.each([
    'since version 10.2.1.3 it is safe',
    'upgrade to 7.4.2.1 and later',
    'see https://github.com/foo/bar for rules',
    'see www.microsoft.com for more',
    'run setup.py or build.sh first',
    'the file invoice.pdf was sent',
    'That was the attack.In May it ended',
    'built with ASP.NET and Node.js here',
    'e.g. the U.S. and i.e. the U.K.',
    'at 12:30:45 it rang',
    'MAC 00:1a:2b:3c:4d:5e was seen',
    'calls std::string and dead::beef here',
    'address 127.0.0.1 or 0.0.0.0',
    'number 11111111111111111111111111111111',
    'paid 300.400.500.600 dollars',
  ])('finds nothing in %j', (text) => {
    expect(indicators(text)).toEqual([])
  })

  it('keeps the span of the text as written', () => {
    const [one] = recogniseProse('It called hxxps[:]//evil[.]com/x, often.').filter(
      (r) => r.kind === 'indicator',
    )
    expect(one?.surface).toBe('hxxps[:]//evil[.]com/x')
  })
})
