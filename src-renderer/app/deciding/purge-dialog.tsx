import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCaseView } from '../../data/use-case-view'
import { usePurge } from '../../data/use-purge'
import { failureSentence } from '../../messages/describe-failure'
import { useSelection } from '../../state/selection'
import { toast } from '../toast'
import type { DialogProps } from './dialog-props'
import classes from './deciding.module.css'

const word = 'purge'

/** Spillage: the one thing that is asked twice, because nothing brings it back. */
export function PurgeDialog({ onClose }: DialogProps) {
  const view = useCaseView()
  const id = useSelection((state) => state.openReport?.reportId)
  const report = id === undefined ? undefined : view?.reports.get(id)
  const [typed, setTyped] = useState('')
  const purge = usePurge()
  if (!report) return null
  const isSure = typed.trim().toLowerCase() === word
  const run = async () => {
    if (!isSure) return
    onClose()
    useSelection.getState().closeReport()
    const result = await purge(report.id)
    toast(
      result.ok
        ? `The report was purged from the case. A tombstone with its SHA-256, your initials and the hour stays.`
        : failureSentence(result.failure, 'The report'),
    )
  }
  return (
    <Modal opened onClose={onClose} title="Purge the report" size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <p className={classes.words}>
          “{report.title}” leaves the case for ever: its file, text, reading, quotations, its part
          of the search index, and issued briefs that quote it. Nothing brings it back. That it was
          here, its SHA-256, who purged it and when stay on record. Backups, case files and exports
          made before still hold it: delete or make them anew yourself.
        </p>
        <TextInput
          data-autofocus
          label={`Type “${word}” to go on`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" mt="md" color="red" disabled={!isSure}>
          Purge for ever
        </Button>
      </form>
    </Modal>
  )
}
