import { wordsPrompts } from '@core/brief/draft/draft-words'
import type { FactParts } from '@core/brief/facts/fact-parts'
import type { BriefFinding } from '@core/brief/language/finding'
import type { Statement, WordsRole } from '@core/brief/plan/brief-plan'
import { Button } from '@mantine/core'
import { PenLine, Plus, RotateCcw } from 'lucide-react'
import classes from './brief-view.module.css'
import { StatementForm } from './statement-form'

export interface StatementsEditorProps {
  readonly role: WordsRole
  /** Undefined: drafted by rule. */
  readonly statements: readonly Statement[] | undefined
  readonly drafts: readonly Statement[]
  readonly parts: FactParts
  readonly findings: readonly BriefFinding[]
  readonly change: (statements: readonly Statement[] | undefined, typing?: string) => void
}

/** The sentences of one block. Drafts are shown as they would print; writing starts from them or from nothing. */
export function StatementsEditor(props: StatementsEditorProps) {
  const { role, statements, drafts, parts, findings, change } = props
  const add = () => {
    change([...(statements ?? []), blank(role, statements ?? [])])
  }
  if (!statements)
    return (
      <div className={classes.editor}>
        {drafts.length === 0 && <p className={classes.prompt}>{wordsPrompts[role]}</p>}
        {drafts.map((draft) => (
          <p key={draft.key} className={classes.draft}>
            {draft.text}
            {draft.confidence && (
              <span className={classes.faint}>
                {' '}
                {draft.confidence.level} confidence: {draft.confidence.because}
              </span>
            )}
          </p>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<PenLine size={14} />}
          onClick={() => {
            change(drafts.length > 0 ? drafts : [blank(role, [])])
          }}
        >
          {drafts.length > 0 ? 'Edit these drafts' : 'Write'}
        </Button>
      </div>
    )
  return (
    <div className={classes.editor}>
      {statements.length === 0 && <p className={classes.prompt}>{wordsPrompts[role]}</p>}
      {statements.map((statement) => (
        <StatementForm
          key={statement.key}
          statement={statement}
          parts={parts}
          findings={findings.filter((finding) => finding.statement === statement.key)}
          change={(next, typing) => {
            change(
              statements.map((other) => (other === statement ? next : other)),
              typing,
            )
          }}
          remove={() => {
            change(statements.filter((other) => other !== statement))
          }}
        />
      ))}
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" leftSection={<Plus size={14} />} onClick={add}>
          Add a sentence
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<RotateCcw size={14} />}
          onClick={() => {
            change(undefined)
          }}
        >
          Back to drafts
        </Button>
      </div>
    </div>
  )
}

/** A sentence not yet written, with a key that no other has. */
function blank(role: WordsRole, others: readonly Statement[]): Statement {
  const used = new Set(others.map(({ key }) => key))
  let number = others.length + 1
  while (used.has(`${role}-own-${number}`)) number += 1
  return {
    key: `${role}-own-${number}`,
    kind: role === 'judgements' ? 'judgement' : 'fact',
    text: '',
    restsOn: [],
  }
}
