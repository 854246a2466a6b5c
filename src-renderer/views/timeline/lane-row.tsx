import type { CaseView } from '@core/case/case-view'
import { marks } from '@core/graph/marks'
import type { EntityId, LinkId, ReportId } from '@core/model/ids'
import { placeBars, xOf } from '@core/timeline/place-bars'
import type { TimeScale } from '@core/timeline/place-bars'
import { axisTicks } from '@core/timeline/time-axis'
import type { ReportTick, TimelineLane } from '@core/timeline/timeline-model'
import { memo } from 'react'
import { EntityMark } from '../../components/entity-mark'
import { LaneBar, barRowHeight } from './lane-bar'
import classes from './timeline.module.css'

export interface LaneRowProps {
  readonly lane: TimelineLane
  readonly view: CaseView
  readonly scale: TimeScale
  readonly nameWidth: number
  readonly isUnfolded: boolean
  readonly isChosen: boolean
  readonly chosenLinks: ReadonlySet<LinkId>
  readonly onToggle: () => void
  readonly onSelect: (
    chosen: { readonly entities?: readonly EntityId[]; readonly links?: readonly LinkId[] },
    additive: boolean,
  ) => void
  readonly onOpen: () => void
  readonly onReport: (report: ReportId) => void
}

/** Rows of a folded lane. */
const foldedRows = 4
const tickRoom = 14

export function laneHeight(lane: TimelineLane, isUnfolded: boolean): number {
  const rows = isUnfolded ? lane.rows : Math.min(lane.rows, foldedRows)
  return Math.max(rows, 1) * barRowHeight + tickRoom + 6
}

/** One actor: its name, its bars, its reports. */
export const LaneRow = memo(function LaneRow(props: LaneRowProps) {
  const { lane, view, scale, nameWidth, isUnfolded, chosenLinks, onSelect } = props
  const height = laneHeight(lane, isUnfolded)
  const rows = isUnfolded ? lane.rows : foldedRows
  const folded = lane.bars.filter(({ row }) => row >= foldedRows).length
  return (
    <>
      <div className={classes.name} style={{ width: nameWidth }}>
        <button
          type="button"
          className={classes.nameButton}
          aria-pressed={props.isChosen}
          title={lane.name}
          onClick={(event) =>
            onSelect({ entities: [lane.id] }, event.ctrlKey || event.metaKey || event.shiftKey)
          }
          onDoubleClick={props.onOpen}
        >
          <EntityMark kind={lane.mark} size={13} label={marks[lane.mark].label} />
          <bdi className={classes.nameText}>{lane.name}</bdi>
        </button>
        {folded > 0 && (
          <button
            type="button"
            className={classes.fold}
            aria-expanded={isUnfolded}
            onClick={props.onToggle}
          >
            {isUnfolded ? 'Fold' : `${folded} more ${folded === 1 ? 'period' : 'periods'}`}
          </button>
        )}
      </div>
      <svg
        className={classes.strip}
        width={scale.width}
        height={height}
        role="img"
        aria-label={`${lane.name}: ${lane.bars.length} dated ${lane.bars.length === 1 ? 'period' : 'periods'}, ${lane.reports.length} ${lane.reports.length === 1 ? 'day' : 'days'} with reports`}
      >
        {axisTicks(scale.from, scale.to, scale.width).map(({ day, major }) => (
          <path
            key={day}
            d={`M${Math.round(xOf(day, scale)) + 0.5},0V${height}`}
            className={classes.grid}
            data-major={major}
          />
        ))}
        {placeBars(lane.bars, scale, rows).map((placed) => (
          <LaneBar
            key={placed.bar.id}
            placed={placed}
            isChosen={placed.bar.links.some((id) => chosenLinks.has(id))}
            onSelect={(additive) => onSelect({ links: placed.bar.links }, additive)}
            onOpen={props.onOpen}
          />
        ))}
        {lane.reports.map((tick) => (
          <ReportMark
            key={tick.day}
            tick={tick}
            x={xOf(tick.day, scale)}
            y={height - tickRoom}
            view={view}
            onReport={props.onReport}
            width={scale.width}
          />
        ))}
      </svg>
    </>
  )
})

interface ReportMarkProps {
  readonly tick: ReportTick
  readonly x: number
  readonly y: number
  readonly width: number
  readonly view: CaseView
  readonly onReport: (report: ReportId) => void
}

/** A day on which reports were published; a click opens the first. */
function ReportMark({ tick, x, y, width, view, onReport }: ReportMarkProps) {
  if (x < -4 || x > width + 4) return null
  const reports = tick.reports.flatMap((id) => view.reports.get(id) ?? [])
  const [first] = reports
  const words = reports.map(({ title, publisher }) => [title, publisher].filter(Boolean).join(', '))
  const height = Math.min(4 + 2 * reports.length, 10)
  return (
    <g className={classes.report} onClick={() => first && onReport(first.id)}>
      <title>{`${first?.published ?? ''}: ${words.slice(0, 6).join('; ')}${words.length > 6 ? ` and ${words.length - 6} more` : ''}`}</title>
      <rect x={x - 4} y={y - 2} width={8} height={tickRoom} fill="transparent" />
      <path d={`M${x},${y + 11 - height}v${height}`} />
    </g>
  )
}
