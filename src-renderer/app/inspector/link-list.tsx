import type { CaseLink, CaseView } from '@core/case/case-view'
import { EvidenceList } from './evidence-list'
import classes from './inspector.module.css'
import { LinkRow } from './link-row'
import { ReviewButtons } from './review-buttons'

export interface LinkListProps {
  readonly links: readonly CaseLink[]
  readonly view: CaseView
}

/** Several links that one line of a picture stands for: each can be chosen, all can be decided. */
export function LinkList({ links, view }: LinkListProps) {
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.name}>{links.length} links</h2>
        <p className={classes.facts}>One line of the picture stands for all of them.</p>
      </div>
      <ReviewButtons links={links} />
      <div className={classes.rows}>
        {links.map((link) => (
          <LinkRow key={link.id} link={link} view={view} show="both" />
        ))}
      </div>
      <EvidenceList links={links} view={view} />
    </>
  )
}
