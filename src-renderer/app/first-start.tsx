import { Button } from '@mantine/core'
import { FileInput, FolderInput, Sparkle } from 'lucide-react'
import { EntityMark } from '../components/entity-mark'
import { LinkMark } from '../components/link-mark'
import classes from './first-start.module.css'
import type { ImportActions } from './use-import-actions'

export interface FirstStartProps {
  readonly actions: ImportActions
}

/** No report yet: says what the desk does, and offers the next step. */
export function FirstStart({ actions }: FirstStartProps) {
  return (
    <main className={classes.start} aria-label="First start">
      <div className={classes.column}>
        <h2 className={classes.title}>Drop reports anywhere</h2>
        <p className={classes.lead}>
          Gnomon reads them on this machine and shows who went after whom, how far they got, when,
          and on whose word. Every link points at its sentence; you accept it or reject it.
        </p>
        <div className={classes.buttons}>
          <Button
            size="sm"
            leftSection={<FileInput size={15} />}
            rightSection={<kbd>Ctrl+O</kbd>}
            onClick={actions.importFiles}
          >
            Import files…
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<FolderInput size={15} />}
            onClick={actions.importFolder}
          >
            Import folder…
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<Sparkle size={15} />}
            onClick={actions.openSampleCase}
          >
            Open the sample case
          </Button>
        </div>
        <figure className={classes.figure}>
          <blockquote className={classes.sentence}>
            <p>
              “<b>Grey Heron</b> broke into power companies in <b>Iceland</b>, and <u>may</u> have{' '}
              <u>tried to</u> enter ports in <b>Malta</b>.”
            </p>
          </blockquote>
          <figcaption className={classes.reading}>
            <p className={classes.line}>
              <EntityMark kind="actor" /> Grey Heron
              <LinkMark
                predicate="targets"
                outcome="compromised"
                hedged={false}
                polarity="asserted"
                origins={2}
              />
              <EntityMark kind="victim-cell" /> energy in Iceland
              <span className={classes.note}>compromised</span>
            </p>
            <p className={classes.line}>
              <EntityMark kind="actor" /> Grey Heron
              <LinkMark
                predicate="targets"
                outcome="attempted"
                hedged
                polarity="asserted"
                origins={1}
              />
              <EntityMark kind="victim-cell" /> transport in Malta
              <span className={classes.note}>~ attempted: the source hedges</span>
            </p>
            <p className={classes.note}>An invented example.</p>
          </figcaption>
        </figure>
        <p className={classes.small}>
          PDF, Word, web pages, mail, text, tables, STIX and MISP: files, folders, archives. Nothing
          ever leaves this machine.
        </p>
      </div>
    </main>
  )
}
