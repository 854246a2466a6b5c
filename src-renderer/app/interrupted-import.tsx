import { Button } from '@mantine/core'
import { useInterrupted } from '../data/use-interrupted'
import { useDeskStore } from './desk-store'
import classes from './import-panel.module.css'

/** After a crash, or a window closed too early: what the last import has left unread, and the ways on. */
export function InterruptedImport() {
  const interrupted = useInterrupted()
  const setOpen = useDeskStore((state) => state.setImportsOpen)
  if (!interrupted) return null
  const { readable, lost, goOn, discard } = interrupted
  const read = () => {
    setOpen(true)
    void goOn()
  }
  return (
    <section className={classes.panel} role="alertdialog" aria-label="Interrupted import">
      <header className={classes.head}>
        <h2 className={classes.title}>The last import was interrupted</h2>
      </header>
      <div className={classes.told}>
        <p>{`${files(readable.length + lost.length)} of it ${readable.length + lost.length === 1 ? 'was' : 'were'} not read. What had been read is in the case.`}</p>
        {lost.length > 0 && (
          <p title={lost.map(({ name }) => name).join('\n')}>
            {`${files(lost.length)} had not been copied yet: drop ${lost.length === 1 ? 'it' : 'them'} again. The first: ${lost
              .slice(0, 3)
              .map(({ name }) => name)
              .join(', ')}.`}
          </p>
        )}
      </div>
      <footer className={classes.foot}>
        <span className={classes.gap} />
        <Button variant="default" onClick={() => void discard()}>
          Leave them
        </Button>
        {readable.length > 0 && <Button onClick={read}>{`Read ${files(readable.length)}`}</Button>}
      </footer>
    </section>
  )
}

function files(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`
}
