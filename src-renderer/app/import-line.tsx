import { X } from 'lucide-react'
import { IconButton } from '../components/icon-button'
import { isSettled } from '../data/import-items'
import type { ImportItem } from '../data/import-items'
import { describeFailure } from '../messages/describe-failure'
import { baseName } from '../messages/import-verdicts'
import { useSelection } from '../state/selection'
import classes from './import-panel.module.css'

export interface ImportLineProps {
  readonly item: ImportItem
  readonly onCancel: (id: ImportItem['id']) => void
}

/** One file of an import: its name, what became of it, and why. */
export function ImportLine({ item, onCancel }: ImportLineProps) {
  return (
    <>
      <div className={classes.line}>
        <span className={classes.name} title={item.name}>
          {item.name}
        </span>
        <Verdict item={item} />
        {!isSettled(item) && (
          <IconButton icon={X} label={`Cancel ${item.name}`} onClick={() => onCancel(item.id)} />
        )}
      </div>
      {item.state === 'reading' && (
        <progress value={item.progress} max={1} aria-label={`Reading ${item.name}`} />
      )}
      {item.failure && <Failure item={item} />}
    </>
  )
}

function Verdict({ item }: Pick<ImportLineProps, 'item'>) {
  const openReport = useSelection((state) => state.openEvidence)
  const { reportId } = item
  const word = wordFor(item)
  if (reportId === undefined) return <span className={classes.state}>{word}</span>
  return (
    <button
      type="button"
      className={classes.open}
      title="Open the report"
      onClick={() => openReport(reportId)}
    >
      {word}
    </button>
  )
}

function Failure({ item }: Pick<ImportLineProps, 'item'>) {
  if (!item.failure || item.failure.code === 'cancelled') return null
  const { happened, kept, next } = describeFailure(item.failure, baseName(item.name))
  return <p className={classes.failure}>{[happened, kept, next].filter(Boolean).join(' ')}</p>
}

function wordFor({ state, progress, linkCount = 0, memberCount = 0 }: ImportItem): string {
  switch (state) {
    case 'waiting':
      return 'Waiting'
    case 'reading':
      return progress > 0 ? `Reading, ${Math.round(progress * 100)} %` : 'Reading'
    case 'read':
      return `Read, ${linkCount} ${linkCount === 1 ? 'link' : 'links'}`
    case 'opened':
      return `Opened, ${memberCount} ${memberCount === 1 ? 'file' : 'files'} inside`
    case 'already-here':
      return 'Already here'
    case 'cancelled':
      return 'Cancelled'
    case 'failed':
      return 'Not read'
  }
}
