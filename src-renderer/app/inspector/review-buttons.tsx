import type { CaseLink } from '@core/case/case-view'
import { Button } from '@mantine/core'
import { Check, X } from 'lucide-react'
import { useReview } from '../use-review'
import classes from './inspector.module.css'

export interface ReviewButtonsProps {
  readonly links: readonly CaseLink[]
}

/** Accept and reject with their keys, and what was decided by whom. */
export function ReviewButtons({ links }: ReviewButtonsProps) {
  const { decideLinks } = useReview()
  const ids = links.map((link) => link.id)
  const [first] = links
  const noun = links.length === 1 ? 'link' : `${links.length} links`
  const all = (review: CaseLink['review']) => links.every((link) => link.review === review)
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        leftSection={<Check size={14} />}
        rightSection={<kbd>A</kbd>}
        disabled={all('accepted')}
        onClick={() => void decideLinks('accept-link', ids)}
      >
        Accept {noun}
      </Button>
      <Button
        variant="default"
        leftSection={<X size={14} />}
        rightSection={<kbd>R</kbd>}
        disabled={all('rejected')}
        onClick={() => void decideLinks('reject-link', ids)}
      >
        Reject {noun}
      </Button>
      {first && links.length === 1 && first.review !== 'unreviewed' && (
        <span className={classes.verdict} data-review={first.review}>
          {first.review === 'accepted' ? <Check size={14} /> : <X size={14} />}
          {first.review === 'accepted' ? 'Accepted' : 'Rejected'}
          {first.decidedBy ? ` by ${first.decidedBy.author}` : ''}
        </span>
      )}
    </div>
  )
}
