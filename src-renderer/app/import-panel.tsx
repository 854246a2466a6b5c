import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../components/icon-button'
import { isSettled } from '../data/import-items'
import type { ImportItem } from '../data/import-items'
import { useImport } from '../data/use-import'
import { describeFailure } from '../messages/describe-failure'
import { useSelection } from '../state/selection'
import { useDeskStore } from './desk-store'
import classes from './import-panel.module.css'

/** What became of each file: never in the way, never silent. */
export function ImportPanel() {
  const { items, cancel, cancelAll, clearFinished } = useImport()
  const isOpen = useDeskStore((state) => state.importsOpen)
  const setOpen = useDeskStore((state) => state.setImportsOpen)
  const openReport = useSelection((state) => state.openEvidence)
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: isOpen ? items.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  if (!isOpen || items.length === 0) return null
  const settled = items.filter(isSettled).length
  const failed = items.filter((item) => item.state === 'failed').length
  const isBusy = settled < items.length
  return (
    <section className={classes.panel} aria-label="Imported files" data-testid="import-panel">
      <header className={classes.head}>
        <h2 className={classes.title} aria-live="polite">
          {isBusy ? `${settled} of ${items.length} files done` : summary(items.length, failed)}
        </h2>
        {isBusy ? (
          <Button variant="default" onClick={cancelAll}>
            Cancel all
          </Button>
        ) : (
          <Button variant="default" onClick={clearFinished}>
            Clear finished
          </Button>
        )}
        <IconButton icon={X} label="Hide this panel" onClick={() => setOpen(false)} />
      </header>
      {isBusy && (
        <progress
          className={classes.total}
          value={settled}
          max={items.length}
          aria-label="All files"
        />
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        style={{ height: virtualizer.getTotalSize() }}
        tabIndex={0}
        role="region"
        aria-label="Files"
      >
        <ul style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((place) => {
            const item = items[place.index]
            return (
              item && (
                <li
                  key={place.key}
                  ref={virtualizer.measureElement}
                  data-index={place.index}
                  className={classes.item}
                  data-state={item.state}
                  data-testid="import-item"
                  style={{ transform: `translateY(${place.start}px)` }}
                >
                  <div className={classes.line}>
                    <span className={classes.name} title={item.name}>
                      {item.name}
                    </span>
                    <Verdict item={item} onOpen={openReport} />
                    {!isSettled(item) && (
                      <IconButton
                        icon={X}
                        label={`Cancel ${item.name}`}
                        onClick={() => cancel(item.id)}
                      />
                    )}
                  </div>
                  {item.state === 'reading' && (
                    <progress value={item.progress} max={1} aria-label={`Reading ${item.name}`} />
                  )}
                  {item.failure && <Failure item={item} />}
                </li>
              )
            )
          })}
        </ul>
      </div>
    </section>
  )
}

interface VerdictProps {
  readonly item: ImportItem
  readonly onOpen: (id: NonNullable<ImportItem['reportId']>) => void
}

function Verdict({ item, onOpen }: VerdictProps) {
  const { reportId } = item
  const word = wordFor(item)
  if (reportId === undefined) return <span className={classes.state}>{word}</span>
  return (
    <button
      type="button"
      className={classes.open}
      title="Open the report"
      onClick={() => onOpen(reportId)}
    >
      {word}
    </button>
  )
}

function Failure({ item }: { readonly item: ImportItem }) {
  if (!item.failure || item.failure.code === 'cancelled') return null
  const name = item.name.split('/').at(-1) ?? item.name
  const { happened, kept, next } = describeFailure(item.failure, name)
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

function summary(count: number, failed: number): string {
  const files = `${count} ${count === 1 ? 'file' : 'files'} done`
  return failed === 0 ? files : `${files}, ${failed} not read`
}
