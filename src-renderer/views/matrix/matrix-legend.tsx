import { outcomes } from '@core/model/link'
import classes from './matrix.module.css'

const kinds = [
  ...outcomes.map((outcome) => ({ outcome, hedged: false, label: outcome })),
  { outcome: 'targeted', hedged: true, label: '~ hedged' },
  { outcome: 'denied', hedged: false, label: 'denied' },
]

export function MatrixLegend() {
  return (
    <ul className={classes.legend} aria-label="Marks">
      {kinds.map(({ outcome, hedged, label }) => (
        <li key={label} className={classes.legendItem}>
          <span className={classes.mark} data-outcome={outcome} data-hedged={hedged} aria-hidden />
          {label}
        </li>
      ))}
      <li className={classes.legendItem}>
        number in a cell: independent origins, where more than one
      </li>
    </ul>
  )
}
