import { indicatorTable, linkTable, victimTable } from '@core/exchange/case-tables'
import { csvText } from '@core/exchange/csv'
import { defanged } from '@core/exchange/defang'
import { selectForExport } from '@core/exchange/select-for-export'
import { entityId } from '@core/model/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleMaterial, richCase } from './an-export'

/** RFC 4180, read as a spreadsheet would. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error(`Not CSV at ${cell.lastIndex}`)
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('csvText', () => {
  it('comes back cell by cell, but for the apostrophe before what looks like a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 }),
        (rows) => {
          const back = parseCsv(csvText(rows))
          expect(
            back.map((row) =>
              row.map((cell) =>
                cell.replace(
                  /^'(?=[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/,
                  '',
                ),
              ),
            ),
          ).toEqual(
            rows.map((row) =>
              row.map((cell) =>
                cell.replace(
                  /^'(?=[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/,
                  '',
                ),
              ),
            ),
          )
        },
      ),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '\u0000=1'])(
    'keeps %j from being run',
    (cell) => {
      expect(parseCsv(csvText([[cell]]))[0]![0]!.startsWith("'")).toBe(true)
    },
  )

  it('leaves numbers and plain words as they are', () => {
    expect(csvText([['a', 1, -0.5, true, 'b,c', 'say "x"']])).toBe(
      'a,1,-0.5,true,"b,c","say ""x"""\r\n',
    )
  })
})

describe('tables of a case', () => {
  it('have as many cells in each row as in the heading', () => {
    const material = { ...exampleMaterial(), view: richCase() }
    for (const table of [linkTable(material), victimTable(material), indicatorTable(material)]) {
      expect(table.length).toBeGreaterThan(2)
      for (const row of table) expect(row).toHaveLength(table[0]!.length)
    }
  })

  it('say of a link how far, in which words and where', () => {
    const rows = linkTable(exampleMaterial())
    const breach = rows.find((row) => row.includes('compromised'))
    expect(breach).toEqual(
      expect.arrayContaining([
        'Grey Lantern',
        'targets',
        'Taiwan',
        'Grey Lantern breached ministries in Taiwan.',
        '1'.repeat(64),
        0,
        43,
      ]),
    )
    expect(rows.filter((row) => row.includes('denied'))).toHaveLength(1)
  })

  it('give indicators plain and defanged', () => {
    const rows = indicatorTable({ ...exampleMaterial(), view: richCase() })
    expect(rows.find((row) => row[0] === 'evil.example')).toEqual(
      expect.arrayContaining(['evil[.]example', 'domain', 'A actor, “quoted” & <marked>']),
    )
  })
})

describe('defanged', () => {
  it.each([
    ['https://evil.example/a.b?c=d.e', 'url', 'hxxps://evil[.]example/a.b?c=d.e'],
    ['10.0.0.1', 'ipv4', '10[.]0[.]0[.]1'],
    ['2001:db8::1', 'ipv6', '2001[:]db8[:][:]1'],
    ['a@evil.example', 'email', 'a[@]evil[.]example'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'md5', 'd41d8cd98f00b204e9800998ecf8427e'],
  ])('writes %s (%s) as %s', (value, subtype, expected) => {
    expect(defanged(value, subtype)).toBe(expected)
  })
})

describe('selectForExport', () => {
  const { view } = exampleMaterial()

  it('gives the whole case where nothing narrows it', () => {
    expect(selectForExport(view, {})).toBe(view)
  })

  it('keeps what passes the filters, with both its ends and its reports', () => {
    const part = selectForExport(view, { filters: { predicates: ['uses'] } })
    expect([...part.links.values()].map(({ predicate }) => predicate)).toEqual(['uses'])
    expect([...part.entities.keys()].toSorted()).toEqual([
      'actor:grey-lantern',
      'malware:lampblack',
    ])
    expect(part.reports.size).toBe(1)
    expect(part.counts).toEqual({ reports: 1, links: 1, unreviewed: 1, rejected: 0 })
  })

  it('keeps what touches one thing, and the thing itself', () => {
    const part = selectForExport(view, { focus: entityId('country', 'KE') })
    expect(part.links.size).toBe(1)
    expect(part.entities.has(entityId('country', 'KE'))).toBe(true)
    expect(selectForExport(view, { focus: entityId('sector', 'government') }).entities.size).toBe(1)
  })
})
