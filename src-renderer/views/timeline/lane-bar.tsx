import { barStyle } from '@core/timeline/bar-style'
import { barLabelSize } from '@core/timeline/place-bars'
import type { PlacedBar } from '@core/timeline/place-bars'
import classes from './timeline.module.css'

export interface LaneBarProps {
  readonly placed: PlacedBar
  readonly isChosen: boolean
  readonly onSelect: (additive: boolean) => void
  readonly onOpen: () => void
}

export const barRowHeight = 19
const barHeight = 14

/** A period: pale over what it may cover, full over what it surely covers, open where no end is stated. */
export function LaneBar({ placed, isChosen, onSelect, onOpen }: LaneBarProps) {
  const { bar, x, width, core, label } = placed
  const style = barStyle(bar)
  const y = 5 + bar.row * barRowHeight
  const middle = y + barHeight / 2
  const frame = { y, height: barHeight, rx: 2 }
  return (
    <g
      className={classes.bar}
      data-tone={style.tone}
      data-striped={style.striped}
      data-chosen={isChosen}
      onClick={(event) => onSelect(event.ctrlKey || event.metaKey || event.shiftKey)}
      onDoubleClick={onOpen}
    >
      <title>{`${style.line.label} ${bar.label}, ${bar.when}; ${bar.documents} ${bar.documents === 1 ? 'document' : 'documents'}, ${bar.origins} ${bar.origins === 1 ? 'origin' : 'origins'}`}</title>
      {isChosen && (
        <rect
          {...frame}
          x={x - 3}
          y={y - 3}
          width={width + 6}
          height={barHeight + 6}
          rx={4}
          className={classes.halo}
        />
      )}
      <rect
        {...frame}
        x={x}
        width={width}
        className={classes.possible}
        strokeDasharray={style.dash}
      />
      {core && <rect {...frame} x={core.x} width={core.width} className={classes.core} />}
      {bar.activity.openEnd && (
        <path d={`M${x + width + 1.5},${middle - 4.5}l4.5,4.5l-4.5,4.5`} className={classes.open} />
      )}
      {bar.activity.openStart && (
        <path d={`M${x - 1.5},${middle - 4.5}l-4.5,4.5l4.5,4.5`} className={classes.open} />
      )}
      {bar.denied && (
        <path d={`M${x + width / 2},${y - 2}v${barHeight + 4}`} className={classes.denial} />
      )}
      {bar.byPerson && (
        <path d={`M${x + 3},${y - 1}l2,2.4l4.4,-5.4`} className={classes.tickMark} />
      )}
      {label && (
        <text
          x={label.x}
          y={middle + 4}
          fontSize={barLabelSize}
          className={classes.barLabel}
          data-inside={label.inside}
          data-on-core={label.onCore}
        >
          {label.text}
        </text>
      )}
    </g>
  )
}
