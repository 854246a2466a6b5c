import { Button, Modal } from '@mantine/core'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useStoredReports } from '../../data/use-stored-reports'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'
import { useDeciding } from './use-deciding'

/** Removed reports: nothing of them is shown anywhere, and each comes back whole. */
export function BinDialog({ onClose }: DialogProps) {
  const bin = useCaseView()?.bin ?? []
  const reports = useStoredReports(bin)
  const { take } = useDeciding()
  return (
    <Modal opened onClose={onClose} title={`Bin: ${bin.length}`} size="lg">
      {bin.length === 0 && <EmptyState title="The bin is empty. Removed reports wait here." />}
      {reports.map(({ id, title, publisher, published }) => (
        <div key={id} className={classes.row}>
          <div className={classes.rowHead}>
            <b>{title}</b>
            <span className={classes.quiet}>
              {[publisher, published].filter(Boolean).join(', ')}
            </span>
          </div>
          <div className={classes.buttons}>
            <Button
              variant="default"
              onClick={() =>
                void take([{ type: 'import-reports', reports: [id] }], `Brought back “${title}”`)
              }
            >
              Bring back
            </Button>
          </div>
        </div>
      ))}
    </Modal>
  )
}
