import { xOf } from '@core/timeline/place-bars'
import type { TimeScale } from '@core/timeline/place-bars'
import { axisTicks } from '@core/timeline/time-axis'
import classes from './timeline.module.css'

export interface TimeAxisProps {
  readonly scale: TimeScale
  /** Pixels before the axis begins. */
  readonly left: number
  /** The filter's time range, drawn as a line of amber. */
  readonly range: { readonly from?: number; readonly to?: number }
}

export function TimeAxis({ scale, left, range }: TimeAxisProps) {
  const ticks = axisTicks(scale.from, scale.to, scale.width)
  const start = range.from === undefined ? 0 : Math.max(0, xOf(range.from, scale))
  const end = range.to === undefined ? scale.width : Math.min(scale.width, xOf(range.to, scale))
  const hasRange = range.from !== undefined || range.to !== undefined
  return (
    <svg className={classes.axis} width={left + scale.width} height={28} aria-hidden>
      <g transform={`translate(${left},0)`}>
        {ticks.map(({ day, label, major }) => (
          <g key={day} transform={`translate(${xOf(day, scale)},0)`}>
            <path d={`M.5,${major ? 4 : 16}V28`} className={classes.tick} />
            <text x={4} y={18} className={major ? classes.major : classes.minor}>
              {label}
            </text>
          </g>
        ))}
        {hasRange && end > start && (
          <rect x={start} y={25} width={end - start} height={3} className={classes.range} />
        )}
      </g>
    </svg>
  )
}
