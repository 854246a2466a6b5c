import { Button, Modal } from '@mantine/core'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { describeDecision } from '../../messages/describe-decision'
import classes from '../deciding/deciding.module.css'
import type { DialogProps } from '../deciding/dialog-props'
import { useDeciding } from '../deciding/use-deciding'

/** What two analysts decided otherwise, neither knowing of the other: neither counts until somebody settles it here. */
export function ConflictsDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const { take } = useDeciding()
  const conflicts = view?.conflicts ?? []
  return (
    <Modal opened onClose={onClose} title={`Contradictions: ${conflicts.length}`} size="lg">
      {conflicts.length === 0 && (
        <EmptyState title="No two analysts contradict each other. After a merge of two cases, contradictions wait here." />
      )}
      {conflicts.map(({ subject, decisions }) => (
        <section key={subject} className={classes.row} aria-label={subject}>
          {decisions.map(({ id, author, at, action }) => (
            <div key={id} className={classes.rowHead}>
              <b>{author}</b>
              <span className={classes.quiet}>{at.slice(0, 10)}</span>
              <span>{describeDecision(action, view)}</span>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => void take([action], `Settled as ${author} said`)}
              >
                Take this
              </Button>
            </div>
          ))}
        </section>
      ))}
    </Modal>
  )
}
