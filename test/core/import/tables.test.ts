import { parseCsv } from '@core/import/tables/parse-csv'
import { describe, expect, it } from 'vitest'
import { blocksOf, imported } from '../../support/import-here'

describe('parseCsv', () => {
  it.each([
    [
      'plain records',
      'a,b\r\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quotes, delimiters and breaks inside',
      '"a ""x"", y",b\n"c\nd",e',
      [
        ['a "x", y', 'b'],
        ['c\nd', 'e'],
      ],
    ],
    [
      'empty cells',
      'a,,\n,,b\n',
      [
        ['a', '', ''],
        ['', '', 'b'],
      ],
    ],
    [
      'empty lines',
      'a,b\n\n\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'words after a closing mark',
      '"a"x,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a mark that never closes', 'a,"b\nc,d', [['a', 'b\nc,d']]],
  ])('reads %s', (_, text, records) => {
    expect(parseCsv(text, ',')).toEqual(records)
  })

  it('stops after as many records as are asked for', () => {
    expect(parseCsv('a\nb\nc', ',', 2)).toEqual([['a'], ['b']])
  })
})

describe('the table format', () => {
  it('reads each record as a row', async () => {
    const { source, report } = await imported(
      'iocs 2024-06-25.csv',
      'type;value;comment\ndomain;bad.example;"C2, first"\nmd5;d41d8cd98f00b204e9800998ecf8427e;\n',
    )
    expect(report).toMatchObject({
      format: 'csv',
      published: '2024-06-25',
      title: 'iocs 2024-06-25',
    })
    expect(blocksOf({ source })).toEqual([
      ['title', 'iocs 2024-06-25'],
      ['table-row', 'type | value | comment'],
      ['table-row', 'domain | bad.example | C2, first'],
      ['table-row', 'md5 | d41d8cd98f00b204e9800998ecf8427e'],
    ])
  })

  it('knows a table without a name by its columns', async () => {
    expect((await imported('export', 'value,type\nbad.example,domain\n')).report.format).toBe('csv')
  })

  it.each([
    ['prose', 'The group, it is said, hit Poland.\nIt came back, later, with more.\n'],
    ['a list', 'bad.example\nworse.example\n'],
  ])('leaves %s to the text format', async (_, text) => {
    expect((await imported('notes', text)).report.format).toBe('text')
  })
})
