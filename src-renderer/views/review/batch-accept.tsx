import type { CaseFilters, CaseLink, CaseView } from '@core/case/case-view'
import { sureLinks } from '@core/review/review-queue'
import { Button, Modal, SegmentedControl, Slider } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useDesk } from '../../components/desk-services'
import { EmptyState } from '../../components/empty-state'
import { VirtualTable } from '../../components/virtual-table'
import type { Column } from '../../components/virtual-table'
import { describeLink } from '../../messages/describe-link'
import classes from './review.module.css'

export interface BatchAcceptProps {
  readonly view: CaseView
  readonly filters: CaseFilters
  readonly onClose: () => void
}

/** Accepts everything above a confidence at once: what that is stands there before it happens. */
export function BatchAccept({ view, filters, onClose }: BatchAcceptProps) {
  const [confidence, setConfidence] = useState(0.9)
  const [origins, setOrigins] = useState('1')
  const { commands } = useDesk()
  const links = useMemo(
    () => sureLinks(view, filters, confidence, Number(origins)),
    [view, filters, confidence, origins],
  )
  const noun = links.length === 1 ? '1 link' : `${links.length.toLocaleString('en')} links`
  return (
    <Modal opened onClose={onClose} title="Accept the sure ones" size={760}>
      <div className={classes.batch}>
        <div className={classes.threshold}>
          <span id="batch-confidence">Confidence {confidence.toFixed(2)} or more</span>
          <Slider
            aria-labelledby="batch-confidence"
            thumbLabel="Confidence"
            min={0.5}
            max={1}
            step={0.01}
            label={null}
            value={confidence}
            onChange={setConfidence}
          />
          <SegmentedControl
            aria-label="At least this many independent origins"
            size="xs"
            value={origins}
            onChange={setOrigins}
            data={[
              { value: '1', label: 'any origins' },
              { value: '2', label: '2 or more' },
              { value: '3', label: '3 or more' },
            ]}
          />
        </div>
        <div className={classes.preview}>
          {links.length === 0 ? (
            <EmptyState title="No unreviewed link that passes the filter is as sure as that." />
          ) : (
            <VirtualTable
              label="Links that will be accepted"
              columns={columnsFor(view)}
              rows={links}
              rowKey={({ id }) => id}
              onSelect={() => undefined}
            />
          )}
        </div>
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={links.length === 0}
            onClick={() => {
              onClose()
              void commands.decideLinks(
                'accept-link',
                links.map(({ id }) => id),
              )
            }}
          >
            Accept {noun}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Close
          </Button>
          <span className={classes.keys}>The message that follows takes all of them back.</span>
        </div>
      </div>
    </Modal>
  )
}

function columnsFor(view: CaseView): readonly Column<CaseLink>[] {
  return [
    {
      id: 'confidence',
      title: 'Conf.',
      min: 44,
      align: 'end',
      cell: (link) => link.confidence.toFixed(2),
    },
    { id: 'origins', title: 'Origins', min: 50, align: 'end', cell: (link) => link.origins.length },
    {
      id: 'link',
      title: 'Link',
      min: 200,
      grow: 1,
      cell: (link) => <bdi title={describeLink(link, view)}>{describeLink(link, view)}</bdi>,
    },
  ]
}
