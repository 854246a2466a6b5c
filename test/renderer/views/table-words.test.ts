import { describe, expect, it } from 'vitest'
import { fileNameFor } from '../../../src-renderer/views/brief/file-name'
import { saveWords } from '../../../src-renderer/views/brief/save-words'
import { periodCell } from '../../../src-renderer/views/links/sort-links'
import { sizeWords } from '../../../src-renderer/views/reports/report-words'
import { sortReports } from '../../../src-renderer/views/reports/sort-reports'
import { aCaseReport } from '../../support/a-case-report'

describe('a report’s size', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 KB'],
    [999_499, '999 KB'],
    [999_500, '1.0 MB'],
    [2_340_000, '2.3 MB'],
    [60_000_000, '60 MB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words)
  })
})

describe('a link’s time', () => {
  it.each([
    [undefined, ''],
    [{ from: '2023-11' }, '2023-11'],
    [{ to: '2024' }, '2024'],
    [{ from: '2023-11', to: '2024-04' }, '2023 – 2024'],
    [{ from: '2023-03', to: '2023-09' }, '2023'],
    [{ from: '2023', to: '2023' }, '2023'],
  ])('%j reads "%s"', (period, words) => {
    expect(periodCell(period ? { period } : {})).toBe(words)
  })
})

describe('the brief’s file name', () => {
  it.each([
    ['Flax Typhoon / RedJuliett: who?', 'Flax-Typhoon-RedJuliett-who'],
    ['賴清德 與 Gnomon', '賴清德-與-Gnomon'],
    ['../..', 'brief'],
    ['𠮷'.repeat(100), '𠮷'.repeat(60)],
  ])('of %j is %s', (title, name) => {
    expect(fileNameFor(title)).toBe(name)
  })
})

describe('saving', () => {
  it('says where it went, what failed and what was kept, and nothing of a cancel', () => {
    expect(saveWords({ status: 'saved', path: '/home/a/x.pdf' }, 'x.pdf')).toBe(
      'Saved /home/a/x.pdf',
    )
    expect(saveWords({ status: 'failed', detail: 'disk full' }, 'x.pdf')).toContain('disk full')
    expect(saveWords({ status: 'cancelled' }, 'x.pdf')).toBeUndefined()
  })
})

describe('sortReports', () => {
  const reports = [
    aCaseReport({ number: 1, title: 'b', published: '2024-01-01' }),
    aCaseReport({ number: 2, title: 'a' }),
    aCaseReport({ number: 3, title: 'Report 10', published: '2023-01-01' }),
    aCaseReport({ number: 4, title: 'Report 9', published: '2023-01-01' }),
  ]
  const titles = (column: string, descending: boolean) =>
    sortReports(reports, { column, descending }).map(({ title }) => title)
  it('puts what has no value last either way, and equals by title', () => {
    expect(titles('published', true)).toEqual(['b', 'Report 9', 'Report 10', 'a'])
    expect(titles('published', false)).toEqual(['Report 9', 'Report 10', 'b', 'a'])
  })
  it('sorts numbers in titles as numbers', () => {
    expect(titles('title', false)).toEqual(['a', 'b', 'Report 9', 'Report 10'])
  })
  it('leaves the list it was given alone', () => {
    expect(reports[0]?.title).toBe('b')
  })
})
