import { packFormat } from '@core/knowledge/update/knowledge-pack'
import type { UpdateProposal } from '@core/knowledge/update/propose-update'
import { Button, Loader } from '@mantine/core'
import { Check, ShieldQuestion, ShieldCheck } from 'lucide-react'
import { useDesk } from '../../components/desk-services'
import { Section } from '../../components/section'
import { useKnowledge } from '../../data/use-knowledge'
import { failureSentence } from '../../messages/describe-failure'
import { useKnowledgeDrop } from '../../state/knowledge-drop'
import { summaryOf } from './change-words'
import classes from './knowledge-view.module.css'
import { UpdateDiff } from './update-diff'
import { useProposal } from './use-proposal'

/** The file that was dropped: looked through, shown as a diff, applied or not. */
export function ProposalPanel({ onApplied }: { readonly onApplied: () => void }) {
  const { file, clear } = useKnowledgeDrop()
  const state = useProposal(file)
  switch (state.type) {
    case 'none':
      return null
    case 'checking':
      return (
        <Section title={state.name}>
          <p className={classes.busy} role="status">
            <Loader size={14} color="var(--ink-faint)" /> Looking through the file
            <Button variant="default" onClick={clear}>
              Cancel
            </Button>
          </p>
        </Section>
      )
    case 'refused':
      return (
        <Section title="Not used">
          <p className={classes.refused} role="alert">
            {state.sentence}
          </p>
          <Button variant="default" onClick={clear}>
            Dismiss
          </Button>
        </Section>
      )
    case 'proposed':
      return <Proposed name={state.name} proposal={state.proposal} onApplied={onApplied} />
  }
}

interface ProposedProps {
  readonly name: string
  readonly proposal: UpdateProposal
  readonly onApplied: () => void
}

function Proposed({ name, proposal, onApplied }: ProposedProps) {
  const { commands } = useDesk()
  const { apply } = useKnowledge()
  const { clear } = useKnowledgeDrop()
  const { source, changes, tables, unusable } = proposal
  const title = [source.title, source.version].filter((part) => part !== undefined).join(' ')
  const isEmpty = Object.keys(tables).length === 0
  const agree = async () => {
    const at = new Date().toISOString()
    const pack = {
      format: packFormat,
      version: 1,
      title,
      made: source.date ?? at.slice(0, 10),
      tables,
    } as const
    const outcome = await apply({ at, pack, summary: summaryOf(changes) })
    if (!outcome.ok) {
      commands.say(failureSentence(outcome.failure, 'The update'))
      return
    }
    clear()
    commands.say(`Applied ${title}: ${summaryOf(changes)}.`)
    onApplied()
  }
  return (
    <Section title={`${title}${source.date === undefined ? '' : `, ${source.date}`}`}>
      <p className={classes.soft}>
        {`${name}: ${summaryOf(changes)}.`}
        {unusable > 0 && ` ${unusable} entries could not be used.`}
      </p>
      <Signature proposal={proposal} />
      <UpdateDiff changes={changes} />
      <div className={classes.actions}>
        <Button leftSection={<Check size={15} />} disabled={isEmpty} onClick={() => void agree()}>
          Apply update
        </Button>
        <Button variant="default" onClick={clear}>
          Discard
        </Button>
      </div>
    </Section>
  )
}

/** Only packs are signed; an official file is checked by its form alone, and says so. */
function Signature({ proposal: { source, signature } }: { readonly proposal: UpdateProposal }) {
  const { keys, trust } = useKnowledge()
  if (source.kind !== 'pack') return null
  const owner = keys.find(({ key }) => key === signature?.key)?.owner
  if (!signature)
    return (
      <p className={classes.signature}>
        <ShieldQuestion size={15} aria-hidden /> The pack is not signed: apply it only if you know
        where it comes from.
      </p>
    )
  if (owner !== undefined)
    return (
      <p className={classes.signature}>
        <ShieldCheck size={15} aria-hidden /> {`Signed by ${owner}, whose key you trust.`}
      </p>
    )
  return (
    <p className={classes.signature}>
      <ShieldQuestion size={15} aria-hidden />
      <span>
        Signed with a key that is not among yours: <code>{signature.key}</code>
      </span>
      <Button
        variant="default"
        onClick={() => void trust({ key: signature.key, owner: source.title })}
      >
        Trust this key
      </Button>
    </p>
  )
}
