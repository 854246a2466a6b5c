import { isSettled } from '../data/import-items'
import type { ImportItem } from '../data/import-items'
import { useCaseView } from '../data/use-case-view'
import { useLastBackup } from '../data/use-last-backup'
import { useImport } from '../data/use-import'
import { useFilters } from '../state/filters'
import { useDeskStore } from './desk-store'
import classes from './frame.module.css'

export interface StatusBarProps {
  readonly onShowAirGap: () => void
  readonly onShowLinks: () => void
}

export function StatusBar({ onShowAirGap, onShowLinks }: StatusBarProps) {
  const counts = useCaseView()?.counts
  const conflicts = useCaseView()?.conflicts.length ?? 0
  const { open } = useDeskStore.getState()
  const lastBackup = useLastBackup()
  const { items } = useImport()
  const setImportsOpen = useDeskStore((state) => state.setImportsOpen)
  const change = useFilters((state) => state.change)
  const showRejected = useFilters((state) => state.filters.showRejected === true)
  const settled = items.filter(isSettled).length
  return (
    <footer className={classes.status} aria-label="Status">
      <span>
        {counts ? `${group(counts.reports)} ${plural(counts.reports, 'report')}` : 'Opening'}
      </span>
      {counts && (
        <>
          <span>{`${group(counts.links)} ${plural(counts.links, 'link')}`}</span>
          <button type="button" className={classes.statusButton} onClick={onShowLinks}>
            {`${group(counts.unreviewed)} to review`}
          </button>
          {counts.rejected > 0 && (
            <button
              type="button"
              className={classes.statusButton}
              aria-pressed={showRejected}
              onClick={() => change({ showRejected: !showRejected })}
            >
              {`${group(counts.rejected)} rejected, ${showRejected ? 'shown' : 'hidden'}`}
            </button>
          )}
        </>
      )}
      {items.length > 0 && (
        <button type="button" className={classes.statusButton} onClick={() => setImportsOpen(true)}>
          {settled < items.length
            ? `Reading: ${settled} of ${items.length} files done`
            : finishedWords(items)}
        </button>
      )}
      {conflicts > 0 && (
        <button type="button" className={classes.statusButton} onClick={() => open('conflicts')}>
          {`${group(conflicts)} ${plural(conflicts, 'contradiction')}`}
        </button>
      )}
      <span className={classes.statusGap} />
      <button type="button" className={classes.statusButton} onClick={() => open('case-file')}>
        {backupWords(lastBackup)}
      </button>
      <button type="button" className={classes.statusButton} onClick={onShowAirGap}>
        Offline, 0 requests by Gnomon
      </button>
    </footer>
  )
}

/** The age of the last backup that was read back. */
function backupWords(last: ReturnType<typeof useLastBackup>): string {
  if (last === undefined) return 'Backup …'
  if (last === null) return 'No backup yet'
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(last.at)) / 60_000))
  if (minutes < 60) return `Backup ${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `Backup ${hours} h` : `Backup ${Math.round(hours / 24)} days`
}

function finishedWords(items: readonly ImportItem[]): string {
  const failed = items.filter((item) => item.state === 'failed').length
  const done = `${items.length} ${plural(items.length, 'file')} done`
  return failed === 0 ? done : `${done}, ${failed} not read`
}

function group(count: number): string {
  return count.toLocaleString('en')
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`
}
