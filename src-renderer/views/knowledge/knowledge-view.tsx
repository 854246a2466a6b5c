import { Button } from '@mantine/core'
import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useKnowledgeDrop } from '../../state/knowledge-drop'
import { AppliedUpdates } from './applied-updates'
import classes from './knowledge-view.module.css'
import { ProposalPanel } from './proposal-panel'
import { ReadAgainPanel } from './read-again-panel'
import { TrustedKeys } from './trusted-keys'

/** What Gnomon knows before it reads, brought up to date by files on a stick: seen first, then applied, taken back at will. */
export function KnowledgeView() {
  const input = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLDivElement>(null)
  const offer = useKnowledgeDrop((state) => state.offer)
  const showOffer = () => again.current?.scrollIntoView({ block: 'nearest' })
  return (
    <section className={classes.view} aria-label="Knowledge" tabIndex={0}>
      <p className={classes.lead}>
        Drop an ATT&amp;CK bundle, a MISP galaxy cluster of actors or software, Microsoft’s map of
        actor names, or a knowledge pack anywhere on the window. You see every change before
        anything is applied.
      </p>
      <Button
        leftSection={<FileUp size={15} />}
        variant="default"
        className={classes.choose}
        onClick={() => input.current?.click()}
      >
        Choose a file…
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.pack"
        aria-label="File with knowledge"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) offer({ name: file.name, open: () => Promise.resolve(file) })
          event.currentTarget.value = ''
        }}
      />
      <ProposalPanel onApplied={showOffer} />
      <AppliedUpdates onRolledBack={showOffer} />
      <div ref={again}>
        <ReadAgainPanel />
      </div>
      <TrustedKeys />
    </section>
  )
}
