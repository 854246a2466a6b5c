import type { CaseView } from '@core/case/case-view'
import type { LinkId } from '@core/model/ids'
import type { ReviewItem } from '@core/review/review-queue'
import { VirtualTable } from '../../components/virtual-table'
import type { Column } from '../../components/virtual-table'
import { describeLink } from '../../messages/describe-link'
import classes from './review.module.css'

export interface ReviewNextProps {
  readonly queue: readonly ReviewItem[]
  readonly current: LinkId
  readonly view: CaseView
  readonly onChoose: (link: LinkId) => void
}

/** The queue itself: what comes next, and why it stands there. */
export function ReviewNext({ queue, current, view, onChoose }: ReviewNextProps) {
  const columns: readonly Column<ReviewItem>[] = [
    {
      id: 'value',
      title: 'Value',
      min: 74,
      cell: ({ value, doubt, importance }) => (
        <span
          className={classes.value}
          title={`Doubt ${doubt.toFixed(2)} × importance ${importance.toFixed(2)}`}
        >
          <i style={{ width: `${Math.round(value * 100)}%` }} />
          <span>{value.toFixed(2)}</span>
        </span>
      ),
    },
    {
      id: 'link',
      title: 'Link',
      min: 160,
      grow: 2,
      cell: ({ link }) => {
        const found = view.links.get(link)
        return found && <bdi title={describeLink(found, view)}>{describeLink(found, view)}</bdi>
      },
    },
    { id: 'why', title: 'Why', min: 120, grow: 1, drop: 1, cell: ({ why }) => why.join(', ') },
  ]
  return (
    <div className={classes.list}>
      <VirtualTable
        label="Queue"
        columns={columns}
        rows={queue}
        rowKey={({ link }) => link}
        selected={current}
        onSelect={({ link }) => onChoose(link)}
      />
    </div>
  )
}
