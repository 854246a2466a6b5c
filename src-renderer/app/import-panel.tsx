import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Pause, Play, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '../components/icon-button'
import { useDesk } from '../components/desk-services'
import { isSettled } from '../data/import-items'
import type { ImportItem } from '../data/import-items'
import { useImport } from '../data/use-import'
import { verdictsCsv } from '../messages/import-verdicts'
import { useDeskStore } from './desk-store'
import { ImportLine } from './import-line'
import classes from './import-panel.module.css'

/** ms. After an import in which everything was read, the panel goes by itself unless somebody looks at it. */
const lingering = 8000

/** What became of each file: never in the way, never silent. */
export function ImportPanel() {
  const { items, isPaused, pause, goOn, cancel, cancelAll, clearFinished } = useImport()
  const isOpen = useDeskStore((state) => state.importsOpen)
  const setOpen = useDeskStore((state) => state.setImportsOpen)
  const desk = useDesk()
  const [onlyFailed, setOnlyFailed] = useState(false)
  const settled = items.filter(isSettled).length
  const failed = items.filter((item) => item.state === 'failed')
  const isBusy = settled < items.length
  const panel = useGoesByItself(
    isOpen && items.length > 0 && !isBusy && failed.length === 0,
    setOpen,
  )
  const shown = onlyFailed && failed.length > 0 ? failed : items
  if (!isOpen || items.length === 0) return null
  const exportVerdicts = () =>
    void desk.saveText('import-verdicts.csv', verdictsCsv(items)).then((outcome) => {
      if (outcome.status === 'saved') desk.commands.say(`${items.length} verdicts saved.`)
      if (outcome.status === 'failed')
        desk.commands.say(`The verdicts were not saved: ${outcome.detail}. Nothing was changed.`)
    })
  return (
    <section
      ref={panel}
      className={classes.panel}
      aria-label="Imported files"
      data-testid="import-panel"
    >
      <header className={classes.head}>
        <h2 className={classes.title} aria-live="polite">
          {isBusy
            ? busyWords(settled, items.length, isPaused)
            : summary(items.length, failed.length)}
        </h2>
        {isBusy && (
          <IconButton
            icon={isPaused ? Play : Pause}
            label={isPaused ? 'Go on reading' : 'Pause after the files in work'}
            onClick={isPaused ? goOn : pause}
          />
        )}
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
      <Files items={shown} onCancel={cancel} />
      <footer className={classes.foot}>
        {failed.length > 0 && (
          <>
            <label className={classes.only}>
              <input
                type="checkbox"
                checked={onlyFailed}
                onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
              />
              Only {failed.length} not read
            </label>
            <button
              type="button"
              className={classes.open}
              onClick={() => {
                setOpen(false)
                desk.commands.showView('quarantine')
              }}
            >
              Open Quarantine
            </button>
          </>
        )}
        <span className={classes.gap} />
        <button type="button" className={classes.open} onClick={exportVerdicts}>
          Export verdicts…
        </button>
      </footer>
    </section>
  )
}

interface FilesProps {
  readonly items: readonly ImportItem[]
  readonly onCancel: (id: ImportItem['id']) => void
}

function Files({ items, onCancel }: FilesProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  return (
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
                <ImportLine item={item} onCancel={onCancel} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** Hides the panel a while after all is well; not while the pointer or the focus is in it. */
function useGoesByItself(mayGo: boolean, setOpen: (open: boolean) => void) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!mayGo) return
    const timer = setInterval(() => {
      const element = panel.current
      if (element?.matches(':hover') === true || element?.contains(document.activeElement)) return
      setOpen(false)
    }, lingering)
    return () => clearInterval(timer)
  }, [mayGo, setOpen])
  return panel
}

function busyWords(settled: number, count: number, isPaused: boolean): string {
  return isPaused
    ? `Paused: ${settled} of ${count} files done`
    : `${settled} of ${count} files done`
}

function summary(count: number, failed: number): string {
  const files = `${count} ${count === 1 ? 'file' : 'files'} done`
  return failed === 0 ? files : `${files}, ${failed} not read`
}
