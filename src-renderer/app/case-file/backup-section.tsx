import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupEntry } from '@core/contracts/bridge'
import { Section } from '../../components/section'
import { backUp } from '../../data/case-file/backups'
import { restoreCase } from '../../data/case-file/open-case-file'
import { useCaseSession } from '../../data/case-session'
import { deleteCase } from '../../data/open-case'
import { useLastBackup } from '../../data/use-last-backup'
import type { Host } from '../../host/host'
import { caseFileFailureSentence } from '../../messages/case-file-failure'
import { setCurrentCaseId } from '../../state/current-case'
import { browserMemory } from '../../state/remember'
import classes from '../deciding/deciding.module.css'
import { version } from '../version'

/** Rolling backups: made, read back, tried, brought back. */
export function BackupSection({ host }: { readonly host: Host }) {
  const { database } = useCaseSession()
  const last = useLastBackup()
  const [list, setList] = useState<readonly BackupEntry[]>()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { backups } = host
  useEffect(() => {
    void backups?.list().then(setList)
  }, [backups, last])
  if (!backups)
    return (
      <Section title="Backups">
        <p className={classes.words}>
          This browser lets no page write to a folder. Save the case file from time to time: it is
          the backup.
        </p>
      </Section>
    )
  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    setSaid('')
    setSaid(await work())
    setBusy(false)
    setList(await backups.list())
  }
  const now = () =>
    run(async () => {
      const result = await backUp(database, backups, {
        name: 'Gnomon case',
        writtenBy: version,
        at: new Date().toISOString(),
      })
      return result.ok
        ? `Backed up ${result.value.summary.reports} reports as “${result.value.file}” and read back: sound.`
        : `No backup was made: ${result.failure.detail}. The case and older backups are as they were.`
    })
  const restore = (name: string, isTrial: boolean) =>
    run(async () => {
      const blob = await backups.read(name)
      if (!blob) return `“${name}” is no longer there.`
      const caseId = `case-${crypto.randomUUID()}`
      const result = await restoreCase(blob, caseId, undefined)
      if (!result.ok) return caseFileFailureSentence(result.failure, name)
      if (!isTrial) {
        setCurrentCaseId(browserMemory(), caseId)
        window.location.reload()
        return ''
      }
      await deleteCase(caseId)
      return `Restored on trial: ${result.value.reports} reports, ${result.value.decisions} decisions, every checksum right. The trial was removed again.`
    })
  const newest = (list ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Section title="Backups" count={newest.length}>
      {list === undefined ? (
        <>
          <p className={classes.words}>
            Choose a folder, best on another disk. Gnomon keeps the ten newest backups there and
            reads each back. After a start the browser asks for leave once more.
          </p>
          <Button
            variant="default"
            onClick={() => void backups.choose?.().then(async () => setList(await backups.list()))}
          >
            Choose or allow the backup folder…
          </Button>
        </>
      ) : (
        <div className={classes.buttons}>
          <Button variant="default" disabled={isBusy} onClick={() => void now()}>
            Back up now
          </Button>
          <Button
            variant="default"
            disabled={isBusy || newest.length === 0}
            onClick={() => void restore(newest[0]?.name ?? '', true)}
          >
            Test restore now
          </Button>
        </div>
      )}
      <p role="status">{isBusy ? 'Working …' : said}</p>
      {newest.slice(0, 10).map(({ name, size }) => (
        <div key={name} className={classes.rowHead}>
          <span>{name}</span>
          <span className={classes.quiet}>{`${(size / 1e6).toFixed(1)} MB`}</span>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={isBusy}
            onClick={() => void restore(name, false)}
          >
            Open instead of this case
          </Button>
        </div>
      ))}
    </Section>
  )
}
