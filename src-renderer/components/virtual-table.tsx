import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './virtual-table.module.css'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** Pixels. */
  readonly min: number
  /** Share of the room that is left; absent: the column keeps `min`. */
  readonly grow?: number
  /** Where the table is too narrow for all, the column with the highest number goes first; absent: never. */
  readonly drop?: number
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
  /** Absent: the column cannot be sorted by. */
  readonly sortable?: boolean
}

export interface TableSort {
  readonly column: string
  readonly descending: boolean
}

export interface VirtualTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly selected?: string | undefined
  readonly sort?: TableSort
  readonly onSort?: (sort: TableSort) => void
  readonly onSelect: (row: Row) => void
  /** Double click or Enter. */
  readonly onOpen?: (row: Row) => void
  /** Keys that the table itself does not use, with the selected row. */
  readonly onKey?: (event: KeyboardEvent, row: Row) => void
  /** `faded`: struck out; `aside`: does not belong to the selection. */
  readonly rowTone?: (row: Row) => 'faded' | 'aside' | undefined
}

const rowHeight = 28

/** A table of any length: only what is on the screen is in the page. j, k, arrows, Home, End, page keys and Enter. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { rows, rowKey, selected, sort, onSelect } = props
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const columns = columnsFitting(props.columns, width)
  const scroller = useRef<HTMLDivElement>(null)
  const tableId = useId()
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const index = selected === undefined ? -1 : rows.findIndex((row) => rowKey(row) === selected)
  // Where the selected row was last: when it leaves the list, the keys go on from there.
  const lastIndex = useRef(-1)
  useEffect(() => {
    if (index >= 0) lastIndex.current = index
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [index, virtualizer])

  const tracks = columns
    .map(({ min, grow }) => (grow === undefined ? `${min}px` : `minmax(${min}px, ${grow}fr)`))
    .join(' ')
  const items = virtualizer.getVirtualItems()
  const isActiveShown = items.some((item) => item.index === index)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = index >= 0 ? index : lastIndex.current - (isBack(event.key) ? 0 : 1)
    const step = rows.length === 0 ? undefined : stepFor(event.key, from, rows.length)
    const target = step === undefined ? undefined : rows[step]
    const current = rows[index]
    if (target !== undefined) {
      event.preventDefault()
      onSelect(target)
    } else if (
      event.key === 'Enter' &&
      event.target === event.currentTarget &&
      current !== undefined
    )
      props.onOpen?.(current)
    else if (current !== undefined) props.onKey?.(event, current)
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      {...(isActiveShown ? { 'aria-activedescendant': `${tableId}-${index}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div ref={sized} role="rowgroup" className={classes.head}>
        <div
          role="row"
          aria-rowindex={1}
          className={classes.row}
          style={{ gridTemplateColumns: tracks }}
        >
          {columns.map((column) => (
            <HeadCell
              key={column.id}
              column={column}
              sort={sort}
              {...(props.onSort ? { onSort: props.onSort } : {})}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <div
              key={rowKey(row)}
              id={`${tableId}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === index}
              className={classes.row}
              data-tone={props.rowTone?.(row)}
              style={{ gridTemplateColumns: tracks, transform: `translateY(${item.start}px)` }}
              onClick={() => onSelect(row)}
              onDoubleClick={() => props.onOpen?.(row)}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={classes.cell}
                  data-align={column.align}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface HeadCellProps<Row> {
  readonly column: Column<Row>
  readonly sort: TableSort | undefined
  readonly onSort?: (sort: TableSort) => void
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const isSorted = sort?.column === column.id
  const descending = isSorted && sort.descending
  const order = descending ? 'descending' : 'ascending'
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={column.align}
      {...(isSorted ? { 'aria-sort': order } : {})}
    >
      {column.sortable === true && onSort ? (
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort({ column: column.id, descending: isSorted && !sort.descending })}
        >
          {column.title}
          {isSorted && (descending ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
        </button>
      ) : (
        column.title
      )}
    </div>
  )
}

const gap = 12

/** Leaves out what matters least until the rest fits; before the table is measured, all. */
function columnsFitting<Row>(
  columns: readonly Column<Row>[],
  width: number,
): readonly Column<Row>[] {
  if (width === 0) return columns
  let fitting = columns
  while (fitting.reduce((sum, column) => sum + column.min + gap, gap) > width) {
    const least = fitting
      .filter((column) => column.drop !== undefined)
      .sort((a, b) => (b.drop ?? 0) - (a.drop ?? 0))[0]
    if (!least) break
    fitting = fitting.filter((column) => column !== least)
  }
  return fitting
}

function isBack(key: string): boolean {
  return key === 'k' || key === 'ArrowUp'
}

/** The row that a key leads to; undefined: not a key that moves. */
function stepFor(key: string, index: number, count: number): number | undefined {
  const last = count - 1
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return Math.max(Math.min(index + 1, last), 0)
    case 'k':
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'PageDown':
      return Math.min(index + 20, last)
    case 'PageUp':
      return Math.max(index - 20, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
