import { Button, Modal } from '@mantine/core'
import { openAliases } from '@core/case/aliases'
import type { OpenAlias } from '@core/case/aliases'
import type { CaseView } from '@core/case/case-view'
import { useMemo } from 'react'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { EvidenceList } from '../inspector/evidence-list'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'
import { useDeciding } from './use-deciding'

const mostShown = 30

/** Names that a report calls one and nobody has decided: never guessed, always asked, with the sentences. */
export function AliasQueue({ onClose }: DialogProps) {
  const view = useCaseView()
  const open = useMemo(() => (view ? openAliases(view) : []), [view])
  const title = `Open aliases: ${open.length}`
  return (
    <Modal opened onClose={onClose} title={title} size={760}>
      {open.length === 0 && (
        <EmptyState title="Every pair of names that a report calls one has been decided. New claims appear here." />
      )}
      {view &&
        open
          .slice(0, mostShown)
          .map((alias) => <Alias key={alias.key} alias={alias} view={view} />)}
      {open.length > mostShown && (
        <p className={classes.quiet}>{open.length - mostShown} more follow as these are decided.</p>
      )}
    </Modal>
  )
}

function Alias({ alias, view }: { readonly alias: OpenAlias; readonly view: CaseView }) {
  const { take } = useDeciding()
  const { a, b, claims, denials, isContested } = alias
  const merge = (into: typeof a, from: typeof a) =>
    void take(
      [{ type: 'merge-entities', into: into.id, from: [from.id] }],
      `Merged ${from.name} into ${into.name}`,
    )
  return (
    <section className={classes.row} aria-label={`${a.name} and ${b.name}`}>
      <div className={classes.rowHead}>
        <b>{a.name}</b> and <b>{b.name}</b>
        {isContested && (
          <span className={classes.quiet}>
            contested:{' '}
            {denials.length > 0 ? 'a source denies it' : 'one of them is called somebody else too'}
          </span>
        )}
      </div>
      <EvidenceList links={[...claims, ...denials]} view={view} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => merge(a, b)}>
          Merge, shown as {a.name}
        </Button>
        <Button variant="default" onClick={() => merge(b, a)}>
          Merge, shown as {b.name}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            void take(
              [{ type: 'keep-apart', entities: [a.id, b.id] }],
              `Kept ${a.name} and ${b.name} apart`,
            )
          }
        >
          Keep apart
        </Button>
      </div>
    </section>
  )
}
