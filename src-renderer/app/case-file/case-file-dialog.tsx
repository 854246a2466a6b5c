import { Button, Modal, PasswordInput } from '@mantine/core'
import type { CaseFileSummary } from '@core/case-file/format'
import { useRef, useState } from 'react'
import { create } from 'zustand'
import { Section } from '../../components/section'
import { useCaseSession } from '../../data/case-session'
import { caseFileBlob } from '../../data/case-file/case-file-blob'
import { inspectCaseFile, mergeCaseFile, restoreCase } from '../../data/case-file/open-case-file'
import type { OpenFileFailure } from '../../data/case-file/open-case-file'
import type { Host } from '../../host/host'
import { caseFileFailureSentence } from '../../messages/case-file-failure'
import { setCurrentCaseId } from '../../state/current-case'
import { browserMemory } from '../../state/remember'
import classes from '../deciding/deciding.module.css'
import { useDeskStore } from '../desk-store'
import { toast } from '../toast'
import { version } from '../version'
import { BackupSection } from './backup-section'

/** A case file that was dropped or chosen and waits for what to do with it. */
export const useOfferedFile = create<{ readonly file: File | undefined }>()(() => ({
  file: undefined,
}))

/** Save, open and merge case files; backups. */
export function CaseFileDialog({ host }: { readonly host: Host }) {
  const isOpen = useDeskStore((state) => state.overlay === 'case-file')
  const close = () => {
    useOfferedFile.setState({ file: undefined })
    useDeskStore.getState().closeOverlay()
  }
  return (
    <Modal opened={isOpen} onClose={close} title="Case file and backups" size="lg">
      {isOpen && (
        <>
          <SaveSection host={host} />
          <OpenSection onDone={close} />
          <BackupSection host={host} />
        </>
      )}
    </Modal>
  )
}

function SaveSection({ host }: { readonly host: Host }) {
  const { database } = useCaseSession()
  const [passphrase, setPassphrase] = useState('')
  const [rows, setRows] = useState<number>()
  const cancelled = useRef(false)
  const wasCancelled = () => cancelled.current
  const save = async () => {
    cancelled.current = false
    setRows(0)
    const at = new Date().toISOString()
    try {
      const { blob, summary } = await caseFileBlob(database, {
        name: 'Gnomon case',
        writtenBy: version,
        writtenAt: at,
        report: setRows,
        isCancelled: wasCancelled,
        ...(passphrase === '' ? {} : { passphrase }),
      })
      const outcome = await host.saveBlob(`case ${at.slice(0, 10)}.gnomon`, blob)
      if (outcome.status === 'saved')
        toast(
          `Saved ${summary.reports} reports and ${summary.decisions} decisions in ${outcome.path}.`,
        )
      if (outcome.status === 'failed')
        toast(`The case file was not saved: ${outcome.detail}. The case itself is as it was.`)
    } catch (error) {
      if (!wasCancelled())
        toast(`The case file was not saved: ${wordsOf(error)}. The case itself is as it was.`)
    }
    setRows(undefined)
  }
  return (
    <Section title="Save this case as one file">
      <p className={classes.words}>
        Reports with their original files, readings and every decision; checksummed. Other analysts
        can open it, or merge it into theirs.
      </p>
      <PasswordInput
        label="Passphrase (only to encrypt it)"
        description="AES-256. Without the passphrase nobody opens the file again, Gnomon included."
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" disabled={rows !== undefined} onClick={() => void save()}>
          Save case file…
        </Button>
        {rows !== undefined && (
          <>
            <span className={classes.quiet} role="status">{`${rows} rows written`}</span>
            <Button variant="subtle" onClick={() => (cancelled.current = true)}>
              Cancel
            </Button>
          </>
        )}
      </div>
    </Section>
  )
}

function OpenSection({ onDone }: { readonly onDone: () => void }) {
  const { database } = useCaseSession()
  const file = useOfferedFile((state) => state.file)
  const [passphrase, setPassphrase] = useState('')
  const [summary, setSummary] = useState<CaseFileSummary>()
  const [failure, setFailure] = useState<OpenFileFailure>()
  const [busy, setBusy] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const secret = passphrase === '' ? undefined : passphrase
  const run = async (what: string, work: (blob: File) => Promise<void>) => {
    if (!file) return
    setBusy(what)
    setFailure(undefined)
    await work(file)
    setBusy('')
  }
  const look = () =>
    run('Reading and verifying', async (blob) => {
      const result = await inspectCaseFile(blob, secret)
      if (result.ok) setSummary(result.value)
      else setFailure(result.failure)
    })
  const merge = () =>
    run('Merging', async (blob) => {
      const result = await mergeCaseFile(database, blob, secret)
      if (!result.ok) {
        setFailure(result.failure)
        return
      }
      const { addedReports, addedDecisions, conflicts } = result.value
      onDone()
      toast(
        `Merged: ${addedReports} reports and ${addedDecisions} decisions came in, ${conflicts} contradictions wait for you.`,
        conflicts > 0
          ? { label: 'Settle them', run: () => useDeskStore.getState().open('conflicts') }
          : undefined,
      )
    })
  const openBeside = () =>
    run('Opening', async (blob) => {
      const caseId = `case-${crypto.randomUUID()}`
      const result = await restoreCase(blob, caseId, secret)
      if (!result.ok) {
        setFailure(result.failure)
        return
      }
      setCurrentCaseId(browserMemory(), caseId)
      window.location.reload()
    })
  return (
    <Section title="Open or merge a case file">
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => input.current?.click()}>
          Choose a case file…
        </Button>
        {file && <b>{file.name}</b>}
        {busy !== '' && <span className={classes.quiet} role="status">{`${busy} …`}</span>}
      </div>
      <input
        ref={input}
        type="file"
        accept=".gnomon"
        hidden
        aria-label="Case file"
        onChange={(event) => {
          setSummary(undefined)
          setFailure(undefined)
          useOfferedFile.setState({ file: event.currentTarget.files?.[0] })
        }}
      />
      {file && (
        <>
          {(failure?.code === 'passphrase-needed' || failure?.code === 'passphrase-wrong') && (
            <PasswordInput
              label="Its passphrase"
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
            />
          )}
          {failure && <p role="alert">{caseFileFailureSentence(failure, file.name)}</p>}
          {summary && (
            <p className={classes.words}>
              {`Sound. ${summary.reports} reports and ${summary.decisions} decisions, written ${summary.writtenAt.slice(0, 16).replace('T', ' ')} by Gnomon ${summary.writtenBy}.`}
            </p>
          )}
          <div className={classes.buttons}>
            <Button variant="default" disabled={busy !== ''} onClick={() => void look()}>
              Verify
            </Button>
            <Button variant="default" disabled={busy !== ''} onClick={() => void merge()}>
              Merge into this case
            </Button>
            <Button variant="default" disabled={busy !== ''} onClick={() => void openBeside()}>
              Open instead of this case
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
