import { readPaperTable } from '@core/import/office/paper-table'
import type { CellPlace, TableCell } from '@core/import/office/document-blocks'
import { describe, expect, it } from 'vitest'

const cell = (text: string, place: Partial<CellPlace> = {}): TableCell => ({
  blocks: text === '' ? [] : [{ kind: 'paragraph', text, size: 10 }],
  place: { span: 1, ...place },
})
const empty = (place: Partial<CellPlace> = {}) => cell('', place)
/** Two columns of three grid columns each, the first ruled at its right. */
const line = (left: TableCell, ...right: readonly TableCell[]) => [left, ...right]
const rule = () =>
  [0, 1, 2, 3, 4, 5].map((i) => empty({ bottom: true, ...(i === 2 && { right: true }) }))
const left = (text: string) => cell(text, { span: 3, right: true })

describe('readPaperTable', () => {
  it('puts printed lines and runs of type together as the rules part them', () => {
    const rows = [
      line(left('Technique'), cell('Use', { span: 3 })),
      rule(),
      line(
        left('Process'),
        cell('The group called', { merge: 'restart' }),
        empty(),
        cell('to list', { merge: 'restart' }),
      ),
      line(left(''), empty({ merge: 'continue' }), cell('GetList'), empty({ merge: 'continue' })),
      line(left('Discovery [T1057]'), cell('processes.', { span: 3 })),
      line(left(''), empty(), empty(), empty()),
      rule(),
    ]
    expect(readPaperTable(rows)).toEqual([
      ['Technique', 'Use'],
      ['Process Discovery [T1057]', 'The group called GetList to list processes.'],
    ])
  })

  it('leaves a table alone whose cells are mostly filled, or that has no rules of its own', () => {
    const plain = Array.from({ length: 8 }, () => [cell('a'), cell('b')])
    expect(readPaperTable(plain)).toBeUndefined()
    const unruled = Array.from({ length: 8 }, () => [cell('a'), empty(), empty(), empty()])
    expect(readPaperTable(unruled)).toBeUndefined()
    expect(readPaperTable([])).toBeUndefined()
  })
})
