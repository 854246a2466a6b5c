import { marks } from '@core/graph/marks'
import type { MarkKind } from '@core/graph/marks'
import { EntityMark } from '../../components/entity-mark'
import classes from './timeline.module.css'

const bars = [
  { tone: 'compromised', label: 'compromised', dash: undefined, striped: false },
  { tone: 'targeted', label: 'targeted', dash: '4 2.5', striped: false },
  { tone: 'attempted', label: 'attempted', dash: '1.2 2', striped: false },
  { tone: 'targeted', label: '~ hedged', dash: undefined, striped: true },
  { tone: 'relation', label: 'software, vulnerabilities', dash: undefined, striped: false },
] as const

/** The marks of the timeline; the stripes of hedged bars are defined here, once. */
export function TimelineLegend({ kinds }: { readonly kinds: readonly MarkKind[] }) {
  return (
    <ul className={classes.legend} aria-label="Marks">
      <svg width={0} height={0} style={{ position: 'absolute' }} aria-hidden>
        <defs>
          {['compromised', 'targeted', 'attempted', 'relation', 'denied'].map((tone) => (
            <pattern
              key={tone}
              id={`stripes-${tone}`}
              width={5}
              height={5}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={5} height={5} className={classes.stripeGround} />
              <rect width={2.2} height={5} className={classes.stripe} data-tone={tone} />
            </pattern>
          ))}
        </defs>
      </svg>
      {kinds.map((kind) => (
        <li key={kind} className={classes.legendItem}>
          <EntityMark kind={kind} size={12} />
          {marks[kind].label}
        </li>
      ))}
      {bars.map(({ tone, label, dash, striped }) => (
        <li key={label} className={classes.legendItem}>
          <svg width={24} height={12} aria-hidden>
            <g className={classes.bar} data-tone={tone} data-striped={striped}>
              <rect
                x={1}
                y={1}
                width={22}
                height={10}
                rx={2}
                className={classes.core}
                strokeDasharray={dash}
              />
            </g>
          </svg>
          {label}
        </li>
      ))}
      <li className={classes.legendItem}>
        <svg width={30} height={12} aria-hidden>
          <g className={classes.bar} data-tone="targeted">
            <rect x={1} y={1} width={22} height={10} rx={2} className={classes.possible} />
            <path d="M25,1.5l4.5,4.5l-4.5,4.5" className={classes.open} />
          </g>
        </svg>
        pale: on some day in this time; arrow: no end stated
      </li>
      <li className={classes.legendItem}>
        <svg width={6} height={12} aria-hidden className={classes.report}>
          <path d="M3,2v8" />
        </svg>
        report published
      </li>
    </ul>
  )
}
