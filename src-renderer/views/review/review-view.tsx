import { reviewQueue } from '@core/review/review-queue'
import type { LinkId } from '@core/model/ids'
import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useDesk } from '../../components/desk-services'
import { EmptyState } from '../../components/empty-state'
import { useCaseView } from '../../data/use-case-view'
import { useFilters } from '../../state/filters'
import { useSelection } from '../../state/selection'
import { BatchAccept } from './batch-accept'
import { PrecisionTable } from './precision-table'
import { ReviewCard } from './review-card'
import { ReviewNext } from './review-next'
import classes from './review.module.css'

type Tab = 'queue' | 'precision'

/** One link at a time with its sentence, the most valuable first; decided or skipped, the next one comes by itself. */
export function ReviewView() {
  const view = useCaseView()
  const filters = useFilters((state) => state.filters)
  const [skipped, setSkipped] = useState<ReadonlySet<LinkId>>(new Set())
  const [tab, setTab] = useState<Tab>('queue')
  const [isBatchOpen, setBatchOpen] = useState(false)
  const { commands } = useDesk()
  const queue = useMemo(() => {
    if (!view) return []
    const all = reviewQueue(view, filters)
    // What was put aside comes again after everything else.
    return [
      ...all.filter(({ link }) => !skipped.has(link)),
      ...all.filter(({ link }) => skipped.has(link)),
    ]
  }, [view, filters, skipped])
  const current = useCurrent(queue.map(({ link }) => link))
  const item = queue.find(({ link }) => link === current)

  const skip = () => {
    if (current === undefined) return
    const next = queue[queue.findIndex(({ link }) => link === current) + 1] ?? queue[0]
    setSkipped((before) => new Set([...[...before].filter((id) => id !== current), current]))
    if (next) chooseLink(next.link)
  }
  const step = (by: 1 | -1) => {
    const at = queue.findIndex(({ link }) => link === current)
    const next = queue[Math.min(Math.max(at + by, 0), queue.length - 1)]
    if (next) chooseLink(next.link)
  }
  const isOnQueue = tab === 'queue' && !isBatchOpen
  useHotkeys('s', skip, { enabled: isOnQueue }, [current, queue])
  useHotkeys('j, ArrowDown', () => step(1), { enabled: isOnQueue, preventDefault: true }, [
    current,
    queue,
  ])
  useHotkeys('k, ArrowUp', () => step(-1), { enabled: isOnQueue, preventDefault: true }, [
    current,
    queue,
  ])

  if (!view) return null
  const { links, unreviewed } = view.counts
  const decided = view.links.size - unreviewed
  return (
    <div className={classes.view}>
      <div className={classes.controls}>
        <SegmentedControl
          aria-label="Review"
          size="xs"
          value={tab}
          onChange={setTab}
          data={[
            { value: 'queue', label: 'Queue' },
            { value: 'precision', label: 'Precision' },
          ]}
        />
        <span className={classes.count} aria-live="polite">
          {`${queue.length.toLocaleString('en')} wait${queue.length === 1 ? 's' : ''}, ${decided.toLocaleString('en')} of ${view.links.size.toLocaleString('en')} decided`}
        </span>
        <progress
          className={classes.progress}
          max={Math.max(view.links.size, 1)}
          value={decided}
          aria-label="Links decided"
        />
        <Button
          size="xs"
          variant="default"
          disabled={queue.length === 0}
          onClick={() => setBatchOpen(true)}
        >
          Accept the sure ones…
        </Button>
      </div>
      {tab === 'precision' ? (
        <PrecisionTable view={view} />
      ) : item ? (
        <div className={classes.queue}>
          <ReviewCard
            key={item.link}
            item={item}
            view={view}
            onAccept={() => void commands.decideLinks('accept-link', [item.link])}
            onReject={() => void commands.decideLinks('reject-link', [item.link])}
            onSkip={skip}
          />
          <ReviewNext queue={queue} current={item.link} view={view} onChoose={chooseLink} />
        </div>
      ) : (
        <EmptyState
          title={
            links === 0
              ? 'Links that wait for your judgement will stand here, one at a time with their sentence.'
              : 'Nothing that passes the filter waits: every link has been judged.'
          }
        />
      )}
      {isBatchOpen && (
        <BatchAccept view={view} filters={filters} onClose={() => setBatchOpen(false)} />
      )}
    </div>
  )
}

function chooseLink(link: LinkId): void {
  useSelection.getState().select({ links: [link] })
}

/**
 * The link of the queue that is selected. When it leaves the queue, because it was decided, the one that took its place is
 * selected; so accept and reject, which act on the selection, go on down the queue.
 */
function useCurrent(queue: readonly LinkId[]): LinkId | undefined {
  const selected = useSelection((state) => state.links)
  const current = selected.length === 1 ? queue.find((id) => id === selected[0]) : undefined
  const [lastPlace, setLastPlace] = useState(0)
  const place = current === undefined ? -1 : queue.indexOf(current)
  useEffect(() => {
    if (place >= 0) setLastPlace(place)
  }, [place])
  const next = queue[Math.min(lastPlace, queue.length - 1)]
  useEffect(() => {
    if (current === undefined && next !== undefined) chooseLink(next)
  }, [current, next])
  return current ?? next
}
