import type { CaseLink } from '@core/case/case-view'
import { Button, Progress } from '@mantine/core'
import { RotateCw } from 'lucide-react'
import { useDesk } from '../../components/desk-services'
import { Section } from '../../components/section'
import { useCaseView } from '../../data/use-case-view'
import type { ReadAgainOutcome } from '../../data/use-read-again'
import { useReadAgain } from '../../data/use-read-again'
import { describeLink } from '../../messages/describe-link'
import classes from './knowledge-view.module.css'

const most = 60

/** Offers to read the case anew once the knowledge is another, and shows what that changed. */
export function ReadAgainPanel() {
  const { readFile } = useDesk()
  const view = useCaseView()
  const { progress, outcome, start, cancel } = useReadAgain(readFile)
  const count = view?.counts.reports ?? 0
  if (count === 0) return null
  return (
    <Section title="Reports of this case">
      {progress ? (
        <div className={classes.progress}>
          <Progress value={(100 * progress.done) / progress.total} aria-label="Reading again" />
          <p className={classes.busy} role="status">
            {`Reading again: ${progress.done} of ${progress.total}`}
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
          </p>
        </div>
      ) : (
        <>
          <p className={classes.soft}>
            They were read with what was known then. Reading them again keeps every decision.
          </p>
          <Button
            leftSection={<RotateCw size={15} />}
            variant="default"
            onClick={() => void start()}
          >
            {`Read ${count} ${count === 1 ? 'report' : 'reports'} again`}
          </Button>
        </>
      )}
      {outcome && <Outcome outcome={outcome} />}
    </Section>
  )
}

function Outcome({
  outcome: { read, failed, gained, lost },
}: {
  readonly outcome: ReadAgainOutcome
}) {
  return (
    <div role="status">
      <p className={classes.soft}>
        {`Read ${read} again: ${gained.length} links more, ${lost.length} less.`}
        {failed.length > 0 && ` Not read: ${failed.join(', ')}; they are as they were.`}
      </p>
      <LinkList title="More" links={gained} />
      <LinkList title="Less" links={lost} />
    </div>
  )
}

function LinkList({
  title,
  links,
}: {
  readonly title: string
  readonly links: readonly CaseLink[]
}) {
  const view = useCaseView()
  if (!view || links.length === 0) return null
  return (
    <details open className={classes.links}>
      <summary>{`${title}: ${links.length}`}</summary>
      <ul>
        {links.slice(0, most).map((link) => (
          <li key={link.id}>{describeLink(link, view)}</li>
        ))}
      </ul>
      {links.length > most && <p className={classes.soft}>{`And ${links.length - most} more.`}</p>}
    </details>
  )
}
