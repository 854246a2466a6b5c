import { Button } from '@mantine/core'
import { FileDown } from 'lucide-react'
import { useDesk } from '../../components/desk-services'
import type { IssuedBrief } from '../../data/brief-repository'
import classes from './brief-view.module.css'
import { fileNameFor } from './file-name'
import { saveWords } from './save-words'

/** What went out, newest first, word for word as it was then. */
export function IssuesPanel({ issues }: { readonly issues: readonly IssuedBrief[] }) {
  const { saveText, commands } = useDesk()
  if (issues.length === 0)
    return (
      <p className={classes.prompt}>
        Nothing has been issued. “Freeze as issued” keeps the document as it is; the next brief then
        tells what has changed since.
      </p>
    )
  const save = async ({ title, version, html }: IssuedBrief) => {
    const file = `${fileNameFor(title)}-v${version}.html`
    const words = saveWords(await saveText(file, html), file)
    if (words !== undefined) commands.say(words)
  }
  return (
    <ul className={classes.findings}>
      {issues.toReversed().map((issue, i) => (
        <li key={`${issue.date}-${i}`} className={classes.issued}>
          <strong>{issue.title}</strong>
          <span className={classes.faint}>
            {issue.date} · version {issue.version} · {issue.tlp} · {issue.facts.length} links told
          </span>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<FileDown size={13} />}
            onClick={() => void save(issue)}
          >
            Save this issue…
          </Button>
        </li>
      ))}
    </ul>
  )
}
