import { lineStyle, lineWidth } from '@core/graph/marks'
import type { LineFacts } from '@core/graph/marks'

export interface LinkMarkProps extends LineFacts {
  readonly origins: number
  /** Drawn with a small tick: decided by a person. */
  readonly byPerson?: boolean
  readonly width?: number
}

/** A link as a line: outcome by dash and arrowhead, hedged hollow, denied barred, width by independent origins. */
export function LinkMark({ origins, byPerson = false, width = 44, ...facts }: LinkMarkProps) {
  const style = lineStyle(facts)
  const weight = Math.min(lineWidth(origins), 4)
  const tip = width - 2
  const end = style.arrowhead === 'none' ? tip : tip - 7
  const step = Math.max(weight, 1.4) * (style.hollow && style.kind === 'attempted' ? 2 : 1)
  const dash = style.dash.map((part) => part * step).join(' ')
  const line = { x1: 1, x2: end, y1: 8, y2: 8 }
  return (
    <svg
      width={width}
      height={16}
      viewBox={`0 0 ${width} 16`}
      role="img"
      aria-label={style.label}
      style={{ flex: 'none' }}
    >
      <line
        {...line}
        stroke="currentColor"
        strokeWidth={style.hollow ? weight + 2 : weight}
        strokeDasharray={dash}
        strokeLinecap={style.kind === 'attempted' ? 'round' : 'butt'}
      />
      {style.hollow && (
        <line {...line} stroke="var(--ground)" strokeWidth={weight} strokeDasharray={dash} />
      )}
      <Arrowhead style={style.arrowhead} tip={tip} hollow={style.hollow} />
      {style.barred && (
        <line
          x1={width / 2 - 3}
          x2={width / 2 + 3}
          y1={14}
          y2={2}
          stroke="currentColor"
          strokeWidth={2}
        />
      )}
      {byPerson && (
        <path d="M4,3.5 l2,2 l3.4,-4" fill="none" stroke="currentColor" strokeWidth={1.4} />
      )}
    </svg>
  )
}

interface ArrowheadProps {
  readonly style: 'filled' | 'open' | 'half' | 'none'
  readonly tip: number
  readonly hollow: boolean
}

function Arrowhead({ style, tip, hollow }: ArrowheadProps) {
  const back = tip - 8
  if (style === 'none') return null
  if (style === 'half')
    return <path d={`M${back},3 L${tip},8`} stroke="currentColor" strokeWidth={1.6} fill="none" />
  if (style === 'open')
    return (
      <path
        d={`M${back},3.4 L${tip},8 L${back},12.6`}
        stroke="currentColor"
        strokeWidth={1.6}
        fill="none"
      />
    )
  return (
    <path
      d={`M${back},3.6 L${tip},8 L${back},12.4 Z`}
      stroke="currentColor"
      strokeWidth={1}
      fill={hollow ? 'var(--ground)' : 'currentColor'}
    />
  )
}
