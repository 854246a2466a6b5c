import type { BriefFinding } from '@core/brief/language/finding'
import type { Statement } from '@core/brief/plan/brief-plan'
import { Button } from '@mantine/core'
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import classes from './brief-view.module.css'

/** All that the linter says, errors first; empty: the brief keeps the rules that a machine can check. */
export function FindingsPanel({
  findings,
  fix,
}: {
  readonly findings: readonly BriefFinding[]
  readonly fix: (finding: BriefFinding, statement: Statement) => void
}) {
  if (findings.length === 0)
    return (
      <p className={classes.prompt}>
        Nothing to mend: likelihood and confidence stand apart, one scale is used, every judgement
        has its evidence.
      </p>
    )
  return (
    <ul className={classes.findings}>
      {findings.map((finding, i) => (
        <li key={`${finding.rule}-${finding.statement ?? ''}-${i}`}>
          <Finding
            finding={finding}
            fix={(statement) => {
              fix(finding, statement)
            }}
          />
        </li>
      ))}
    </ul>
  )
}

export function Finding({
  finding,
  fix,
}: {
  readonly finding: BriefFinding
  readonly fix: (statement: Statement) => void
}) {
  const { level, message, fix: remedy } = finding
  const Icon = level === 'error' ? OctagonAlert : TriangleAlert
  return (
    <div className={classes.finding} data-level={level}>
      <Icon size={14} aria-label={level === 'error' ? 'Error' : 'Warning'} />
      <span>{message}</span>
      {remedy && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            fix(remedy.statement)
          }}
        >
          {remedy.label}
        </Button>
      )}
    </div>
  )
}
