import { victimTones } from '../geo/victim-tones'
import { lineStyle } from '../graph/marks'
import type { LineStyle } from '../graph/marks'
import type { TimelineBar } from './timeline-model'

/** How a bar says what its links say, in the language of marks. */
export interface BarStyle {
  readonly line: LineStyle
  /** Name of the fill: the theme has a colour for it, print has `victimTones`. */
  readonly tone: 'compromised' | 'targeted' | 'attempted' | 'relation' | 'denied'
  /** Pixels on and off along the outline; absent: solid. */
  readonly dash?: string
  /** Hedged: striped instead of filled. */
  readonly striped: boolean
}

export function barStyle(bar: TimelineBar): BarStyle {
  const line = lineStyle({
    predicate: bar.isAttack ? 'targets' : 'uses',
    outcome: bar.outcome,
    hedged: bar.hedged,
    polarity: bar.denied ? 'denied' : 'asserted',
  })
  const dash = {
    compromised: undefined,
    targeted: '4 2.5',
    attempted: '1.2 2',
    relation: undefined,
  }
  const found = dash[line.kind]
  return {
    line,
    tone: bar.denied ? 'denied' : line.kind,
    ...(found === undefined ? {} : { dash: found }),
    striped: bar.hedged,
  }
}

/** Fills in print. */
export const barTones: Readonly<Record<BarStyle['tone'], string>> = {
  ...victimTones,
  relation: '#c9ced2',
  denied: '#ffffff',
}
