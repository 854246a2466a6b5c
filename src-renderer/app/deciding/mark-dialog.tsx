import { Modal } from '@mantine/core'
import { entityCalled, markedByHand } from '@core/case/by-hand'
import { markKindOf, marks } from '@core/graph/marks'
import { entityKinds } from '@core/model/entity'
import type { EntityKind } from '@core/model/entity'
import { EntityMark } from '../../components/entity-mark'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useSelection } from '../../state/selection'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'
import { useDeciding } from './use-deciding'
import { useLetters } from './use-letters'
import { useSelectedText } from './use-selected-text'

/** The words selected in the reader become an entity: M opens this, the kind's letter decides. */
export function MarkDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const { selected } = useSelectedText()
  const { take } = useDeciding()
  const known = view && selected && entityCalled(view, selected.surface)
  const markAs = (kind: EntityKind) => {
    if (!view || !selected) return
    const action = markedByHand(view, selected, kind)
    onClose()
    useSelection.getState().select({ entities: [action.entity] })
    void take(
      [action],
      `Marked “${selected.surface}” as ${marks[kind].label.toLowerCase()} ${action.name}`,
    )
  }
  useLetters((letter) => {
    const kind = entityKinds.find((one) => marks[one].letter.toLowerCase() === letter)
    if (kind) markAs(kind)
  })
  return (
    <Modal opened onClose={onClose} title="Mark the words as a name" size="md">
      {selected ? (
        <>
          <p className={classes.words}>
            “{selected.surface}”
            {known && (
              <>
                {' '}
                — the case knows <b>{known.name}</b> ({marks[markKindOf(known)].label.toLowerCase()}
                )
              </>
            )}
          </p>
          <div className={classes.keys}>
            {entityKinds.map((kind) => (
              <button
                key={kind}
                type="button"
                className={classes.key}
                onClick={() => markAs(kind)}
                {...(kind === (known?.kind ?? 'actor') ? { 'data-autofocus': true } : {})}
              >
                <EntityMark kind={kind} size={13} />
                <span>{marks[kind].label}</span>
                <kbd>{marks[kind].letter}</kbd>
              </button>
            ))}
          </div>
        </>
      ) : (
        <EmptyState title="Select words in the reader first, then press M and the letter of their kind." />
      )}
    </Modal>
  )
}
