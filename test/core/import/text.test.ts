import { describe, expect, it } from 'vitest'
import { blocksOf, imported } from '../../support/import-here'

describe('the text format', () => {
  it('takes an empty line for the end of a paragraph and a line for a paragraph where lines are long', async () => {
    const long =
      'This line is far longer than any that a mail program would wrap, so that it is a paragraph of its own and ends here.'
    const { source } = await imported('a.txt', `${long}\n${long}\n\nAnother one ends here.\n`)
    expect(blocksOf({ source })).toEqual([
      ['paragraph', long],
      ['paragraph', long],
      ['paragraph', 'Another one ends here.'],
    ])
  })

  it('joins the lines of a hard-wrapped paragraph in one block', async () => {
    const text =
      'The group entered the networks of two ministries in the spring of\r\n2021 and stayed there for at least eighteen months, researchers said.\r\nIt was last seen in June.'
    const { source } = await imported('a.txt', text)
    expect(source.text).toBe(text)
    expect(blocksOf({ source })).toEqual([['paragraph', text]])
  })

  it('tells title, headings, items and rows apart', async () => {
    const { source, report } = await imported(
      'a.txt',
      'Spies in the wires\n\n25 June 2024\n\nA paragraph tells of it.\n\nINDICATORS\n- evil[.]example\n- bad[.]example\n\nhost\tuse\n',
    )
    expect(blocksOf({ source })).toEqual([
      ['title', 'Spies in the wires'],
      ['heading', '25 June 2024'],
      ['paragraph', 'A paragraph tells of it.'],
      ['heading', 'INDICATORS'],
      ['list-item', '- evil[.]example'],
      ['list-item', '- bad[.]example'],
      ['table-row', 'host\tuse'],
    ])
    expect(report).toMatchObject({
      title: 'Spies in the wires',
      published: '2024-06-25',
      publishedFrom: 'dateline',
    })
  })

  it('stays plain text though it looks like Markdown', async () => {
    const { report, source } = await imported(
      'a.txt',
      '# Head\n\n**bold** [x](http://a.example)\n\n## Head',
    )
    expect(report.format).toBe('text')
    expect(source.text).toContain('**bold**')
  })

  it.each([
    ['June 25, 2024', '2024-06-25'],
    ['Published: 25 June 2024 | 4 min read', '2024-06-25'],
    ['By Jo Doe · Jun 25th, 2024', '2024-06-25'],
    ['LONDON, June 25, 2024 – A group entered networks of two ministries.', '2024-06-25'],
    ['Tuesday, 25 June 2024', '2024-06-25'],
    ['Spies in the wires (2024-06-25)', '2024-06-25'],
    ['Last updated 2 July 2024\n\nReleased on June 25, 2024', '2024-06-25'],
    ['2024年6月25日', '2024-06-25'],
    ['In a report of June 25, 2024 researchers wrote of two ministries.', undefined],
    ['June 25, 2024 was the day on which the group was seen first.', undefined],
    ['2024-06-25 10:12 UTC', '2024-06-25'],
    ['June 31, 2024', undefined],
    ['06/07/2024', undefined],
  ])('reads the dateline of %j', async (line, published) => {
    const { report } = await imported('a.txt', `Some words.\n\n${line}\n\nMore words.`)
    expect(report.published).toBe(published)
  })

  it.each([
    ['The group was seen in networks that were used by the ministry.', 'en'],
    ['Die Gruppe wurde in den Netzen der Behörde gesehen und ist nicht von dort.', 'de'],
    ['Le groupe a été vu dans les réseaux des ministères et une enquête est en cours.', 'fr'],
    ['Группа атаковала сети министерства.', 'ru'],
    ['Угруповання атакувало мережі міністерства оборони України, повідомили її фахівці.', 'uk'],
    ['這個組織攻擊了政府機關。', 'zh'],
    ['このグループは政府機関を攻撃した。', 'ja'],
    ['1.2.3.4', 'und'],
  ])('names the language of %j', async (text, language) => {
    expect((await imported('a.txt', text)).report.language).toBe(language)
  })

  it.each([
    ['TLP:WHITE', 'TLP:CLEAR'],
    ['TLP: AMBER+STRICT', 'TLP:AMBER+STRICT'],
    ['tlp:green', 'TLP:GREEN'],
    ['TLPX:RED', undefined],
  ])('reads the marking %s', async (text, tlp) => {
    expect((await imported('a.txt', `${text} and words`)).report.tlp).toBe(tlp)
  })
})

describe('the Markdown format', () => {
  it('stores what a reader sees', async () => {
    const { source, report } = await imported(
      'note.md',
      `---
title: Spies in the wires
date: 2024-06-25
author: Jo Doe
---
# Spies in the wires

**APT28** entered [two ministries](https://news.example/a_b(c)), *reportedly* with \`X-Agent\`
and hxxp://a_b_c[.]example/_x_.

* first item
  that goes on
1. second item

| host | use |
|------|-----|
| evil[.]example | **C2** |

> A quotation
> in two lines.

\`\`\`
rule x { **kept** }
\`\`\`

Sub
---
![a picture](x.png) and snake_case_name[^1]

[^1]: A note.
`,
    )
    expect(blocksOf({ source })).toEqual([
      ['title', 'Spies in the wires'],
      [
        'paragraph',
        'APT28 entered two ministries, reportedly with X-Agent and hxxp://a_b_c[.]example/_x_.',
      ],
      ['list-item', 'first item that goes on'],
      ['list-item', 'second item'],
      ['table-row', 'host | use'],
      ['table-row', 'evil[.]example | C2'],
      ['quotation', 'A quotation in two lines.'],
      ['preformatted', 'rule x { **kept** }'],
      ['heading', 'Sub'],
      ['paragraph', 'a picture and snake_case_name'],
      ['footnote', 'A note.'],
    ])
    expect(report).toMatchObject({
      format: 'markdown',
      published: '2024-06-25',
      author: 'Jo Doe',
      publishedFrom: 'front matter',
    })
  })

  it('is recognised by its structure where the name says nothing', async () => {
    const { report } = await imported('note', '# Head\n\nWords with **weight**.\n\n## More\n')
    expect(report.format).toBe('markdown')
  })
})
