import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDesk } from '../../components/desk-services'
import { EmptyState } from '../../components/empty-state'
import { VirtualTable } from '../../components/virtual-table'
import type { Column } from '../../components/virtual-table'
import type { StoredQuarantine } from '../../data/database'
import { useQuarantine } from '../../data/use-quarantine'
import { describeFailure } from '../../messages/describe-failure'
import { baseName, reason, verdictsCsv } from '../../messages/import-verdicts'
import classes from './quarantine-view.module.css'

const columns: readonly Column<StoredQuarantine>[] = [
  {
    id: 'name',
    title: 'File',
    min: 180,
    grow: 2,
    cell: ({ name }) => <bdi title={name}>{name}</bdi>,
  },
  {
    id: 'reason',
    title: 'Why it was not read',
    min: 180,
    grow: 3,
    cell: ({ failure, name }) => reason(failure, baseName(name)),
  },
  { id: 'size', title: 'Size', min: 64, align: 'end', drop: 1, cell: ({ size }) => sizeOf(size) },
  {
    id: 'at',
    title: 'Last try',
    min: 110,
    drop: 2,
    cell: ({ at, tries }) => (
      <span title={`${tries} ${tries === 1 ? 'try' : 'tries'}`}>
        {at.slice(0, 16).replace('T', ' ')}
      </span>
    ),
  },
  {
    id: 'kept',
    title: 'Kept',
    min: 80,
    drop: 3,
    cell: ({ bytes }) => (bytes ? 'bytes kept' : 'reason only'),
  },
]

/** Files that could not be read: kept with their reason, for another try. They never stop the rest. */
export function QuarantineView() {
  const { entries, retry, dismiss, bringBack } = useQuarantine()
  const { commands, saveText } = useDesk()
  const [selectedId, setSelectedId] = useState<string>()
  if (!entries) return null
  if (entries.length === 0)
    return (
      <EmptyState title="Files that could not be read will stand here, each with its reason.">
        Nothing waits: every file of every import was read. Drop files anywhere, or press{' '}
        <kbd>Ctrl+O</kbd>.
      </EmptyState>
    )
  const selected = entries.find(({ id }) => id === selectedId)
  const kept = entries.filter(({ bytes }) => bytes !== undefined)
  const tryAgain = (chosen: readonly StoredQuarantine[]) => {
    const count = retry(chosen)
    commands.say(
      count === 0
        ? 'Its bytes are not kept: drop the file again.'
        : `Reading ${count} ${count === 1 ? 'file' : 'files'} again. What is read leaves this list.`,
    )
  }
  const remove = (chosen: readonly StoredQuarantine[]) =>
    void dismiss(chosen).then(() =>
      commands.say(`${chosen.length} ${chosen.length === 1 ? 'file' : 'files'} dismissed.`, {
        label: 'Undo',
        run: () => void bringBack(chosen),
      }),
    )
  const exportList = () =>
    void saveText(
      'quarantine.csv',
      verdictsCsv(entries.map((entry) => ({ ...entry, state: 'failed' as const }))),
    ).then((outcome) => {
      if (outcome.status === 'failed')
        commands.say(`The list was not saved: ${outcome.detail}. Nothing was changed.`)
    })
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <span className={classes.count}>
          {`${entries.length} ${entries.length === 1 ? 'file' : 'files'} not read`}
        </span>
        <Button variant="default" disabled={kept.length === 0} onClick={() => tryAgain(kept)}>
          Try all again
        </Button>
        <Button variant="default" onClick={exportList}>
          Export list…
        </Button>
      </div>
      <VirtualTable
        label="Quarantine"
        columns={columns}
        rows={entries}
        rowKey={({ id }) => id}
        selected={selectedId}
        onSelect={({ id }) => setSelectedId(id)}
        onOpen={(entry) => tryAgain([entry])}
        onKey={(event, entry) => {
          if (event.key === 'Delete' || event.key === 'Backspace') {
            event.preventDefault()
            remove([entry])
          }
        }}
      />
      {selected && (
        <div className={classes.detail} role="region" aria-label="What happened">
          <Told entry={selected} />
          <div className={classes.bar}>
            <Button disabled={!selected.bytes} onClick={() => tryAgain([selected])}>
              Try again
            </Button>
            <Button variant="default" onClick={() => remove([selected])}>
              Dismiss file
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

function Told({ entry }: { readonly entry: StoredQuarantine }) {
  const { happened, next } = describeFailure(entry.failure, baseName(entry.name))
  const kept = entry.bytes
    ? 'The file is kept here as it is; nothing of it is in the case.'
    : 'Only its name and the reason are kept: the file itself was too large or could not be opened.'
  return (
    <p>
      {happened} {kept} {next}
    </p>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
