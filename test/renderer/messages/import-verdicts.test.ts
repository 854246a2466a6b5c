import { describe, expect, it } from 'vitest'
import { reason, verdictsCsv } from '../../../src-renderer/messages/import-verdicts'

describe('verdictsCsv', () => {
  it('gives every file a line with its verdict and why', () => {
    const csv = verdictsCsv([
      { name: 'stick/a.pdf', size: 10, state: 'read', linkCount: 3, reportId: 'ff' },
      {
        name: 'stick/scan.pdf',
        size: 20,
        state: 'failed',
        failure: { code: 'no-text-layer', pageCount: 31 },
      },
      { name: '=cmd.txt', size: 1, state: 'cancelled' },
    ])
    expect(csv.split('\r\n').slice(1)).toEqual([
      'stick/a.pdf,10,read,,3,,ff',
      'stick/scan.pdf,20,not read,"No text layer, 31 pages.",,,',
      "'=cmd.txt,1,cancelled,,,,",
      '',
    ])
  })
})

describe('reason', () => {
  it('says why, once, with a capital', () => {
    expect(reason({ code: 'encrypted' }, 'a.pdf')).toBe('It is encrypted.')
  })
})
