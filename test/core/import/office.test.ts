import { describe, expect, it } from 'vitest'
import { aDocx, aParagraph } from '../../support/a-docx'
import { aZip } from '../../support/a-zip'
import { blocksOf, imported } from '../../support/import-here'

const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const cell = (content: string) => `<w:tc>${content}</w:tc>`
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((text) => cell(aParagraph(text))).join('')}</w:tr>`

describe('the Word format', () => {
  it('reads title, headings, lists, tables and footnotes in order', async () => {
    const { source, report } = await imported(
      'report.docx',
      aDocx(
        aParagraph('Spies in the wires', style('Titel')) +
          aParagraph('25 June 2024') +
          aParagraph('Findings', style('Unter')) +
          aParagraph('The group entered two ministries.') +
          aParagraph('evil[.]example', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
          `<w:tbl>${row('Host', 'Use')}${row('bad[.]example', 'C2')}</w:tbl>`,
        {
          footnotes:
            `<w:footnote w:type="separator" w:id="0">${aParagraph('---')}</w:footnote>` +
            `<w:footnote w:id="1">${aParagraph('Seen by the vendor.', style('Normal'))}</w:footnote>`,
          core: '<dc:title>Another title here</dc:title><dc:creator>Jo Doe</dc:creator>',
          header: aParagraph('TLP:AMBER'),
        },
      ),
    )
    expect(blocksOf({ source })).toEqual([
      ['title', 'Spies in the wires'],
      ['paragraph', '25 June 2024'],
      ['heading', 'Findings'],
      ['paragraph', 'The group entered two ministries.'],
      ['list-item', 'evil[.]example'],
      ['table-row', 'Host | Use'],
      ['table-row', 'bad[.]example | C2'],
      ['footnote', 'Seen by the vendor.'],
    ])
    expect(report).toMatchObject({
      format: 'docx',
      title: 'Spies in the wires',
      author: 'Jo Doe',
      published: '2024-06-25',
      publishedFrom: 'dateline',
      tlp: 'TLP:AMBER',
    })
  })

  it('leaves out what was deleted, hidden or kept for old programs', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
    const { source } = await imported(
      'a.docx',
      aDocx(
        `<w:p>${run('APT28 ')}<w:del>${run('APT29 ')}</w:del><w:ins>${run('hit ')}</w:ins>${run('secretly ', '<w:vanish/>')}` +
          `<w:r><w:fldChar/><w:instrText>HYPERLINK x</w:instrText></w:r>${run('Poland')}<w:r><w:noBreakHyphen/></w:r>${run('1.')}</w:p>` +
          `<mc:AlternateContent><mc:Choice>${aParagraph('Kept once.')}</mc:Choice><mc:Fallback>${aParagraph('Kept once.')}</mc:Fallback></mc:AlternateContent>`,
      ),
    )
    expect(blocksOf({ source }).map(([, text]) => text)).toEqual([
      'APT28 hit Poland-1.',
      'Kept once.',
    ])
  })

  it('takes the words of a text box for a paragraph of their own', async () => {
    const { source } = await imported(
      'a.docx',
      aDocx(
        `<w:p><w:r><w:t>Before </w:t></w:r><w:r><w:pict><w:txbxContent>${aParagraph('In the box.')}</w:txbxContent></w:pict></w:r><w:r><w:t>after.</w:t></w:r></w:p>`,
      ),
    )
    expect(blocksOf({ source }).map(([, text]) => text)).toEqual(['In the box.', 'Before after.'])
  })

  it('reads a table that lays out the page as paragraphs, and a table in a cell as rows', async () => {
    const inner = `<w:tbl>${row('Name', 'Hash')}${row('a.exe', 'ffff')}</w:tbl>`
    const { source } = await imported(
      'a.docx',
      aDocx(
        `<w:tbl><w:tr>${cell(aParagraph('First.') + inner)}${cell(aParagraph(''))}</w:tr></w:tbl>`,
      ),
    )
    expect(blocksOf({ source })).toEqual([
      ['paragraph', 'First.'],
      ['table-row', 'Name | Hash'],
      ['table-row', 'a.exe | ffff'],
    ])
  })

  it('takes large type for headings where no style is used, and drops lines that come back on every page', async () => {
    const large = (text: string, size: number) =>
      `<w:p><w:r><w:rPr><w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const page = (n: number) =>
      aParagraph(`Body text number ${n} goes on for a while and ends here.`) +
      aParagraph('CERT | POLICE') +
      `<w:p><w:pPr><w:sectPr/></w:pPr></w:p>`
    const { source, report } = await imported(
      'a.docx',
      aDocx(
        large('JOINT', 50) +
          large('A long title of this report', 40) +
          Array.from({ length: 8 }, (_, n) => page(n)).join(''),
      ),
    )
    expect(report.title).toBe('A long title of this report')
    expect(source.text).not.toContain('CERT | POLICE')
    expect(source.text.match(/Body text number/g)).toHaveLength(8)
  })

  it('does not follow styles that go in circles, nor entities of a document type', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    const { source } = await imported(
      'a.docx',
      aDocx(`${bomb}${aParagraph('Seen &amp; heard &b; &#x41;.', style('Kreis'))}`),
    )
    expect(source.text).toBe('Seen & heard &b; A.')
  })
})

describe('the OpenDocument format', () => {
  const content = `<office:document-content><office:body><office:text>
    <text:tracked-changes><text:p>Deleted words.</text:p></text:tracked-changes>
    <text:p text:style-name="Title">Spies in the wires</text:p>
    <text:h text:outline-level="1">Findings</text:h>
    <text:p>The group<text:s/>entered<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Says the vendor.</text:p></text:note-body></text:note> two ministries.<office:annotation><text:p>A comment.</text:p></office:annotation></text:p>
    <text:list><text:list-item><text:p>evil[.]example</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell><text:p>Host</text:p></table:table-cell><table:table-cell><text:p>Use</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>`
  const anOdt = (...more: Parameters<typeof aZip>[0]) =>
    aZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
      { name: 'content.xml', content },
      ...more,
    ])

  it('reads text, lists, tables and notes, without comments and deletions', async () => {
    const { source, report } = await imported(
      'a.odt',
      anOdt({
        name: 'meta.xml',
        content:
          '<office:meta><dc:title>X</dc:title><meta:initial-creator>Jo Doe</meta:initial-creator><meta:creation-date>2024-06-25T10:00:00</meta:creation-date></office:meta>',
      }),
    )
    expect(blocksOf({ source })).toEqual([
      ['title', 'Spies in the wires'],
      ['heading', 'Findings'],
      ['paragraph', 'The group entered two ministries.'],
      ['list-item', 'evil[.]example'],
      ['table-row', 'Host | Use'],
      ['footnote', 'Says the vendor.'],
    ])
    expect(report).toMatchObject({
      format: 'odt',
      author: 'Jo Doe',
      published: '2024-06-25',
      publishedFrom: 'document properties',
    })
  })
})

describe('the Rich Text format', () => {
  it('reads text, code pages, Unicode, tables and footnotes', async () => {
    const { source, report } = await imported(
      'a.rtf',
      String.raw`{\rtf1\ansi\ansicpg1251\uc1{\fonttbl{\f0 Arial;}}{\info{\title Spies in the wires}{\author Jo Doe}}{\*\generator Word}
{\pard\fs40\b A title of this report\par}
\pard\fs22 The \'c3\'f0\'f3\'ef\'ef\'e0 entered \u321?\'f3d\u378?.{\footnote Says the vendor.}\par
\trowd\intbl Host\cell Use\cell\row
\pard {\*\bkmkstart x}Braces \{ and \\ stay; {\v hidden}done\par}`,
    )
    expect(blocksOf({ source })).toEqual([
      ['title', 'A title of this report'],
      ['paragraph', 'The Группа entered Łуdź.'],
      ['table-row', 'Host | Use'],
      ['paragraph', 'Braces { and \\ stay; done'],
      ['footnote', 'Says the vendor.'],
    ])
    expect(report).toMatchObject({ format: 'rtf', author: 'Jo Doe' })
  })

  it('takes groups without end in its stride', async () => {
    const { source } = await imported('a.rtf', `{\\rtf1 ${'{'.repeat(200_000)}APT28 was here.`)
    expect(source.text).toBe('APT28 was here.')
  })
})
