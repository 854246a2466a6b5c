import type { FactParts } from '@core/brief/facts/fact-parts'
import type { BriefFinding } from '@core/brief/language/finding'
import { confidenceLevels, statementKinds, type Statement } from '@core/brief/plan/brief-plan'
import { linksBehind } from '@core/brief/words-block'
import { omit } from '@core/lib/omit'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { IconButton } from '../../components/icon-button'
import { describeLink } from '../../messages/describe-link'
import classes from './brief-view.module.css'
import { Finding } from './findings-panel'

export interface StatementFormProps {
  readonly statement: Statement
  readonly parts: FactParts
  readonly findings: readonly BriefFinding[]
  readonly change: (statement: Statement, typing?: string) => void
  readonly remove: () => void
}

const kindWords = { fact: 'Reported fact', assumption: 'Assumption', judgement: 'Judgement' }

/** One sentence: its words, what it is, how sure, and the links that it will cite. */
export function StatementForm({ statement, parts, findings, change, remove }: StatementFormProps) {
  const { kind, text, confidence } = statement
  return (
    <div className={classes.statement}>
      <Textarea
        aria-label="Sentence"
        autosize
        minRows={2}
        value={text}
        error={findings.some(({ level }) => level === 'error')}
        onChange={(event) => {
          change({ ...statement, text: event.currentTarget.value }, `${statement.key} text`)
        }}
      />
      <div className={classes.statementTools}>
        <NativeSelect
          aria-label="What it is"
          size="xs"
          data={statementKinds.map((value) => ({ value, label: kindWords[value] }))}
          value={kind}
          onChange={(event) => {
            const next = statementKinds.find((value) => value === event.currentTarget.value)
            if (next) change({ ...statement, kind: next })
          }}
        />
        {kind === 'judgement' && (
          <NativeSelect
            aria-label="Confidence"
            size="xs"
            data={[
              { value: '', label: 'No confidence said' },
              ...confidenceLevels.map((level) => ({ value: level, label: `${level} confidence` })),
            ]}
            value={confidence?.level ?? ''}
            onChange={(event) => {
              change(withConfidence(statement, event.currentTarget.value))
            }}
          />
        )}
        <IconButton icon={Trash2} label="Delete this sentence" onClick={remove} />
      </div>
      {kind === 'judgement' && confidence && (
        <TextInput
          aria-label="Why this confidence"
          size="xs"
          placeholder="because …"
          value={confidence.because}
          onChange={(event) => {
            change(
              {
                ...statement,
                confidence: { ...confidence, because: event.currentTarget.value },
              },
              `${statement.key} because`,
            )
          }}
        />
      )}
      <RestsOn statement={statement} parts={parts} change={change} />
      {findings.map((finding) => (
        <Finding
          key={finding.rule}
          finding={finding}
          fix={(fixed) => {
            change(fixed)
          }}
        />
      ))}
    </div>
  )
}

/** The links behind the sentence; those found by its names can be kept, and each can be let go. */
function RestsOn({
  statement,
  parts,
  change,
}: Pick<StatementFormProps, 'statement' | 'parts' | 'change'>) {
  const links = linksBehind(statement, parts)
  if (links.length === 0)
    return (
      <p className={classes.faint}>
        Cites nothing yet: name an actor and its victim, as the links do.
      </p>
    )
  return (
    <details className={classes.restsOn}>
      <summary>
        Cites {links.length === 1 ? 'one link' : `${links.length} links`}
        {statement.restsOn.length === 0 && ', found by the names in it'}
      </summary>
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            {describeLink(link, parts.view)}{' '}
            <button
              className={classes.plainButton}
              onClick={() => {
                change({
                  ...statement,
                  restsOn: links.filter((other) => other !== link).map(({ id }) => id),
                })
              }}
            >
              let go
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function withConfidence(statement: Statement, value: string): Statement {
  const level = confidenceLevels.find((known) => known === value)
  if (level)
    return { ...statement, confidence: { level, because: statement.confidence?.because ?? '' } }
  return omit(statement, 'confidence')
}
