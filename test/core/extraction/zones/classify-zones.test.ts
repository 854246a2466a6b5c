import { describe, expect, it } from 'vitest'
import { classifyZones } from '@core/extraction/zones/classify-zones'
import { readPlainText } from '@core/import/text/read-plain-text'
import { knowledge } from '../support'

const zonesOf = (text: string) => classifyZones(readPlainText(text, 'a.txt').source, knowledge)
const kinds = (text: string) =>
  zonesOf(text).map((zone) => `${zone.kind}: ${text.slice(zone.start, zone.end).slice(0, 24)}`)
const kindOf = (text: string, part: string) =>
  zonesOf(text).find((zone) => zone.start <= text.indexOf(part) && text.indexOf(part) < zone.end)
    ?.kind

const article = `Hackers drain ministry mail

By Jane Doe
25 March 2024

OSLO (NTB) - Hackers broke into the mail of the ministry, officials said on Monday. They stole letters of three officials and a minister.

The ministry had been warned twice by the security service, which blamed Sandworm for the break-in.`

describe('classifyZones', () => {
  it('tells headline, byline, date, place line and body', () => {
    expect(kinds(article)).toEqual([
      'title: Hackers drain ministry m',
      'dateline: By Jane Doe',
      'dateline: 25 March 2024',
      'dateline: OSLO (NTB) - ',
      'body: Hackers broke into the m',
      'body: The ministry had been wa',
    ])
  })

  it.each([
    'Read also: Bank of Chile loses mail',
    'Related:\nFerry strike in Denmark over\nEgypt: pound falls again',
    'Most read\n1. Avalanche danger\n2. Strike called off',
    'Tags: hacking, mail',
    'Copyright 2024 The Paper. All rights reserved',
    'Subscribe to our newsletter for more',
    'We use cookies to improve your experience. Accept all cookies',
    '(Reporting by Jim Roe; editing by Mark P.)',
    'Jane Doe covers security and lives in Leeds.',
    'This article was translated from Danish by AI.',
    'Sponsored: Study nursing in Germany!',
    '<Weather> Heavy snow in the north, take care',
    '‘NO RECALL’: The city said pork from a farm could be sold after tests',
    '· Shipyard gets a new owner\n· Measles reported in Texas\n· Football: striker from Portugal',
  ])('calls %j at the foot page furniture', (foot) => {
    const text = `${article}\n\n${foot}`
    expect(
      zonesOf(text).filter((zone) => zone.start > article.length && zone.kind !== 'chrome'),
    ).toEqual([])
  })

  it('keeps a last paragraph that goes on about the attack', () => {
    const text = `${article}\n\nIn Denmark the same hackers had broken into a ferry company in May.`
    expect(kindOf(text, 'In Denmark')).toBe('body')
  })

  it('finds captions, lists, tables, indicators and footnotes', () => {
    const text = `${article}

Photo: A server room

- one bullet that says something
- another bullet that says more

Period | Means | Zone
2022 | mail | Europe
2023 | worms | Asia

Indicators of compromise
evil[.]com
45.66.217[.]106

[1] See the communique of the ministry.`
    expect(kindOf(text, 'Photo')).toBe('caption')
    expect(kindOf(text, 'one bullet')).toBe('list')
    expect(kindOf(text, '2022 | mail')).toBe('table')
    expect(kindOf(text, 'evil[.]com')).toBe('indicators')
    expect(kindOf(text, '[1] See')).toBe('footnote')
  })

  it('joins lines that are merely wrapped', () => {
    const text =
      'Headline\n\nThe hackers of the group broke into the ministry and then\nthey stole letters of three officials and of a minister, who\nhad been warned.'
    expect(zonesOf(text)).toHaveLength(2)
  })

  const digest = `Weekly security digest no. 7

1. Sandworm switched off a substation in Ukraine.

2. Turla read the mail of a ministry in Germany.

3. Kimsuky wrote to professors in Seoul.

4. Volt Typhoon sat in a port on Guam.`

  it('numbers the stories of a digest', () => {
    expect(zonesOf(digest).map((zone) => zone.story)).toEqual([0, 1, 2, 3, 4])
  })

  it('keeps a report on one actor in one story, whatever its headings', () => {
    const text = `Sandworm in spring

1. Origins

Sandworm is a unit of the GRU.

2. Victims

Sandworm hit grid operators in Ukraine.

3. Tools

Sandworm used a wiper.`
    expect(new Set(zonesOf(text).map((zone) => zone.story))).toEqual(new Set([0]))
  })

  it('gives zones in order that do not overlap', () => {
    const zones = zonesOf(`${article}\n\n${digest}`)
    zones.forEach((zone, i) => expect(zone.start).toBeGreaterThanOrEqual(zones[i - 1]?.end ?? 0))
  })
})
