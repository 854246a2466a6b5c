import type { Matrix, MatrixHead } from '@core/matrix/matrix-model'
import { marks } from '@core/graph/marks'
import type { LinkId } from '@core/model/ids'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { useSelection } from '../../state/selection'
import { CellMark, cellWords } from './cell-mark'
import classes from './matrix.module.css'

export interface MatrixGridProps {
  readonly model: Matrix
  readonly onOpen: () => void
}

interface Place {
  readonly row: number
  readonly column: number
}

const size = 26
const nameWidth = 196
const sumWidth = 34
const left = nameWidth + sumWidth
const top = 132

/** Rows and columns of any number: only the cells on the screen are in the page. */
export function MatrixGrid({ model, onOpen }: MatrixGridProps) {
  const { rows, columns, cells } = model
  const scroller = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const [active, setActive] = useState<Place>()
  const links = useSelection((state) => state.links)
  const entities = useSelection((state) => state.entities)
  const { select } = useSelection.getState()
  const chosen = useMemo(() => new Set<LinkId>(links), [links])
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 6,
    paddingStart: top,
    scrollPaddingStart: top,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    overscan: 6,
    paddingStart: left,
    paddingEnd: 96,
    scrollPaddingStart: left,
  })
  const at = active && {
    row: Math.min(active.row, rows.length - 1),
    column: Math.min(active.column, columns.length - 1),
  }
  useEffect(() => {
    if (!active) return
    down.scrollToIndex(active.row, { align: 'auto' })
    across.scrollToIndex(active.column, { align: 'auto' })
  }, [active, down, across])

  const go = (place: Place) => {
    setActive(place)
    const cell = cells[place.row]?.get(place.column)
    if (cell) select({ links: cell.links })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = stepped(event.key, at ?? { row: -1, column: 0 }, rows.length, columns.length)
    if (next) go(next)
    else if (event.key === 'Enter' && event.target === event.currentTarget) onOpen()
    else return
    event.preventDefault()
  }
  const chooseHead = (head: MatrixHead, event: MouseEvent) =>
    select(
      { entities: head.entities },
      { additive: event.ctrlKey || event.metaKey || event.shiftKey },
    )
  const isHeadChosen = (head: MatrixHead) => head.entities.every((id) => entities.includes(id))
  const shownRows = down.getVirtualItems()
  const shownColumns = across.getVirtualItems()
  const isActiveShown =
    at !== undefined &&
    shownRows.some(({ index }) => index === at.row) &&
    shownColumns.some(({ index }) => index === at.column)

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label="Actors by victims"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      tabIndex={0}
      {...(isActiveShown ? { 'aria-activedescendant': `${gridId}-${at.row}-${at.column}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div
        className={classes.body}
        style={{ width: across.getTotalSize(), height: down.getTotalSize() + 8 }}
      >
        <div className={classes.columnHeads} role="row" aria-rowindex={1} style={{ height: top }}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={classes.corner}
            style={{ width: left, height: top }}
          >
            <span>Actors</span>
            <span title="Victims of the actor, denials left out">Sum</span>
          </div>
          {shownColumns.map(({ index, start }) => {
            const head = columns[index]
            return (
              head && (
                <div
                  key={head.id}
                  role="columnheader"
                  aria-colindex={index + 2}
                  className={classes.columnHead}
                  data-chosen={isHeadChosen(head)}
                  data-active={at?.column === index}
                  style={{ left: start, width: size, height: top }}
                >
                  <button
                    type="button"
                    className={classes.columnName}
                    tabIndex={-1}
                    aria-pressed={isHeadChosen(head)}
                    title={`${marks[head.mark].label}: ${head.label}; ${head.filled} actors, ${head.compromised} of them compromised it`}
                    onClick={(event) => chooseHead(head, event)}
                  >
                    <EntityMark kind={head.mark} size={11} />
                    <bdi>{head.label}</bdi>
                  </button>
                  <span className={classes.columnSum}>{head.filled}</span>
                </div>
              )
            )
          })}
        </div>
        {shownRows.map(({ index: row, start }) => {
          const head = rows[row]
          if (!head) return null
          return (
            <div
              key={head.id}
              role="row"
              aria-rowindex={row + 2}
              className={classes.row}
              data-active={at?.row === row}
              style={{ top: start, height: size }}
            >
              <div
                role="rowheader"
                aria-colindex={1}
                className={classes.rowHead}
                data-chosen={isHeadChosen(head)}
                style={{ width: left }}
              >
                <button
                  type="button"
                  className={classes.rowName}
                  tabIndex={-1}
                  aria-pressed={isHeadChosen(head)}
                  title={`${head.label}; ${head.filled} victims, ${head.compromised} of them compromised`}
                  onClick={(event) => chooseHead(head, event)}
                >
                  <EntityMark kind={head.mark} size={12} label={marks[head.mark].label} />
                  <bdi>{head.label}</bdi>
                </button>
                <span className={classes.rowSum}>{head.filled}</span>
              </div>
              {shownColumns.map(({ index: column, start: x }) => {
                const cell = cells[row]?.get(column)
                const isActive = at?.row === row && at.column === column
                return (
                  <div
                    key={column}
                    id={`${gridId}-${row}-${column}`}
                    role="gridcell"
                    aria-colindex={column + 2}
                    aria-selected={isActive}
                    className={classes.cell}
                    data-active={isActive}
                    data-chosen={cell?.links.some((id) => chosen.has(id)) === true}
                    style={{ left: x, width: size, height: size }}
                    {...(cell
                      ? {
                          'aria-label': cellWords(cell, head.label, columns[column]?.label ?? ''),
                          title: cellWords(cell, head.label, columns[column]?.label ?? ''),
                          onClick: () => go({ row, column }),
                          onDoubleClick: onOpen,
                        }
                      : {
                          'aria-label': `${head.label}, ${columns[column]?.label ?? ''}: nothing`,
                        })}
                  >
                    {cell && <CellMark cell={cell} />}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The cell that a key leads to. */
function stepped(
  key: string,
  { row, column }: Place,
  rows: number,
  columns: number,
): Place | undefined {
  const inside = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return { row: inside(row + 1, rows), column }
    case 'ArrowUp':
    case 'k':
      return { row: inside(row - 1, rows), column }
    case 'ArrowRight':
    case 'l':
      return { row: inside(row, rows), column: inside(column + 1, columns) }
    case 'ArrowLeft':
    case 'h':
      return { row: inside(row, rows), column: inside(column - 1, columns) }
    case 'PageDown':
      return { row: inside(row + 12, rows), column }
    case 'PageUp':
      return { row: inside(row - 12, rows), column }
    case 'Home':
      return { row: inside(row, rows), column: 0 }
    case 'End':
      return { row: inside(row, rows), column: columns - 1 }
    default:
      return undefined
  }
}
