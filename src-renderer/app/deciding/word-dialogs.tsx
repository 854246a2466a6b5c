import { Button, Modal, TextInput, Textarea } from '@mantine/core'
import type { NoteSubject } from '@core/model/decision'
import { useState } from 'react'
import { useCaseView } from '../../data/use-case-view'
import { describeLinkId } from '../../messages/describe-link'
import { useSelection } from '../../state/selection'
import type { DialogProps } from './dialog-props'
import { useDeciding } from './use-deciding'

export function RenameDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const id = useSelection((state) => state.entities[0])
  const { take } = useDeciding()
  const entity = id === undefined ? undefined : view?.entities.get(id)
  if (!entity) return null
  return (
    <WordDialog
      title={`Rename ${entity.name}`}
      label="Name to show"
      description="What it is called in the reports stays among its names."
      button="Rename"
      initial={entity.name}
      onClose={onClose}
      onWords={(name) =>
        take(
          [{ type: 'rename-entity', entity: entity.id, name }],
          `Renamed ${entity.name} to ${name}`,
        )
      }
    />
  )
}

export function CheckpointDialog({ onClose }: DialogProps) {
  const { take } = useDeciding()
  return (
    <WordDialog
      title="Set a checkpoint"
      label="Name of this state"
      description="The history (H) leads back to it at any time, and forward again."
      button="Set checkpoint"
      initial=""
      onClose={onClose}
      onWords={(name) => take([{ type: 'checkpoint', name }], `Checkpoint “${name}” is set`)}
    />
  )
}

export function NoteDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const { take } = useDeciding()
  const about = useSubject()
  const words = !view
    ? ''
    : about.type === 'entity'
      ? (view.entities.get(about.id)?.name ?? '')
      : about.type === 'link'
        ? describeLinkId(about.id, view)
        : about.type === 'report'
          ? (view.reports.get(about.id)?.title ?? '')
          : 'the case'
  return (
    <WordDialog
      title={`Note on ${words}`}
      label="Note"
      button="Keep note"
      initial=""
      isLong
      onClose={onClose}
      onWords={(text) => take([{ type: 'note', about, text }], `Noted on ${words}`)}
    />
  )
}

/** What is selected, else the open report, else the case. */
function useSubject(): NoteSubject {
  const entity = useSelection((state) => state.entities[0])
  const link = useSelection((state) => state.links[0])
  const report = useSelection((state) => state.openReport?.reportId)
  if (link !== undefined) return { type: 'link', id: link }
  if (entity !== undefined) return { type: 'entity', id: entity }
  return report === undefined ? { type: 'case' } : { type: 'report', id: report }
}

interface WordDialogProps extends DialogProps {
  readonly title: string
  readonly label: string
  readonly description?: string
  readonly button: string
  readonly initial: string
  readonly isLong?: boolean
  readonly onWords: (words: string) => Promise<void>
}

function WordDialog(props: WordDialogProps) {
  const { title, label, description, button, initial, isLong = false, onClose, onWords } = props
  const [words, setWords] = useState(initial)
  const trimmed = words.trim()
  const isReady = trimmed !== '' && trimmed !== initial
  const keep = () => {
    if (!isReady) return
    onClose()
    void onWords(trimmed)
  }
  const field = {
    'data-autofocus': true,
    label,
    description,
    size: 'sm',
    value: words,
  } as const
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        {isLong ? (
          <Textarea
            {...field}
            autosize
            minRows={4}
            maxLength={4000}
            onChange={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
            }}
          />
        ) : (
          <TextInput
            {...field}
            maxLength={200}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <Button type="submit" mt="md" disabled={!isReady}>
          {button}
        </Button>
      </form>
    </Modal>
  )
}
