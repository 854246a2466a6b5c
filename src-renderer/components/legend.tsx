import { marks, widthSteps } from '@core/graph/marks'
import type { MarkKind } from '@core/graph/marks'
import { outcomes } from '@core/model/link'
import { EntityMark } from './entity-mark'
import classes from './legend.module.css'
import { LinkMark } from './link-mark'

export interface LegendProps {
  /** Only what the picture holds. */
  readonly kinds: readonly MarkKind[]
  /** Lines alone, or lines beside the fills of a map. */
  readonly fills?: boolean
}

const plain = { predicate: 'targets', hedged: false, polarity: 'asserted', origins: 1 } as const

/** The marks of the picture, in the words of the field. */
export function Legend({ kinds, fills = false }: LegendProps) {
  return (
    <div className={classes.legend}>
      <ul className={classes.list} aria-label="Marks">
        {kinds.map((kind) => (
          <li key={kind} className={classes.item}>
            <EntityMark kind={kind} size={12} />
            {marks[kind].label}
          </li>
        ))}
      </ul>
      <ul className={classes.list} aria-label="Lines">
        {outcomes.map((outcome) => (
          <li key={outcome} className={classes.item}>
            {fills && <i className={classes.fill} data-outcome={outcome} aria-hidden />}
            <LinkMark {...plain} outcome={outcome} width={34} />
            {outcome}
          </li>
        ))}
        <li className={classes.item}>
          {fills && <i className={classes.fill} data-outcome="hedged" aria-hidden />}
          <LinkMark {...plain} outcome="compromised" hedged width={34} />~ hedged
        </li>
        <li className={classes.item}>
          <LinkMark {...plain} outcome="compromised" polarity="denied" width={34} />
          denied
        </li>
        <li className={classes.item}>
          <span className={classes.widths} aria-hidden>
            {widthSteps.map((step) => (
              <i key={step.label} style={{ height: step.width * 0.7 }} />
            ))}
          </span>
          {widthSteps.map((step) => step.label).join(', ')} independent origins
        </li>
      </ul>
    </div>
  )
}
