import type { TlpMarking } from '@core/model/report'
import classes from './tlp-label.module.css'

export interface TlpLabelProps {
  readonly marking: TlpMarking
}

/** FIRST's own colours, on black, as TLP 2.0 prescribes. */
export function TlpLabel({ marking }: TlpLabelProps) {
  return (
    <span className={classes.label} data-marking={marking}>
      {marking}
    </span>
  )
}
