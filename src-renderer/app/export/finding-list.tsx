import type { Finding } from '@core/exchange/lint/finding'
import { Ban, CircleAlert, Info, Scissors } from 'lucide-react'
import classes from './export-form.module.css'

export interface FindingListProps {
  readonly findings: readonly Finding[]
  /** Texts are still loading: the last word is not said yet. */
  readonly waits: boolean
}

const looks = {
  refused: { Icon: Ban, word: 'Refused' },
  changed: { Icon: CircleAlert, word: 'Changed' },
  lost: { Icon: Scissors, word: 'Lost' },
  note: { Icon: Info, word: 'Note' },
} as const satisfies Record<Finding['weight'], unknown>

/** What strict readers of the format do with this export, the gravest first. */
export function FindingList({ findings, waits }: FindingListProps) {
  return (
    <section
      className={classes.findings}
      aria-label="What its readers would refuse"
      aria-busy={waits}
    >
      <h3>What its readers would do</h3>
      {findings.length === 0 ? (
        <p className={classes.note}>
          {waits ? 'Looking through the export …' : 'They take it as it is.'}
        </p>
      ) : (
        <ul>
          {findings.map(({ weight, code, message, examples }) => {
            const { Icon, word } = looks[weight]
            return (
              <li key={code} data-weight={weight}>
                <Icon size={14} strokeWidth={1.7} aria-hidden />
                <span>
                  <strong>{word}.</strong> {message}
                  {examples.length > 0 && (
                    <span className={classes.examples}>{examples.join(' · ')}</span>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
