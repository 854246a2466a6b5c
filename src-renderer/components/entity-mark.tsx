import { marks } from '@core/graph/marks'
import type { MarkKind } from '@core/graph/marks'

export interface EntityMarkProps {
  readonly kind: MarkKind
  /** Side of the square in pixels. */
  readonly size?: number
  /** Read aloud; absent: the mark is decoration beside a word that says the same. */
  readonly label?: string
}

/** One entity's mark: shape first, colour second, a 1 px ink outline. */
export function EntityMark({ kind, size = 14, label }: EntityMarkProps) {
  const mark = marks[kind]
  const colour = mark.colour === 'ink' ? 'var(--ink)' : mark.colour
  const hollow = mark.fill === 'hollow'
  // Hollow marks carry their colour in a thicker line between two hairlines of ink, as filled ones do in their fill.
  const line = 2.4 / size
  return (
    <svg
      width={size}
      height={size}
      viewBox="-1.3 -1.3 2.6 2.6"
      style={{ flex: 'none', overflow: 'visible', verticalAlign: '-2px' }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path
        d={mark.path}
        fill={hollow ? 'var(--ground)' : colour}
        stroke={hollow ? colour : 'var(--ink)'}
        strokeWidth={hollow ? line * 1.5 : line}
        strokeLinejoin="round"
        {...(mark.dashed ? { strokeDasharray: '0.5 0.34' } : {})}
      />
      {mark.inner !== undefined && (
        <path
          d={mark.inner}
          fill={kind === 'victim-cell' ? colour : 'none'}
          stroke="var(--ink)"
          strokeWidth={line * 0.8}
        />
      )}
    </svg>
  )
}
