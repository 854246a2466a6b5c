import { describe, expect, it } from 'vitest'
import { aPdf, type PdfRun } from '../../support/a-pdf'
import { blocksOf, imported } from '../../support/import-here'

/** Lines set one under another, 12 points apart. */
function lines(texts: readonly string[], x = 72, top = 700, more: Partial<PdfRun> = {}): PdfRun[] {
  return texts.map((text, i) => ({ text, x, y: top - 12 * i, ...more }))
}

describe('the PDF format', () => {
  it('joins lines to paragraphs and hyphenated words to one', async () => {
    const { source } = await imported(
      'a.pdf',
      aPdf([
        [
          ...lines([
            'The group has been seen in networks of ministries since at least the spring of 2021, and its infor-',
            'mation thefts went on for two years. A state-sponsored group of this kind seldom stops, and a state-',
            'sponsored one least of all.',
          ]),
          ...lines(['A second paragraph begins below a gap.'], 72, 640),
        ],
      ]),
    )
    expect(blocksOf({ source })).toEqual([
      [
        'paragraph',
        'The group has been seen in networks of ministries since at least the spring of 2021, and its information thefts went on for two years. A state-sponsored group of this kind seldom stops, and a state-sponsored one least of all.',
      ],
      ['paragraph', 'A second paragraph begins below a gap.'],
    ])
  })

  it('reads the left column before the right one, whatever the drawing order', async () => {
    const left = [
      'Left one is a line of words here',
      'left two is a line of words here',
      'left three is a line of words to',
      'left four is a line of words now',
      'left five ends it all right here.',
    ]
    const right = left.map((text) => text.replace('Left', 'Right').replace('left', 'right'))
    const { source } = await imported(
      'a.pdf',
      aPdf([
        [
          ...lines(['A headline over both of the columns of this page, set across'], 72, 740, {
            size: 14,
          }),
          ...lines(right, 320),
          ...lines(left),
        ],
      ]),
    )
    expect(blocksOf({ source }).map(([, text]) => text)).toEqual([
      'A headline over both of the columns of this page, set across',
      left.join(' '),
      right.join(' '),
    ])
  })

  it('reads a table row by row, cells that run over lines too', async () => {
    const { source } = await imported(
      'a.pdf',
      aPdf([
        [
          ...lines(
            ['The following hosts were used by the group in the campaign that is described above.'],
            72,
            740,
          ),
          ...lines(['Type', 'domain', 'file'], 72, 700).map((run, i) => ({
            ...run,
            y: 700 - 30 * i,
          })),
          ...lines(['Value', 'evil[.]example', 'a dropper that is started at'], 200, 700).map(
            (run, i) => ({ ...run, y: 700 - 30 * i }),
          ),
          ...lines(['every start of the machine'], 200, 628),
        ],
      ]),
    )
    expect(blocksOf({ source }).slice(1)).toEqual([
      ['table-row', 'Type | Value'],
      ['table-row', 'domain | evil[.]example'],
      ['table-row', 'file | a dropper that is started at every start of the machine'],
    ])
  })

  it('puts a hash together that a narrow column broke', async () => {
    const { source } = await imported(
      'a.pdf',
      aPdf([lines(['5d41402abc4b2a76b9719d911017c592ae1f', '3c0b9f4e2d7a'.repeat(2) + '5e6f'])]),
    )
    expect(source.text).toMatch(/^[0-9a-f]{64}$/)
  })

  it('drops what repeats in the margins and keeps its marking', async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      ...lines(['TLP:AMBER+STRICT  Example Watch'], 72, 770),
      ...lines(
        [`Words of page ${['one', 'two', 'three', 'four'][number - 1] ?? ''} are in the middle.`],
        72,
        500,
      ),
      ...lines([`Page ${number} of 4`], 280, 30),
    ])
    const { source, report } = await imported('a.pdf', aPdf(pages))
    expect(source.text).toBe(
      ['one', 'two', 'three', 'four']
        .map((word) => `Words of page ${word} are in the middle.`)
        .join('\n\n'),
    )
    expect(report.tlp).toBe('TLP:AMBER+STRICT')
  })

  it('knows the page of every part, and joins a sentence that runs over a page', async () => {
    const long =
      'The group entered networks of the ministry of foreign affairs in the capital city and then'
    const { source, report } = await imported(
      'a.pdf',
      aPdf([lines([long, long.toLowerCase()]), lines(['stayed there for months.'])]),
    )
    expect(report.pageCount).toBe(2)
    expect(source.text).toBe(`${long} ${long.toLowerCase()} stayed there for months.`)
    expect(
      source.pages.map(({ number, start, end }) => [number, source.text.slice(start, end)]),
    ).toEqual([
      [1, `${long} ${long.toLowerCase()}`],
      [2, ' stayed there for months.'],
    ])
  })

  it('tells title, headings, items and code apart', async () => {
    const { source, report } = await imported(
      'a.pdf',
      aPdf([
        [
          { text: 'Spies in the wires', x: 72, y: 740, size: 24 },
          { text: 'Key findings', x: 72, y: 700, font: 'bold' },
          ...lines(
            [
              'The group was seen in three countries of the region, and in each it stole from one ministry.',
              'It used two tools.',
            ],
            72,
            684,
          ),
          ...lines(['\x95 First item of it', '\x95 Second item of it'], 72, 640),
          { text: 'rule one {', x: 72, y: 600, font: 'mono' },
          { text: 'condition: true }', x: 72, y: 588, font: 'mono' },
        ],
      ]),
    )
    expect(report.title).toBe('Spies in the wires')
    expect(blocksOf({ source })).toEqual([
      ['title', 'Spies in the wires'],
      ['heading', 'Key findings'],
      [
        'paragraph',
        'The group was seen in three countries of the region, and in each it stole from one ministry. It used two tools.',
      ],
      ['list-item', '• First item of it'],
      ['list-item', '• Second item of it'],
      ['preformatted', 'rule one {\ncondition: true }'],
    ])
  })

  it('reads Chinese text whose font is not in the file', async () => {
    const { source, report } = await imported(
      'a.pdf',
      aPdf([
        [
          {
            text: '台灣總統賴清德在台北發表演說，談到網路攻擊與資訊安全。',
            x: 72,
            y: 700,
            font: 'chinese',
          },
        ],
      ]),
    )
    expect(source.text).toBe('台灣總統賴清德在台北發表演說，談到網路攻擊與資訊安全。')
    expect(report.language).toBe('zh')
  })

  it('takes date and title from the file information where the text has none', async () => {
    const { report } = await imported(
      'a.pdf',
      aPdf([lines(['Words that say nothing of any date.'])], {
        info: { Title: 'A report on spies', CreationDate: 'D:20230405060708Z', Author: 'Jo' },
      }),
    )
    expect(report).toMatchObject({
      title: 'A report on spies',
      author: 'Jo',
      published: '2023-04-05',
      publishedFrom: 'PDF information',
    })
  })

  it('does not take the name of a program for a title', async () => {
    const { report } = await imported(
      '2021-02-03_spies.pdf',
      aPdf([lines(['Words that say nothing of any date.'])], {
        info: { Title: 'Microsoft Word - draft.docx' },
      }),
    )
    expect(report).toMatchObject({
      title: '2021-02-03 spies',
      published: '2021-02-03',
      publishedFrom: 'file name',
    })
  })
})
