import { describe, expect, it } from 'vitest'
import { KnowledgeError, byKey, numberIn, oneOf, parseTable } from '@core/knowledge/parse-table'

const header = '# gnomon-table 1\n# title: T\n# origin: O\n# licence: L\n# date: 2026-01-02\n'
const parse = (text: string) => parseTable('tactics', text, ['id', 'names'])

function fault(text: string): { line: number; reason: string } {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof KnowledgeError) return { line: error.line, reason: error.reason }
    throw error
  }
  throw new Error('no fault was found')
}

describe('parseTable', () => {
  it('reads header, cells and lists', () => {
    const table = parse(`${header}id\tnames\nx\ta|b\ny\t\n`)
    expect(table.header).toEqual({ title: 'T', origin: 'O', licence: 'L', date: '2026-01-02' })
    expect(table.rows.map((row) => [row.line, row.cell('id'), row.list('names')])).toEqual([
      [7, 'x', ['a', 'b']],
      [8, 'y', []],
    ])
  })

  it('takes Windows line ends', () => {
    expect(
      parse(`${header}id\tnames\nx\ta|b\n`.replaceAll('\n', '\r\n')).rows[0]?.list('names'),
    ).toEqual(['a', 'b'])
  })

  it.each([
    ['a missing first line', 'id\tnames\n', 1, /does not begin/],
    ['a broken header line', '# gnomon-table 1\n#title T\n', 2, /not a "# field: value"/],
    [
      'a missing licence',
      header.replace('# licence: L\n', '') + 'id\tnames\n',
      4,
      /lacks "licence"/,
    ],
    [
      'a date in another form',
      header.replace('2026-01-02', '2 Jan') + 'id\tnames\n',
      5,
      /YYYY-MM-DD/,
    ],
    ['other columns', `${header}names\tid\n`, 6, /columns are not id, names/],
    ['a row with too few cells', `${header}id\tnames\nx\ty\nz\n`, 8, /has 1 cells, not 2/],
    ['an empty file', '', 1, /does not begin/],
  ])('names the line of %s', (_, text, line, reason) => {
    expect(fault(text).line).toBe(line)
    expect(fault(text).reason).toMatch(reason)
  })

  it('names table and line in the message', () => {
    expect(() => parse(`${header}id\tnames\nx\n`)).toThrow(
      'knowledge table "tactics", line 7: has 1 cells, not 2',
    )
  })
})

describe('row readers', () => {
  const { rows } = parse(`${header}id\tnames\nx\t7\nx\tmany\n\t8\n`)
  it('refuse a key that stands twice', () => {
    expect(() => byKey(rows, 'id', (row) => row.line)).toThrow('line 8: "x" stands twice')
  })
  it('refuse an empty key', () => {
    expect(() => byKey(rows.slice(2), 'id', (row) => row.line)).toThrow('line 9: "id" is empty')
  })
  it('refuse what is not on the list', () => {
    const [row] = rows
    expect(row && oneOf(row, 'names', ['7', '8'])).toBe('7')
    expect(() => row && oneOf(row, 'names', ['9'])).toThrow('"names" is "7", not one of 9')
  })
  it('refuse what is not a number', () => {
    expect(numberIn(rows[0]!, 'names')).toBe(7)
    expect(() => numberIn(rows[1]!, 'names')).toThrow('"names" is not a number')
  })
})
